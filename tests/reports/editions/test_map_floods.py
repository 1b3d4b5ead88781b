"""The edges of flood zones on an interactive map: one line around each ground under water, by scenario."""

from types import SimpleNamespace
from typing import Any

import geopandas as gpd
import pytest
import shapely

from coeurdeville.core.provenance import Origin
from coeurdeville.layers.flood_zones import FloodZones
from coeurdeville.reports.editions.map_drawn import Drawn
from coeurdeville.reports.editions.map_floods import floods

EAST, NORTH = 700_000, 6_600_000
WINDOW = (EAST, NORTH, EAST + 1000.0, NORTH + 1000.0)


def box(west: float, south: float, east: float, north: float) -> shapely.Polygon:
    return shapely.box(EAST + west, NORTH + south, EAST + east, NORTH + north)


def drawn(*zones: tuple[str, shapely.Polygon]) -> list[Drawn]:
    frame = gpd.GeoDataFrame({"scenario": [name for name, _ in zones]}, geometry=[one for _, one in zones], crs=2154)
    layer = FloodZones(frame, origin=Origin("Zones inondables", "Préfecture"))
    subject: Any = SimpleNamespace(on_offer={FloodZones: SimpleNamespace(layer=layer)}, town=SimpleNamespace(crs=2154))
    return [*floods(subject, WINDOW)]


def counts(*zones: tuple[str, shapely.Polygon]) -> list[tuple[str, int]]:
    (one,) = drawn(*zones)
    return [(entry.words, entry.count) for entry in one.layer().classes]


def test_zones_of_a_scenario_that_touch_have_one_edge() -> None:
    assert counts(
        ("extreme", box(0, 0, 300, 900)), ("frequent", box(0, 0, 100, 100)), ("frequent", box(100, 0, 200, 100)),
        ("frequent", box(500, 500, 600, 600)),
    ) == [("inondation fréquente", 2), ("inondation extrême", 1)]  # fmt: skip


def test_codes_of_one_scenario_are_one_line_of_the_legend() -> None:
    assert counts(("01Fai", box(0, 0, 50, 50)), ("extreme", box(40, 0, 90, 50))) == [("inondation extrême", 1)]


def test_edges_stop_at_the_window() -> None:
    (one,) = drawn(("frequent", box(-500, 100, 5000, 900)))
    west, _, east, _ = shapely.total_bounds(one.shapes)
    assert one.geometry == "line"
    assert (east - west) * 78_000 == pytest.approx(1000, rel=0.03)  # metres in a degree there


def test_ground_out_of_the_window_gives_no_layer() -> None:
    assert drawn(("frequent", box(5000, 5000, 6000, 6000))) == []


def test_scenarios_too_many_to_be_told_apart_are_drawn_alike() -> None:
    zones = [(f"crue de 19{rank}", box(rank, 0, rank + 10, 10)) for rank in range(10, 90, 10)]
    assert counts(*zones) == [("tous les scénarios", 1)]
