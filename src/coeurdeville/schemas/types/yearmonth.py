"""Months of a year."""

from __future__ import annotations

from typing import Any

from coeurdeville.schemas.model import Field
from coeurdeville.schemas.types.contract import ORDERED, Exact, FieldType


def _exact(_: Field) -> Exact:
    return _month


def _month(text: str) -> Any:
    """Year and month around one hyphen, as a pair that can be compared."""
    try:
        year, month = map(int, text.split("-"))
    except ValueError:
        return None
    return (year, month) if 1 <= month <= 12 else None


yearmonth = FieldType("yearmonth", "un mois (2026-11)", ORDERED, _exact)
