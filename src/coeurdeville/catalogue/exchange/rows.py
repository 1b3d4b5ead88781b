"""A table of entries, row by row: cells under keys that are known, and the others as they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from math import isnan
from typing import TYPE_CHECKING, Any

from coeurdeville.catalogue.exchange.guarded import unguarded
from coeurdeville.catalogue.exchange.headers import resolve

if TYPE_CHECKING:
    from coeurdeville.readers.features import Features


@dataclass(frozen=True)
class Row:
    """What is written on one row, trimmed; nothing for a blank cell."""

    place: str
    """`ligne 12`."""
    cells: Mapping[str, str]
    """Key -> text."""
    extra: Mapping[str, str] = field(default_factory=dict)
    """Header that is not known -> text."""
    unread: Mapping[str, str] = field(default_factory=dict)
    """Key -> what is written in a cell that has no value: the text of a formula that nothing computed."""


def rows_of(features: Features, known: Mapping[str, str]) -> list[Row]:
    """Every row of a table; `known` goes from bare headers to keys."""
    headers = [str(one) for one in features.frame.columns]
    keys = resolve(headers, known)
    found = []
    for number, values in zip(features.row_numbers, features.frame.itertuples(index=False, name=None), strict=True):
        texts = {header: text for header, value in zip(headers, values, strict=True) if (text := _text(value))}
        cells = {keys[header]: text for header, text in texts.items() if header in keys}
        extra = {header: text for header, text in texts.items() if header not in keys}
        found.append(Row(f"{features.row_word} {number}", cells, extra))
    return found


def _text(value: Any) -> str:
    """A cell as one would type it: whole numbers without their `.0`, days without an hour."""
    import pandas as pd

    if isinstance(value, str):
        return unguarded(value.strip())
    if isinstance(value, bool):
        return "oui" if value else "non"
    if value is None or value is pd.NaT or (isinstance(value, float) and isnan(value)):
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat() if (value.hour, value.minute) == (0, 0) else value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()
