"""Instants."""

from __future__ import annotations

from datetime import datetime as instant
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
            return instant.strptime(text, field.format)
        except ValueError:
            return None

    return read


def _iso(text: str) -> Any:
    """ISO 8601 with seconds at least; shorter forms are not of the specification."""
    from dateutil import parser

    if len(text) < 19 or text[16] != ":":
        return None
    try:
        return parser.isoparse(text)
    except (ValueError, OverflowError):
        return None


def _free(text: str) -> Any:
    from dateutil import parser

    try:
        return parser.parse(text)
    except (ValueError, OverflowError, TypeError):
        return None


datetime = FieldType("datetime", "une date et une heure (2026-11-23T14:05:00Z)", ORDERED, _exact, formats=None)
