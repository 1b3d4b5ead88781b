"""Anything: a column that the schema does not describe."""

from __future__ import annotations

from coeurdeville.schemas.types.contract import LISTED, FieldType

any_type = FieldType(
    "any", "une valeur", LISTED, lambda _: lambda text: text, lambda _: lambda texts: texts, formats=None
)
