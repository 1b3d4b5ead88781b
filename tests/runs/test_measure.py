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
from coeurdeville.layers.trees import Trees
from coeurdeville.runs import plan
from coeurdeville.runs.measure import measure
from coeurdeville.services.climate.three_thirty_three_hundred import three_thirty_three_hundred
from coeurdeville.services.climate.tree_heritage import tree_heritage
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


def test_without_outline_what_stands_beyond_the_circle_is_not_counted() -> None:
    """Two trees in the town, one in another: it is not among the objects, nor in the figures."""
    circle = Territory("00001", "Ville", 2154, point=shapely.Point(500, 500), radius_m=1000.0)
    places = gpd.points_from_xy([500, 600, 90_000], [500, 600, 500])
    trees = Trees(gpd.GeoDataFrame(geometry=places, crs=2154), origin=ORIGIN)
    result = measure(tree_heritage, supplies(trees), circle)
    assert result.objects is not None
    assert len(result.objects) == 2
    assert [row.value for row in result.rows if row.indicator == "trees"] == [2]


def test_without_outline_the_neighbours_of_the_circle_still_serve() -> None:
    """A home on the edge of the circle sees the three trees beyond; the home beyond is not counted."""
    circle = Territory("00001", "Ville", 2154, point=shapely.Point(0, 0), radius_m=1000.0)
    homes = gpd.GeoDataFrame({"dwellings": [1.0, 5.0]}, geometry=shapely.box([980, 1010], 0, [990, 1020], 10), crs=2154)
    trees = Trees(gpd.GeoDataFrame(geometry=gpd.points_from_xy([1005] * 3, [0, 5, 10]), crs=2154), origin=ORIGIN)
    result = measure(three_thirty_three_hundred, supplies(Buildings(homes, origin=ORIGIN), trees), circle)
    values = {row.indicator: row.value for row in result.rows if not row.at}
    assert (values["dwellings"], values["three"]) == (1, 100)


def test_the_key_of_a_run_depends_on_how_quarters_are_drawn() -> None:
    files = {path.name for path in code.closure(*plan.ENGINE)}
    assert {"measure.py", "zonings.py", "districts.py", "zones.py", "resolver.py"} <= files
