"""Dates as the field writes them: ISO unless it says otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from coeurdeville.readers.dates import dates
from coeurdeville.schemas.model import Field
from coeurdeville.schemas.repair.accepted import accepted
from coeurdeville.schemas.repair.steps.contract import Step, Wanted

if TYPE_CHECKING:
    import pandas as pd

DATED = ("date", "datetime", "year", "yearmonth")
DEFAULTS = {"date": "%Y-%m-%d", "datetime": "%Y-%m-%dT%H:%M:%SZ", "year": "%Y", "yearmonth": "%Y-%m"}
OFFSET = r"\d{1,2}:\d{2}.*(?:Z|[+-]\d{2}(?::?\d{2})?)$"
"""An hour that is told in universal time or with its offset."""


def _written(texts: pd.Series[Any], wanted: Wanted) -> pd.Series[Any]:
    """A date of which the day or the month is not written is never completed.

    An hour told with its offset gives the day where the town is, not the one of universal time.
    """
    dated_text = wanted.field.type == "string" and "pattern" in wanted.field.constraints
    if wanted.field.type not in DATED and not dated_text:
        return texts
    read = dates(texts)
    assert read.rounded is not None
    moments = _of_the_town(texts, read.values, wanted)
    written = texts.copy()
    for pattern, precise in _patterns(wanted.field):
        known = ~np.isnat(moments) & ~(read.rounded & precise)
        said = _formatted(moments[known], pattern)
        right = accepted(wanted.field, said)
        written[known] = np.where(right, said, written[known].to_numpy(dtype=object))
    return written


def _patterns(field: Field) -> list[tuple[str, bool]]:
    """Ways of writing, the most precise last, and whether each needs the day to be known."""
    if field.type == "string":
        return [("%Y-%m", False), ("%Y-%m-%d", True)]
    pattern = field.format if "%" in field.format else DEFAULTS[field.type]
    return [(pattern, field.type in ("date", "datetime"))]


def _of_the_town(texts: pd.Series[Any], moments: NDArray[Any], wanted: Wanted) -> NDArray[Any]:
    import pandas as pd

    told = texts.str.contains(OFFSET, na=False).to_numpy(dtype=bool) & ~np.isnat(moments)
    if wanted.field.type == "datetime" or not told.any():
        return moments
    local = pd.DatetimeIndex(moments[told], tz="UTC").tz_convert(wanted.zone).tz_localize(None)
    moments = moments.copy()
    moments[told] = local.to_numpy().astype(moments.dtype)
    return moments


def _formatted(moments: NDArray[Any], pattern: str) -> NDArray[Any]:
    return np.array([moment.strftime(pattern) for moment in moments.astype("datetime64[s]").tolist()], dtype=object)


days = Step("date-reecrite", "date écrite comme le veut le schéma", 60, _written)
