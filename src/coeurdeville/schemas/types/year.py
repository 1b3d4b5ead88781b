"""Years of four figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coeurdeville.schemas.model import Field
from coeurdeville.schemas.types.contract import ORDERED, Exact, FieldType, Quick

if TYPE_CHECKING:
    import polars as pl


def _exact(_: Field) -> Exact:
    return _year


def _year(text: str) -> Any:
    try:
        found = int(text) if len(text) == 4 else -1
    except ValueError:
        return None
    return found if 0 <= found <= 9999 else None


def _quick(_: Field) -> Quick:
    return _four_figures


def _four_figures(texts: pl.Series) -> pl.Series:
    import polars as pl

    values = texts.set(texts.str.len_bytes() != 4, None).cast(pl.Int16, strict=False)
    return values.set(values < 0, None)


year = FieldType("year", "une année (2026)", ORDERED, _exact, _quick)
