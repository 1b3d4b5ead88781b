"""Dates as they are typed in France: day first, ISO, timestamps, month names, serial numbers of Excel."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from coeurdeville.core.french import MONTHS, plain
from coeurdeville.readers.values import Parsed, by_word, texts

if TYPE_CHECKING:
    import pandas as pd

Times = NDArray[np.datetime64]

_TIME = (
    r"(?:[T ]\s*(?P<hour>\d{1,2})[:hH](?P<minute>\d{2})?(?::(?P<second>\d{2})(?:[.,]\d+)?)?"
    r"\s*(?P<zone>Z|[+-]\d{2}(?::?\d{2})?)?)?$"
)
_MONTH = r"(?P<month>\d{1,2}|[^\W\d_]{3,9}\.?)"
_WRITTEN = (
    r"^(?P<year>\d{4})[-/.](?P<month>\d{1,2})(?:[-/.](?P<day>\d{1,2}))?" + _TIME,
    rf"^(?P<day>\d{{1,2}})(?:er)?[-/. ]{_MONTH}[-/. ](?P<year>\d{{4}}|\d{{2}})" + _TIME,
    r"^(?P<year>(?:19|20)\d{2})(?P<month>\d{2})(?P<day>\d{2})$",
    rf"^{_MONTH}[-/. ](?P<year>\d{{4}})$",
    r"^(?P<year>1[5-9]\d{2}|20\d{2})$",
)
_SERIAL = r"^[1-9]\d{4}(?:\.\d+)?$"
_EXCEL = np.datetime64("1899-12-30", "s")
_DAY = 86_400


def dates(column: pd.Series) -> Parsed:
    """Dates of a column of any type, as datetime64[s], in universal time when an offset is written.

    `02/01/2020` is the second of January: the day always comes first, and a month past 12 is unreadable. Two-figure
    years to 68 are of this century. A number of five figures is a day of Excel. A month or a year alone gives its
    first day and is counted in `rounded`.
    """
    import pandas as pd

    if pd.api.types.is_datetime64_any_dtype(column):
        utc = column.dt.tz_convert(None) if column.dt.tz is not None else column
        values = utc.to_numpy().astype("datetime64[s]")
        return Parsed(values, np.isnat(values), np.zeros(len(values), bool), rounded=np.zeros(len(values), bool))
    text = texts(column)
    codes, words = pd.factorize(text)
    values, rounded = _of_words(pd.Series(words, dtype="str"))
    values, rounded = np.r_[values, np.datetime64("NaT", "s")][codes], np.r_[rounded, False][codes]
    missing = text.isna().to_numpy()
    return Parsed(values, missing, np.isnat(values) & ~missing, rounded=rounded)


def _of_words(words: pd.Series) -> tuple[Times, NDArray[np.bool_]]:
    """The dates that different texts write, and those of which the day is not written."""
    import pandas as pd

    values = np.full(len(words), np.datetime64("NaT", "s"))
    rounded = np.zeros(len(words), dtype=bool)
    for pattern in _WRITTEN:
        fits = np.isnat(values) & words.str.match(pattern).to_numpy(dtype=bool, na_value=False)
        if fits.any():
            pieces = words[fits].str.extract(pattern)
            values[fits] = _built(pieces)
            rounded[fits] = pieces["day"].isna() if "day" in pieces else True
    serial = np.isnat(values) & words.str.match(_SERIAL).to_numpy(dtype=bool, na_value=False)
    days = pd.to_numeric(words[serial]).to_numpy(dtype=np.float64)
    values[serial] = _EXCEL + np.round(days * _DAY).astype("timedelta64[s]")
    return values, rounded & ~np.isnat(values)


def _built(pieces: pd.DataFrame) -> Times:
    """Dates from their written pieces; NaT where the calendar has no such day or hour."""
    year, day = _figures(pieces, "year", 1), _figures(pieces, "day", 1)
    month = _months(pieces)
    hour, minute, second = (_figures(pieces, name, 0) for name in ("hour", "minute", "second"))
    year = np.where(year < 69, year + 2000, np.where(year < 100, year + 1900, year))
    first = (year - 1970).astype("datetime64[Y]").astype("datetime64[M]") + (month - 1).astype("timedelta64[M]")
    dated = first.astype("datetime64[D]") + (day - 1).astype("timedelta64[D]")
    right = (month >= 1) & (month <= 12) & (day >= 1) & (dated.astype("datetime64[M]") == first)
    right &= (hour < 24) & (minute < 60) & (second < 60)
    seconds = (hour * 60 + minute) * 60 + second - _offsets(pieces)
    return np.where(right, dated.astype("datetime64[s]") + seconds.astype("timedelta64[s]"), np.datetime64("NaT", "s"))


def _figures(pieces: pd.DataFrame, name: str, default: int) -> NDArray[np.int64]:
    if name not in pieces:
        return np.full(len(pieces), default, dtype=np.int64)
    return np.asarray(pieces[name].fillna(str(default)).astype("int64"), dtype=np.int64)


def _months(pieces: pd.DataFrame) -> NDArray[np.int64]:
    """Months from figures or French names, whole or cut (`janv.`); 0 for a word that is no month."""
    if "month" not in pieces:
        return np.ones(len(pieces), dtype=np.int64)
    written = pieces["month"].str.strip(".")
    meanings = {plain(month)[:length]: rank for rank, month in enumerate(MONTHS, start=1) for length in range(3, 10)}
    meanings |= {f"{rank:0{width}d}": rank for rank in range(1, 13) for width in (1, 2)}
    meanings.pop("jui")
    return by_word(written, meanings, 0)


def _offsets(pieces: pd.DataFrame) -> NDArray[np.int64]:
    """Seconds ahead of universal time; none written is zero."""
    if "zone" not in pieces:
        return np.zeros(len(pieces), dtype=np.int64)
    zone = pieces["zone"].fillna("Z").replace("Z", "+00:00").str.replace(":", "", regex=False).str.ljust(5, "0")
    seconds = zone.str.slice(1, 3).astype("int64") * 3600 + zone.str.slice(3, 5).astype("int64") * 60
    return np.asarray(np.where(zone.str.startswith("-"), -seconds, seconds), dtype=np.int64)
