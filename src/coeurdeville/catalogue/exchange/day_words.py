"""Days and vintages as people write them."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from coeurdeville.core.problems import Refused
from coeurdeville.core.vintage import Vintage


@lru_cache(maxsize=4096)
def day_of(text: str) -> tuple[date, bool] | None:
    """The day, and whether it is written whole: a month or a year alone gives its first day. None: unreadable."""
    import pandas as pd

    from coeurdeville.readers.dates import dates

    try:
        return date.fromisoformat(text), True
    except ValueError:
        pass
    read = dates(pd.Series([text], dtype="str"))
    if read.missing[0] or read.unreadable[0]:
        return None
    found = read.values[0].astype("datetime64[D]").item()
    return (found, not (read.rounded is not None and read.rounded[0])) if isinstance(found, date) else None


def vintage_of(text: str) -> Vintage | None:
    """The vintage that a text writes, in any form of `core.vintage` or of a date; None: unreadable.

    A month alone is the year it is in: an inventory tells years and days only.
    """
    try:
        return Vintage.parse(text)
    except Refused:
        found = day_of(text)
    if found is None:
        return None
    day, whole = found
    return Vintage(day, day) if whole else Vintage(date(day.year, 1, 1), date(day.year, 12, 31))
