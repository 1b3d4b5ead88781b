"""Columns of places: degrees, shapes, two numbers in a cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from coeurdeville.readers.numbers import numbers
from coeurdeville.schemas.proposing.columns import Shared
from coeurdeville.schemas.proposing.inferred import SURE, Inferred, observed, plain_number, strangers

if TYPE_CHECKING:
    import pandas as pd

PAIR = r"\s*\[?\s*(-?\d{1,3}\.\d+)\s*[,;]\s*(-?\d{1,3}\.\d+)\s*\]?\s*"


def place(cells: pd.Series, shared: Shared) -> Inferred | None:
    """Degrees under the name of a longitude or a latitude; GeoJSON under that of an outline."""
    if shared.key == "geometrie":
        return Inferred("geojson", str(min(cells, key=len))) if cells.str.startswith("{").mean() >= SURE else None
    if shared.key not in ("longitude", "latitude"):
        return None
    most = 180 if shared.key == "longitude" else 90
    read = numbers(cells)
    inside = np.abs(read.values) <= most
    if inside.mean() < SURE:
        return None
    known = read.values[inside]
    seen = (*observed(known), *strangers(1 - inside.mean(), "hors des bornes"))
    return Inferred("number", plain_number(known[0]), {}, {"minimum": -most, "maximum": most}, seen)


def pair(cells: pd.Series, _: Shared) -> Inferred | None:
    """Two numbers in a cell: a point, whose longitude must come first. In France, latitudes are told by their size."""
    found = cells.str.extract(f"^{PAIR}$").dropna()
    if len(found) < SURE * len(cells):
        return None
    first, second = found.iloc[0]
    longitude_first = -6 <= float(first) <= 10 and 41 <= float(second) <= 52
    if longitude_first:
        return Inferred("geopoint", f"{first},{second}")
    seen = f"la latitude semble venir d’abord ({first}) ; le schéma attend la longitude"
    return Inferred("geopoint", f"{second},{first}", seen=(seen,))
