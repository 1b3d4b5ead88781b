"""Cells of a file read as a layer's column wants them: units, dictionaries of codes, dates, yes and no."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from coeurdeville.layers.contract.column import Column
from coeurdeville.readers.dates import dates
from coeurdeville.readers.numbers import numbers
from coeurdeville.readers.values import Parsed, booleans, texts
from coeurdeville.schemas.mapping.listed import listed
from coeurdeville.schemas.mapping.units import METRES

if TYPE_CHECKING:
    import pandas as pd

FIRST_YEAR = 1000
"""A column of whole numbers that starts above it holds years, which may be written as dates."""


@dataclass(frozen=True, eq=False)
class Converted:
    """A column read. Masks have the shape `(n,)`; a cell is in one of them at most."""

    values: pd.Series
    """In the type and unit of the layer; missing where unreadable or outside."""
    missing: NDArray[np.bool_]
    unreadable: NDArray[np.bool_]
    outside: NDArray[np.bool_]

    @property
    def filled(self) -> int:
        """Cells in which something was written."""
        return int((~self.missing).sum())


def convert(cells: pd.Series, column: Column, *, unit: str = "", codes: Mapping[str, str] | None = None) -> Converted:
    """The cells of a file as a column of a layer.

    Parameters
    ----------
    unit
        Unit of length in the file when it is another than the column's.
    codes
        Cell -> value, applied first; cells that it does not list are read as they are.
    """
    if codes:
        told = texts(cells).map(dict(codes))
        cells = told.where(told.notna(), cells)
    parsed = _READERS[column.dtype](cells, column)
    if column.dtype not in ("int", "float"):
        return _converted(cells, parsed, parsed.values, np.zeros(len(cells), dtype=bool))
    scaled = parsed.values * (METRES[unit] / METRES[column.unit] if unit else 1)
    with np.errstate(invalid="ignore"):
        outside = (scaled < column.minimum) | (scaled > column.maximum)
    return _converted(cells, parsed, np.where(outside, np.nan, scaled), outside)


def _converted(cells: pd.Series, parsed: Parsed, values: Any, outside: NDArray[np.bool_]) -> Converted:
    import pandas as pd

    return Converted(pd.Series(values, index=cells.index), parsed.missing, parsed.unreadable, outside)


def _whole(cells: pd.Series, column: Column) -> Parsed:
    """Whole numbers; where years are expected, a date gives its year."""
    read = numbers(cells)
    values, unreadable = np.round(read.values), read.unreadable
    if column.minimum >= FIRST_YEAR and unreadable.any():
        days = dates(cells)
        years = days.values.astype("datetime64[Y]").astype(float) + 1970
        dated = unreadable & ~np.isnat(days.values)
        values, unreadable = np.where(dated, years, values), unreadable & ~dated
    return Parsed(values, read.missing, unreadable)


def _text(cells: pd.Series, column: Column) -> Parsed:
    """Trimmed texts; those of a closed list are found whatever their accents, case and hyphens."""
    text = texts(cells)
    missing = text.isna().to_numpy()
    if not column.values:
        return Parsed(text.to_numpy(), missing, np.zeros(len(cells), dtype=bool))
    found = listed(text, column.values, dict(column.synonyms))
    return Parsed(found.to_numpy(), missing, found.isna().to_numpy() & ~missing)


def _yes_no(cells: pd.Series, _: Column) -> Parsed:
    """Yes, no, and unknown where nothing is said or cannot be read: what is not said is not a no."""
    import pandas as pd

    read = booleans(cells)
    unknown = read.missing | read.unreadable
    return Parsed(pd.arrays.BooleanArray(read.values, unknown), read.missing, read.unreadable)


_READERS: dict[str, Callable[[Any, Column], Parsed]] = {
    "int": _whole,
    "float": lambda cells, _: numbers(cells),
    "str": _text,
    "bool": _yes_no,
    "date": lambda cells, _: dates(cells),
}
