"""Places written in columns, to points and shapes, whatever the projection."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from coeurdeville.readers.coordinate_columns import Places, Written
from coeurdeville.readers.numbers import numbers
from coeurdeville.readers.shapes import Rows, Shapes, mend

if TYPE_CHECKING:
    import pandas as pd

_NUMBER_PAIR = r"(-?\d+(?:\.\d+)?)\s*[,;\s]\s*(-?\d+(?:\.\d+)?)[\s)\]]*$"
_COMMA_PAIR = r"(-?\d+,\d+)\s*[;/\s]\s*(-?\d+,\d+)[\s)\]]*$"


@dataclass(frozen=True, eq=False)
class Placed:
    """The shapes of each row, as written: neither projected nor put in order. Arrays of shape (n,)."""

    shapes: Shapes
    missing: Rows
    """No place is written there, or a place of zeros."""
    unreadable: Rows
    repaired: Rows
    crs: int | None = None
    """EPSG code written with the shapes themselves (`SRID=`)."""


def placed(frame: pd.DataFrame, places: Places) -> Placed:
    """The shapes written in the columns of `places`."""
    if places.written is Written.XY:
        first, second = (numbers(frame[column]) for column in places.columns)
        return _points(
            first.values, second.values, first.missing | second.missing, first.unreadable | second.unreadable
        )
    column = frame[places.columns[0]]
    if places.written is Written.PAIR:
        return _pairs(column)
    return _shapes(column, places.written)


def _points(x: np.ndarray, y: np.ndarray, missing: Rows, unreadable: Rows) -> Placed:
    nowhere = (x == 0) & (y == 0)
    known = np.isfinite(x) & np.isfinite(y) & ~nowhere
    shapes = np.full(len(x), None, dtype=object)
    shapes[known] = shapely.points(x[known], y[known])
    return Placed(shapes, (missing & ~unreadable) | nowhere, unreadable, np.zeros(len(x), dtype=bool))


def _pairs(column: pd.Series) -> Placed:
    """`49.8, 3.2`, `[3.2, 49.8]`, `49,8 ; 3,2`: two numbers; which comes first is seen later."""
    pairs = column.str.extract(_NUMBER_PAIR)
    commas = column.str.extract(_COMMA_PAIR)
    pairs = commas.where(commas[0].notna(), pairs)
    first, second = numbers(pairs[0]), numbers(pairs[1])
    missing = column.isna().to_numpy()
    return _points(first.values, second.values, missing, first.missing & ~missing)


def _shapes(column: pd.Series, written: Written) -> Placed:
    missing = column.isna().to_numpy() | (column.str.strip() == "").fillna(value=True).to_numpy(dtype=bool)
    text = column.where(~missing, None).astype(object)
    srid = None
    if written is Written.WKT:
        srid = _common(text.str.extract(r"SRID=(\d+)", expand=False).dropna().astype(int))
        text = text.str.replace(r"^\s*SRID=\d+;\s*", "", regex=True)
    values = text.to_numpy(dtype=object, na_value=None)
    read = {Written.WKT: shapely.from_wkt, Written.GEOJSON: shapely.from_geojson, Written.WKB: shapely.from_wkb}
    shapes = read[written](values, on_invalid="ignore")
    if written is Written.WKB:
        srid = _common(shapely.get_srid(shapes[~shapely.is_missing(shapes)]))
    lost = shapely.is_missing(shapes) & ~missing
    repaired, empty = mend(shapes)
    return Placed(shapes, missing, lost | empty, repaired, srid)


def _common(codes: np.ndarray | pd.Series) -> int | None:
    """The one projection that every shape names, None when they name none or several."""
    found = {int(code) for code in codes}
    return found.pop() if len(found) == 1 and found != {0} else None
