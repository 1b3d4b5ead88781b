"""The built town: buildings with their dwellings, people, facilities; their layers and their truth."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from coeurdeville.demo.buildings import Built, Sizes, sizes
from coeurdeville.demo.flood import flood_zones
from coeurdeville.demo.frames import layer, placed
from coeurdeville.demo.ground import Ground
from coeurdeville.demo.people import Homes, draw_facilities, draw_homes, population
from coeurdeville.demo.reckoning import flood_truths, hamlet_truths
from coeurdeville.demo.truth import FloodTruth, HamletTruth

if TYPE_CHECKING:
    import geopandas as gpd


@dataclass(frozen=True)
class Settlement:
    """Buildings and who is in them, in the town's frame; `first` is the row of the hamlets' first home."""

    town: Built
    first: int
    size: Sizes
    homes: Homes
    facilities: "gpd.GeoDataFrame"

    @property
    def slabs(self) -> np.ndarray:
        """Footprints of the estates."""
        return self.town.shapes[np.isin(self.town.form, ("barre", "tour"))]


def settle(ground: Ground) -> Settlement:
    """Buildings get their size, facilities theirs, people move in."""
    town, first = ground.everything()
    facilities, size = draw_facilities(ground.plan, ground.river, town, sizes(ground.plan, town))
    return Settlement(town, first, size, draw_homes(ground.plan, size.dwellings), facilities)


def settlement_layers(ground: Ground, built: Settlement) -> dict[str, Any]:
    """Districts, buildings, roads, flood zones, population, facilities."""
    size, streets = built.size, ground.streets
    buildings = layer(
        ground,
        built.town.shapes,
        dwellings=size.dwellings,
        height=size.height,
        floors=size.floors,
        use=size.use,
    )
    return {
        "districts": layer(ground, ground.districts, name=ground.district_names),
        "buildings": buildings,
        "roads": layer(ground, streets.shapes, name=streets.names, kind=streets.kinds.astype(object)),
        "flood_zones": placed(ground, flood_zones(ground.river, ground.outline)),
        "population": population(buildings.geometry.to_numpy(), built.homes),
        "facilities": placed(ground, built.facilities),
    }


def floods_of(ground: Ground, built: Settlement) -> dict[str, FloodTruth]:
    """What each flood scenario reaches."""
    points = built.facilities.geometry.to_numpy()
    return flood_truths(ground.river, built.town.shapes, built.size.dwellings, built.homes, points)


def hamlets_of(ground: Ground, built: Settlement) -> tuple[HamletTruth, ...]:
    """What the homes of each hamlet satisfy."""
    return hamlet_truths(ground.hamlets, built.first, built.size.dwellings)
