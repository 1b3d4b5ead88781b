"""Flood zones: for each scenario the ground under the level of the water, in reaches and classes of depth."""

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import shapely

from coeurdeville.demo.terrain import River, reach_of, strip

if TYPE_CHECKING:
    import geopandas as gpd

MARGIN = 0.3
"""No building corner stands nearer than this to the limit of a zone, m along y: nobody can count otherwise."""
REACH = 320.0
"""Length of a reach, m: zones are cut there as in the maps of a prevention plan."""


@dataclass(frozen=True)
class Scenario:
    """A flood: its name, return period (years) and height of water above the bank (m)."""

    name: str
    years: int
    level: float


SCENARIOS = (Scenario("frequent", 10, 0.9), Scenario("moyen", 100, 2.0), Scenario("extreme", 1000, 3.2))
CLASSES = (("faible", 0.0), ("modéré", 0.5), ("fort", 1.0), ("très fort", 2.0))
"""Hazard classes and the depth from which each begins, m."""


@dataclass(frozen=True)
class Band:
    """One class of depth of one scenario: from `low` to `high` metres above the river; the lowest holds the bed."""

    scenario: Scenario
    hazard: str
    low: float
    high: float

    @property
    def depth(self) -> float:
        """Mean depth of water, m."""
        return self.scenario.level - (self.low + self.high) / 2


def bands() -> list[Band]:
    """Every class of every scenario, deepest first."""
    found = []
    for scenario in SCENARIOS:
        tops = [scenario.level - start for _, start in CLASSES if start < scenario.level]
        lows = [*tops[1:], 0.0]
        found += [Band(scenario, name, low, top) for (name, _), low, top in zip(CLASSES, lows, tops, strict=False)][
            ::-1
        ]
    return found


def flood_zones(river: River, outline: shapely.Polygon) -> "gpd.GeoDataFrame":
    """The layer, in the town's frame: classes of one scenario touch and never overlap; scenarios are nested."""
    import geopandas as gpd

    cuts = np.linspace(0, len(river.x) - 1, max(2, int(np.ptp(river.x) / REACH) + 1)).astype(int)
    shapes, of = [], []
    for band in bands():
        for first, last in pairwise(cuts):
            pieces = band_pieces(river, band, slice(first, last + 1))
            shapes += pieces
            of += [band] * len(pieces)
    parts, rank = shapely.get_parts(shapely.intersection(np.array(shapes), outline), return_index=True)
    kept = shapely.area(parts) > 1
    rows = [of[i] for i in rank[kept]]
    columns = {
        "scenario": [band.scenario.name for band in rows],
        "hazard": [band.hazard for band in rows],
        "depth": [round(band.depth, 2) for band in rows],
        "return_period": [band.scenario.years for band in rows],
    }
    return gpd.GeoDataFrame(columns, geometry=parts[kept])


def band_pieces(river: River, band: Band, here: slice) -> list[shapely.Polygon]:
    """One piece across the bed for the deepest class, one on each bank for the others."""
    x = river.x[here]
    outer = [limit[here] for limit in river.band(reach_of(band.high))]
    if band.low == 0:
        return [strip(x, outer[0], outer[1])]
    inner = [limit[here] for limit in river.band(reach_of(band.low))]
    return [strip(x, outer[0], inner[0]), strip(x, inner[1], outer[1])]


def depth_limits() -> list[float]:
    """Heights above the river where a zone or a class begins, m."""
    return sorted({height for band in bands() for height in (band.low, band.high) if height > 0})


def flooded(shapes: np.ndarray, river: River, height: float) -> np.ndarray:
    """Which shapes have a corner under `height` metres above the river: from coordinates alone, exactly."""
    return lowest_corner(shapes, river, height) > 0


def clear_of_limits(shapes: np.ndarray, river: River) -> np.ndarray:
    """Which shapes are plainly in or plainly out of every zone."""
    away = [np.abs(lowest_corner(shapes, river, height)) > MARGIN for height in depth_limits()]
    return np.asarray(np.all(away, axis=0))


def lowest_corner(shapes: np.ndarray, river: River, height: float) -> np.ndarray:
    """How far inside the zone under `height` the deepest corner of each shape is, m; negative outside."""
    xy, shape = shapely.get_coordinates(shapes, return_index=True)
    deepest = np.full(len(shapes), -np.inf)
    np.maximum.at(deepest, shape, river.between(xy, reach_of(height)))
    return deepest
