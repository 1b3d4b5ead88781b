"""The types of fields, one module each."""

from __future__ import annotations

from functools import cache

from coeurdeville.core.registry import members
from coeurdeville.schemas.types.contract import FieldType


@cache
def field_types() -> dict[str, FieldType]:
    """Name in the specification -> type."""
    return {one.name: one for one in members("coeurdeville.schemas.types", FieldType)}
