"""Hours of the day."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from coeurdeville.schemas.model import Field
from coeurdeville.schemas.types.contract import ORDERED, Exact, FieldType


def _exact(field: Field) -> Exact:
    if field.format == "default":
        return _iso
    if field.format == "any":
        return _free

    def read(text: str) -> Any:
        try:
            return datetime.strptime(text, field.format).timetz()
        except ValueError:
            return None

    return read


def _iso(text: str) -> Any:
    """ISO 8601 with seconds at least."""
    from dateutil import parser

    if len(text) < 8 or text[5] != ":":
        return None
    try:
        return parser.isoparse(f"2000-01-01T{text}").timetz()
    except (ValueError, OverflowError):
        return None


def _free(text: str) -> Any:
    from dateutil import parser

    try:
        return parser.parse(text).timetz()
    except (ValueError, OverflowError, TypeError):
        return None


time = FieldType("time", "une heure (14:05:00)", ORDERED, _exact, formats=None)
