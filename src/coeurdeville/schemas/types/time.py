"""Hours of the day."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from coeurdeville.schemas.model import Field
from coeurdeville.schemas.types.contract import ORDERED, Exact, FieldType
from coeurdeville.schemas.types.moments import iso, moment_reader


def _exact(field: Field) -> Exact:
    return moment_reader(field, _iso, datetime.timetz)


def _iso(text: str) -> Any:
    """With seconds at least."""
    return iso(f"2000-01-01T{text}", datetime.timetz) if len(text) >= 8 and text[5] == ":" else None


time = FieldType("time", "une heure (14:05:00)", ORDERED, _exact, formats=None)
