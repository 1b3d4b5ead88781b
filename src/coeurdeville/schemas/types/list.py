"""Several values of one type in a cell."""

from __future__ import annotations

from typing import Any

from coeurdeville.schemas.model import Field
from coeurdeville.schemas.types.contract import Exact, FieldType

ITEMS = ("string", "integer", "boolean", "number", "datetime", "date", "time")


def _exact(field: Field) -> Exact:
    from coeurdeville.schemas.types.catalogue import field_types

    item = field_types()[field.options.get("itemType", "string")].exact(Field(field.name))
    delimiter = field.options.get("delimiter", ",")

    def read(text: str) -> Any:
        items = [item(part) for part in text.split(delimiter)]
        return None if any(one is None for one in items) else items

    return read


list_type = FieldType("list", "une liste de valeurs", frozenset({"required", "minLength", "maxLength"}), _exact)
