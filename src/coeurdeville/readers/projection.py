"""Which projection coordinates are in, found from the numbers: the one that puts them near the town."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]

LEAST_SHARE = 0.001
"""Share of the points that must fall near the town: a file of the whole country has few, a wrong projection none."""
_SAMPLE = 20_000
_STEP = 0.01
_METRES_PER_DEGREE = 111_200.0


@dataclass(frozen=True)
class Vicinity:
    """Where a town's objects are expected, and the projections that its files may use."""

    longitude: float
    latitude: float
    radius: float
    """Metres around the point."""
    projections: tuple[int, ...]
    """EPSG codes to try, the likeliest first."""
    of_town: bool = True
    """The point is the town's; else the whole country is meant, and being there says nothing of the town."""


@dataclass(frozen=True)
class Fit:
    """How well one reading of the coordinates puts them near the town."""

    epsg: int
    swapped: bool
    """The first coordinate is the northing or latitude."""
    share: float
    """Share of the points within the radius, 0-1."""
    distance: float
    """Median distance of the points to the town's point, m."""


def fits(vicinity: Vicinity, x: Numbers, y: Numbers, projections: Sequence[int] | None = None) -> list[Fit]:
    """Readings that put at least `LEAST_SHARE` of the points near the town, the best first.

    The town's point is projected, not the points: distances near it are right to a few per thousand, and the
    cost does not depend on how many points there are. NaN are left out; at most 20 000 points are looked at.
    """
    known = np.flatnonzero(np.isfinite(x) & np.isfinite(y))
    known = known[:: max(1, len(known) // _SAMPLE)]
    if not len(known):
        return []
    tried = [
        _fit(vicinity, epsg, swapped, first, second)
        for epsg in (vicinity.projections if projections is None else projections)
        for swapped, first, second in ((False, x[known], y[known]), (True, y[known], x[known]))
    ]
    good = [fit for fit in tried if fit.share >= LEAST_SHARE]
    return sorted(good, key=lambda fit: (-round(fit.share, 2), fit.swapped, round(fit.distance, -2)))


def _fit(vicinity: Vicinity, epsg: int, swapped: bool, x: Numbers, y: Numbers) -> Fit:
    distance = _distances(vicinity, epsg, x, y)
    return Fit(epsg, swapped, float(np.mean(distance <= vicinity.radius)), float(np.median(distance)))


def _distances(vicinity: Vicinity, epsg: int, x: Numbers, y: Numbers) -> Numbers:
    """Metres from the town's point, infinite where the projection does not reach it."""
    here, scale_x, scale_y = _seen_from(vicinity.longitude, vicinity.latitude, epsg)
    away = np.hypot((x - here[0]) / scale_x, (y - here[1]) / scale_y)
    return np.asarray(np.where(np.isfinite(away), away, np.inf), dtype=np.float64)


@lru_cache
def _seen_from(longitude: float, latitude: float, epsg: int) -> tuple[Numbers, float, float]:
    """A place in a projection, and how many of its units make a metre there, eastwards and northwards."""
    import pyproj

    project = pyproj.Transformer.from_crs(4326, epsg, always_xy=True)
    here, east, north = (
        np.array(project.transform(longitude + dx, latitude + dy))
        for dx, dy in ((0.0, 0.0), (_STEP, 0.0), (0.0, _STEP))
    )
    metres = _STEP * _METRES_PER_DEGREE
    scale_x = np.hypot(*(east - here)) / (metres * np.cos(np.radians(latitude)))
    return here, float(scale_x), float(np.hypot(*(north - here)) / metres)
