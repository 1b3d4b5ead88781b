"""Days."""

from __future__ import annotations

from datetime import date as day
from datetime import datetime
from typing import TYPE_CHECKING, Any

from coeurdeville.schemas.model import Field
from coeurdeville.schemas.types.contract import ORDERED, Exact, FieldType, Quick

if TYPE_CHECKING:
    import polars as pl

ISO = "%Y-%m-%d"


def _exact(field: Field) -> Exact:
    if field.format == "any":
        return _free
    pattern = ISO if field.format == "default" else field.format

    def read(text: str) -> Any:
        try:
            return datetime.strptime(text, pattern).date()
        except ValueError:
            return None

    return read


def _free(text: str) -> day | None:
    """Any usual way of writing a day; what is not said is today's, as the library that defines this format does."""
    from dateutil import parser

    try:
        found: day = parser.parse(text).date()
    except (ValueError, OverflowError, TypeError):
        return None
    return found


def _quick(field: Field) -> Quick | None:
    return _iso if field.format in ("default", ISO) else None


def _iso(texts: pl.Series) -> pl.Series:
    """Days written with four, two and two figures."""
    import polars as pl

    plain = texts.set(texts.str.len_bytes() != 10, None).set(texts.str.starts_with("0000"), None)
    return plain.str.to_date(ISO, strict=False).cast(pl.Date)


date = FieldType("date", "une date (2026-11-23)", ORDERED, _exact, _quick, formats=None)
