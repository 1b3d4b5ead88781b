"""Numbers and days written the usual way, whatever a field declares, so that columns can be compared."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from coeurdeville.schemas.checking.exact import Decided
from coeurdeville.schemas.model import Field, TableSchema
from coeurdeville.schemas.types.catalogue import field_types

if TYPE_CHECKING:
    import polars as pl

WRITTEN: dict[str, Callable[[Any], str]] = {
    "number": lambda value: f"{value:f}",
    "date": lambda value: str(value.isoformat()),
    "datetime": lambda value: str(value.isoformat()),
}
"""How the values of the types that can be written in several ways are written."""


def usual(texts: pl.DataFrame, schema: TableSchema) -> pl.DataFrame:
    """The same texts, `12,5` as `12.5` and `23/11/2026` as `2026-11-23`; null where a value cannot be read."""
    fields = [field for name in texts.columns if (field := schema.field(name)) is not None and _odd(field)]
    return texts.with_columns([_rewritten(field, texts[field.name]) for field in fields])


def _odd(field: Field) -> bool:
    return field.type in WRITTEN and (field.format != "default" or bool(field.options))


def _rewritten(field: Field, texts: pl.Series) -> pl.Series:
    import polars as pl

    read, write = field_types()[field.type].exact(field), WRITTEN[field.type]
    known = Decided(lambda text: None if (value := read(text)) is None else write(value))(texts.drop_nulls())
    return texts.replace_strict(known, default=None, return_dtype=pl.String)
