"""Instants."""

from __future__ import annotations

from typing import Any

from coeurdeville.schemas.model import Field
from coeurdeville.schemas.types.contract import ORDERED, Exact, FieldType
from coeurdeville.schemas.types.moments import iso, moment_reader


def _exact(field: Field) -> Exact:
    return moment_reader(field, _iso, lambda moment: moment)


def _iso(text: str) -> Any:
    """With seconds at least: shorter forms are not of the specification."""
    return iso(text, lambda moment: moment) if len(text) >= 19 and text[16] == ":" else None


datetime = FieldType("datetime", "une date et une heure (2026-11-23T14:05:00Z)", ORDERED, _exact, formats=None)
