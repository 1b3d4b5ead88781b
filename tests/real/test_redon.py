"""Redon's OpenStreetMap extract: buildings, trees, green spaces, streets; 3-30-300 where the extract is complete."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import geopandas as gpd
import numpy as np
import pytest
import shapely

from coeurdeville.layers.buildings import Buildings
from coeurdeville.layers.green_spaces import GreenSpaces
from coeurdeville.layers.roads import Roads
from coeurdeville.layers.trees import Trees
from coeurdeville.layers.vegetation import Vegetation
from coeurdeville.runs.measure import measure
from coeurdeville.runs.result import TOWN, Result, figures_of
from coeurdeville.services.climate.three_thirty_three_hundred import three_thirty_three_hundred
from coeurdeville.services.climate.tree_heritage import tree_heritage

pytestmark = pytest.mark.real
FILE = "towns/35236-redon/redon.osm"


@pytest.fixture(scope="module")
def redon(mirror: Path, real_town: Callable[..., Any]) -> Any:
    return real_town("35236", (mirror / FILE, None))


@pytest.fixture(scope="module")
def frames(redon: Any) -> dict[str, Any]:
    """Each layer of the extract, and the ground on which it is complete within the town."""
    town, offre = redon
    kinds = {"buildings": Buildings, "trees": Trees, "parks": GreenSpaces, "roads": Roads, "vegetation": Vegetation}
    layers = {name: offre.couches[kind].layer for name, kind in kinds.items()}
    return {**{name: layer.frame for name, layer in layers.items()},
            "ground": town.outline.intersection(layers["buildings"].extent)}  # fmt: skip


@pytest.fixture(scope="module")
def result(redon: Any) -> Result:
    town, offre = redon
    return measure(three_thirty_three_hundred, offre.couches, town)


@pytest.fixture(scope="module")
def homes(frames: dict[str, Any]) -> Any:
    """Buildings with dwellings whose inner point is on that ground, by geopandas."""
    buildings = frames["buildings"]
    here = buildings[buildings.representative_point().within(frames["ground"])]
    return here[here["dwellings"] > 0]


def test_trees_are_the_nodes_of_the_xml(mirror: Path, redon: Any, frames: dict[str, Any]) -> None:
    town, offre = redon
    root = ElementTree.parse(mirror / FILE).getroot()
    nodes = [node for node in root.findall("node") if node.find("tag[@k='natural'][@v='tree']") is not None]
    places = gpd.GeoSeries.from_xy([float(node.attrib["lon"]) for node in nodes],
                                   [float(node.attrib["lat"]) for node in nodes], crs=4326).to_crs(2154)  # fmt: skip
    said = _said(tree_heritage, measure(tree_heritage, offre.couches, town))
    assert (len(nodes), said.trees) == (317, places.within(frames["ground"]).sum())


def test_buildings_are_the_closed_ways_and_relations_of_the_xml(mirror: Path, frames: dict[str, Any]) -> None:
    root = ElementTree.parse(mirror / FILE).getroot()
    there = {node.attrib["id"] for node in root.findall("node")}
    ways = [way for way in root.findall("way") if way.find("tag[@k='building']") is not None]
    refs = [[node.attrib["ref"] for node in way.findall("nd")] for way in ways]
    closed = [ring for ring in refs if ring[0] == ring[-1] and there.issuperset(ring)]
    relations = [one for one in root.findall("relation") if one.find("tag[@k='building']") is not None]
    assert len(closed) <= len(frames["buildings"]) <= len(ways) + len(relations)
    assert frames["buildings"].geometry.is_valid.all()


def test_dwellings_by_hand(result: Result, homes: Any) -> None:
    assert _said(three_thirty_three_hundred, result).dwellings == homes["dwellings"].sum() > 500


def test_three_trees_by_a_dense_matrix(result: Result, homes: Any, frames: dict[str, Any]) -> None:
    distance = shapely.distance(homes.geometry.to_numpy()[:, None], frames["trees"].geometry.to_numpy()[None, :])
    third = np.sort(distance, axis=1)[:, 2]
    expected = 100 * homes["dwellings"][third <= 30].sum() / homes["dwellings"].sum()
    assert _said(three_thirty_three_hundred, result).three == pytest.approx(expected)
    band = {row.at: row.value for row in result.rows if row.indicator == "three" and row.at}
    for seen in (15, 20, 50):
        share = 100 * homes["dwellings"][third <= seen].sum() / homes["dwellings"].sum()
        assert band.get(f"seen={seen}", expected) == pytest.approx(share)


def test_canopy_by_overlay(result: Result, homes: Any, frames: dict[str, Any]) -> None:
    from coeurdeville.layers.canopy import WOODED

    green = frames["vegetation"]
    wooded = green[green["kind"].str.contains(WOODED, case=False, na=False)].union_all()
    discs = homes.centroid.buffer(100, quad_segs=64)
    expected = 100 * discs.intersection(wooded).area / discs.area
    assert result.objects is not None
    found = result.objects.frame
    found = found[found.representative_point().within(frames["ground"])]
    assert len(found) == len(homes)
    assert sorted(found["canopy"]) == pytest.approx(sorted(expected), abs=0.3)


def test_walks_are_never_shorter_than_straight_lines(redon: Any, frames: dict[str, Any]) -> None:
    """All its green spaces are smaller than those that the rule counts, so all are counted here."""
    town, offre = redon
    assert (frames["parks"].area < 5000).all()
    on_foot = measure(three_thirty_three_hundred, offre.couches, town, parameters={"smallest": 0}).objects
    without = {kind: supply for kind, supply in offre.couches.items() if kind is not Roads}
    as_a_bird = measure(three_thirty_three_hundred, without, town, parameters={"smallest": 0}).objects
    assert on_foot is not None
    assert as_a_bird is not None
    shapes, parks = on_foot.frame.geometry.to_numpy(), frames["parks"].geometry.to_numpy()
    straight = shapely.distance(shapes[:, None], parks[None, :]).min(axis=1)
    assert as_a_bird.frame["green_space"].to_numpy() == pytest.approx(np.where(straight <= 500, straight, np.inf))
    assert (on_foot.frame["green_space"] >= straight - 1e-6).all()
    assert np.isfinite(on_foot.frame["green_space"]).sum() > 100


def test_only_a_small_part_of_the_town_is_said_to_be_known(result: Result, redon: Any, frames: dict[str, Any]) -> None:
    town, _ = redon
    assert result.covered() == pytest.approx(100 * frames["ground"].area / town.outline.area)
    assert 3 < (result.covered() or 0) < 6


def _said(service: Any, result: Result) -> Any:
    return figures_of(service, next(iter(result.rows_of(TOWN).values())))[""]
