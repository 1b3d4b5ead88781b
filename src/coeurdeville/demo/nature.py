"""The living town: green spaces, trees, vegetation, water, wild species; their layers."""

from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from coeurdeville.demo.districts import district_of
from coeurdeville.demo.frames import clipped, layer, placed
from coeurdeville.demo.green import Greens, draw_greens
from coeurdeville.demo.ground import Ground
from coeurdeville.demo.planting import draw_spots
from coeurdeville.demo.reckoning import tree_truth
from coeurdeville.demo.settlement import Settlement
from coeurdeville.demo.trees import plant, tree_layer
from coeurdeville.demo.truth import SpeciesTruth, TreeTruth
from coeurdeville.demo.vegetation import draw_vegetation
from coeurdeville.demo.wildlife import draw_occurrences

if TYPE_CHECKING:
    import geopandas as gpd

RIVER = "L’Aune"
POND = "Étang"
STATUSES = ["protected", "threatened", "invasive", "sensitive"]


def nature_layers(ground: Ground, built: Settlement) -> tuple[dict[str, Any], TreeTruth, SpeciesTruth]:
    """Green spaces, trees, vegetation, water, occurrences, species_status; and what is true of trees and species."""
    plan = ground.plan
    greens = draw_greens(plan, ground.islands, ground.pockets, built.slabs, ground.hamlets)
    trees, planted = trees_of(ground, built, greens)
    records, pool = draw_occurrences(plan, shapely.get_coordinates(shapely.point_on_surface(greens.shapes)))
    layers = {
        "trees": trees,
        "green_spaces": layer(ground, greens.shapes, name=greens.names(plan.seed), kind=greens.kinds()),
        "vegetation": vegetation_of(ground, built, greens),
        "water": water_of(ground, greens),
        "occurrences": placed(ground, records),
        "species_status": pool[["taxon", *STATUSES]],
    }
    return layers, planted, SpeciesTruth(pool)


def trees_of(ground: Ground, built: Settlement, greens: Greens) -> tuple["gpd.GeoDataFrame", TreeTruth]:
    """The layer of trees and what was planted."""
    footprints = built.town.shapes
    spots = draw_spots(ground.plan, ground.river, ground.streets, ground.islands, greens, footprints, ground.hamlets)
    planted = plant(ground.plan, spots)
    quarter = district_of(shapely.points(spots.xy), ground.districts, ground.district_names)
    return placed(ground, tree_layer(ground.plan, spots, planted, quarter)), tree_truth(planted)


def vegetation_of(ground: Ground, built: Settlement, greens: Greens) -> "gpd.GeoDataFrame":
    """Vegetation inside the commune."""
    shapes, kind = draw_vegetation(ground.plan, ground.river, ground.islands, greens, built.town.shapes, ground.hamlets)
    parts, row = clipped(shapes, ground.outline)
    return layer(ground, parts, kind=kind[row])


def water_of(ground: Ground, greens: Greens) -> "gpd.GeoDataFrame":
    """The river inside the commune, and the ponds."""
    beds, _ = clipped(np.array([ground.river.bed()]), ground.outline)
    names = np.array([RIVER] * len(beds) + [POND] * len(greens.ponds), dtype=object)
    return layer(ground, np.concatenate([beds, greens.ponds]), name=names)
