"""Refusals of the report's structure: a text that is not there, a key given twice.

They guard against a programmer's error, so they raise `ValueError` in English; what a town typed
never triggers them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from coeurdeville.reports.palette import HATCH

_KEY = re.compile(r"[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*")
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


def require_words(owner: str, **texts: str) -> None:
    """Refuse any text that is empty or blank, by its name."""
    for name, text in texts.items():
        if not text.strip():
            raise ValueError(f"{owner}: {name} has no words")


def require_some(owner: str, **series: Iterable[object]) -> None:
    """Refuse any list that is empty, by its name."""
    for name, values in series.items():
        if not tuple(values):
            raise ValueError(f"{owner}: {name} is empty")


def require_key(owner: str, key: str) -> None:
    """Refuse a key that could not be an identifier of the page: lower case, figures, hyphens."""
    if not _KEY.fullmatch(key):
        raise ValueError(f"{owner}: {key!r} is not a key (lower-case letters, figures, hyphens)")


def require_colour(owner: str, colour: str) -> None:
    """Refuse what is neither `#RRGGBB` nor `palette.HATCH`."""
    if colour != HATCH and not _COLOUR.fullmatch(colour):
        raise ValueError(f"{owner}: {colour!r} is not a colour (#RRGGBB)")


def require_date(owner: str, text: str) -> None:
    """Refuse a date that is not `YYYY-MM-DD`."""
    try:
        date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"{owner}: {text!r} is not a date (YYYY-MM-DD)") from None


def require_unique(owner: str, keys: Iterable[str]) -> None:
    """Refuse a key given twice: identifiers of the page would collide."""
    seen: set[str] = set()
    for key in keys:
        if key in seen:
            raise ValueError(f"{owner}: key {key!r} is given twice")
        seen.add(key)
