"""How days, hours and instants are read: by ISO 8601, by any usual writing, or by the pattern that a field gives."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from coeurdeville.schemas.model import Field
from coeurdeville.schemas.types.contract import Exact

Keep = Callable[[datetime], Any]
"""What of an instant is the value: its day, its hour, itself."""


def moment_reader(field: Field, default: Exact, keep: Keep) -> Exact:
    """The reading of one text; `default` reads the format of that name."""
    if field.format == "default":
        return default

    def read(text: str) -> Any:
        try:
            return keep(free(text) if field.format == "any" else datetime.strptime(text, field.format))
        except (ValueError, OverflowError, TypeError):
            return None

    return read


def free(text: str) -> datetime:
    """Any usual way of writing; what is not said is today's, as the library that defines this format does."""
    from dateutil import parser

    found: datetime = parser.parse(text)
    return found


def iso(text: str, keep: Keep) -> Any:
    """ISO 8601; None when it is not."""
    from dateutil import parser

    try:
        return keep(parser.isoparse(text))
    except (ValueError, OverflowError):
        return None
