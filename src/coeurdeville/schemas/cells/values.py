"""Values of files that have types, as the texts that one would type in a CSV."""

from __future__ import annotations

import json
import math
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any


def text_of(value: Any) -> str:
    """`80000` and not `80000.0`, ISO days and hours, `true` and `false`; empty where there is nothing.

    A decimal number has the fifteen figures that a spreadsheet shows, and no exponent.
    """
    if value is None or value == "":
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return _of_float(value)
    if isinstance(value, datetime | date | time):
        return _of_time(value)
    return _of_other(value)


def _of_float(value: float) -> str:
    if math.isnan(value):
        return ""
    if math.isinf(value):
        return "INF" if value > 0 else "-INF"
    return f"{Decimal(f'{value:.15g}'):f}"


def _of_time(value: date | time) -> str:
    """A day that comes with the hour of midnight is a day."""
    if isinstance(value, datetime) and value.time() == time() and value.tzinfo is None:
        return value.date().isoformat()
    return value.isoformat()


def _of_other(value: Any) -> str:
    """Whole numbers, lists, objects, bytes."""
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, dict | list | tuple):
        return json.dumps(value, ensure_ascii=False, default=text_of)
    return str(value)
