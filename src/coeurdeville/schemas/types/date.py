"""Days."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from coeurdeville.schemas.model import Field
from coeurdeville.schemas.types.contract import ORDERED, Exact, FieldType, Quick
from coeurdeville.schemas.types.moments import moment_reader

if TYPE_CHECKING:
    import polars as pl

ISO = "%Y-%m-%d"


def _exact(field: Field) -> Exact:
    return moment_reader(field, _day, datetime.date)


def _day(text: str) -> Any:
    try:
        return datetime.strptime(text, ISO).date()
    except ValueError:
        return None


def _quick(field: Field) -> Quick | None:
    return _iso if field.format in ("default", ISO) else None


def _iso(texts: pl.Series) -> pl.Series:
    """Days written with four, two and two figures."""
    import polars as pl

    plain = texts.set(texts.str.len_bytes() != 10, None).set(texts.str.starts_with("0000"), None)
    return plain.str.to_date(ISO, strict=False).cast(pl.Date)


date = FieldType("date", "une date (2026-11-23)", ORDERED, _exact, _quick, formats=None)
