"""Numbers as they are typed in France: decimal comma, spaces between thousands, a unit beside."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from coeurdeville.readers.values import Parsed, texts

if TYPE_CHECKING:
    import pandas as pd

_SPACE = "[ \u00a0\u202f\u2009'’]"
_THOUSANDS = "|".join(
    (
        rf"\d{{1,3}}(?:{_SPACE}\d{{3}})+(?:[.,]\d+)?",
        r"\d{1,3}(?:\.\d{3})+,\d+",
        r"\d{1,3}(?:,\d{3})+\.\d+",
        r"\d{1,3}(?:\.\d{3}){2,}",
        r"\d{1,3}(?:,\d{3}){2,}",
    )
)
_TYPED = (
    rf"^(?P<sign>[-+\u2212]?)\s*(?P<body>{_THOUSANDS}|\d+(?:[.,]\d+)?|[.,]\d+)"
    r"\s*(?P<unit>[^\W\d_]{1,9}[²³23]?|[%°€µ])?\.?$"
)


def numbers(column: pd.Series) -> Parsed:
    """Numbers of a column of any type.

    `12,5`, `1 234,5`, `1.234,5`, `1,234.5`, `12 m`, `15 %` are read. One comma is a decimal comma. A range
    (`10-15`), an inequality (`< 5`) or a date is unreadable, and so is infinity. Units are listed, not converted.
    """
    import pandas as pd

    if pd.api.types.is_numeric_dtype(column) and not pd.api.types.is_bool_dtype(column):
        values = column.to_numpy(dtype=np.float64, na_value=np.nan)
        missing = np.isnan(values)
        return _finite(values, missing, ())
    text = texts(column)
    missing = text.isna().to_numpy()
    values = pd.to_numeric(text, errors="coerce").to_numpy(dtype=np.float64, na_value=np.nan, copy=True)
    rest = np.isnan(values) & ~missing
    units: tuple[str, ...] = ()
    if rest.any():
        values[rest], units = _typed(text[rest])
    return _finite(values, missing, units)


def _finite(values: NDArray[np.float64], missing: NDArray[np.bool_], units: tuple[str, ...]) -> Parsed:
    finite = np.isfinite(values)
    return Parsed(np.where(finite, values, np.nan), missing, ~finite & ~missing, units)


def _typed(text: pd.Series) -> tuple[NDArray[np.float64], tuple[str, ...]]:
    """Values of the texts that are not plain numbers, NaN where they are no number; the units met."""
    import pandas as pd

    pieces = text.str.extract(_TYPED)
    body = pieces["body"].str.replace(_SPACE, "", regex=True)
    comma_last = (body.str.rfind(",") > body.str.rfind(".")).fillna(value=False)
    decimal_comma = comma_last & (body.str.count(",") == 1)
    no_dot = body.str.replace(".", "", regex=False)
    french = no_dot.where(~decimal_comma, no_dot.str.replace(",", ".", regex=False)).str.replace(",", "", regex=False)
    no_comma = body.str.replace(",", "", regex=False)
    english = no_comma.where(no_comma.str.count(r"\.") < 2, no_comma.str.replace(".", "", regex=False))
    values = pd.to_numeric(french.where(comma_last, english), errors="coerce").to_numpy(np.float64, na_value=np.nan)
    minus = pieces["sign"].isin(["-", "\u2212"]).to_numpy()
    return np.where(minus, -values, values), tuple(str(unit) for unit in pieces["unit"].value_counts().index)
