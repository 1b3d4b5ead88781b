"""What a run does around a service: ground beyond the limits, what stands for a layer, what its key depends on."""

import geopandas as gpd
import numpy as np
import pytest
import shapely

from coeurdeville.core import code
from coeurdeville.core.provenance import Origin
from coeurdeville.layers.buildings import Buildings
from coeurdeville.layers.canopy_height import CanopyHeight
from coeurdeville.layers.contract.raster import Grid
from coeurdeville.layers.contract.supply import supplies
from coeurdeville.layers.flood_zones import FloodZones
from coeurdeville.runs import plan
from coeurdeville.runs.measure import measure
from coeurdeville.services.climate.three_thirty_three_hundred import three_thirty_three_hundred
from coeurdeville.territories.territory import Territory

ORIGIN = Origin("Essai")
TOWN = Territory("00001", "Ville", 2154, shapely.box(0, 0, 1000, 1000))


def test_cells_of_unknown_height_are_not_known_ground() -> None:
    """Trees everywhere in the west, nothing known in the east: known on half of the town, and all green there."""
    heights = np.full((160, 160), 8.0)
    heights[:, 80:] = np.nan
    raster = CanopyHeight(Grid(heights, -300, -300, 10, 2154), origin=ORIGIN)
    shapes = shapely.box([200, 800], 200, [210, 810], 210)
    homes = gpd.GeoDataFrame({"dwellings": [1.0, 1.0]}, geometry=shapes, crs=2154)
    result = measure(three_thirty_three_hundred, supplies(Buildings(homes, origin=ORIGIN), raster), TOWN)
    (row,) = [row for row in result.rows if row.indicator == "thirty"]
    assert (row.value, row.covered) == (100, pytest.approx(50))


def test_a_scenario_outside_an_area_is_kept_by_one_zone() -> None:
    shapes = shapely.box([0, 900, 5000, 6000], 0, [10, 910, 5010, 6010], 10)
    zones = gpd.GeoDataFrame({"scenario": ["rare", "rare", "fréquent", "fréquent"]}, geometry=shapes, crs=2154)
    near = FloodZones(zones, origin=ORIGIN).clip(shapely.box(0, 0, 100, 100))
    assert near.frame["scenario"].tolist() == ["rare", "fréquent"]


def test_the_key_of_a_run_depends_on_how_quarters_are_drawn() -> None:
    files = {path.name for path in code.closure(*plan.ENGINE)}
    assert {"measure.py", "zonings.py", "districts.py", "zones.py", "resolver.py"} <= files
