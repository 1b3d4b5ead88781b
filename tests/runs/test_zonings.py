"""The zones of a town: its quarters, drawn or approached, else squares."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import geopandas as gpd
import pytest
import shapely

from coeurdeville.core.provenance import Origin
from coeurdeville.layers.contract.layer import Layer
from coeurdeville.layers.contract.supply import supplies
from coeurdeville.layers.districts import Districts
from coeurdeville.layers.trees import Trees
from coeurdeville.runs.zonings import fingerprint, quarters_of, zonings_of
from coeurdeville.services.contract.service import Service
from coeurdeville.territories.territory import Territory

HERE = Origin("essai")
ANYWHERE = Territory("00042", "Valbois", 2154)


@pytest.fixture
def districts() -> Districts:
    shapes = [shapely.box(0, 0, 500, 1000), shapely.box(500, 0, 800, 1000), shapely.box(800, 0, 1000, 1000)]
    frame = gpd.GeoDataFrame({"name": ["L'Ouest", "Est", "Est"]}, geometry=shapes, crs=2154)
    return Districts(frame, origin=HERE)


def trees(quarter: object) -> Trees:
    frame = gpd.GeoDataFrame(
        {"district": [quarter, quarter]}, geometry=gpd.points_from_xy([100, 200], [100, 100]), crs=2154
    )
    return Trees(frame.astype({"district": "str"}) if quarter else frame.drop(columns="district"), origin=HERE)


def test_quarters_are_joined_by_name_and_well_written(districts: Districts) -> None:
    quarters = quarters_of(supplies(districts), ANYWHERE)
    assert quarters is not None
    assert {name: zone.area for name, zone in quarters.zones.items()} == {"L’Ouest": 5e5, "Est": 5e5}


def test_the_layer_comes_before_what_can_stand_for_it(districts: Districts) -> None:
    quarters = quarters_of(supplies(trees("Centre"), districts), ANYWHERE)
    assert quarters is not None
    assert set(quarters.zones) == {"L’Ouest", "Est"}
    approached = quarters_of(supplies(trees("Centre")), ANYWHERE)
    assert approached is not None
    assert set(approached.zones) == {"Centre"}
    assert approached.origin.proxy


def test_a_quarter_is_not_approached_around_trees_of_another_town() -> None:
    circle = replace(ANYWHERE, point=shapely.Point(0, 0), radius_m=150.0)
    quarters = quarters_of(supplies(trees("Centre")), circle)
    assert quarters is not None
    assert quarters.zones["Centre"].bounds == pytest.approx((-50, -50, 250, 250), abs=1)


def test_no_quarter_is_known_when_nothing_notes_any() -> None:
    assert quarters_of({}, ANYWHERE) is None
    assert quarters_of(supplies(trees(None)), ANYWHERE) is None


def test_squares_stand_in_where_there_is_no_quarter(
    lamp_service: Service[..., Any], kilometre: Territory, districts: Districts
) -> None:
    quarters = quarters_of(supplies(districts), ANYWHERE)
    assert list(zonings_of(lamp_service, kilometre, quarters)) == ["quartier"]
    squares = zonings_of(lamp_service, kilometre, None)
    assert list(squares) == ["carré de 200 m"]
    assert len(squares["carré de 200 m"]) == 25
    assert "E2 N4" in squares["carré de 200 m"]
    assert zonings_of(lamp_service, replace(kilometre, outline=None), None) == {}
    lamp_service.squares = True
    assert list(zonings_of(lamp_service, kilometre, quarters)) == ["quartier", "carré de 200 m"]


def test_fingerprint_follows_what_gives_the_quarters(
    lamp_service: Service[..., Any], districts: Districts, lamps: Callable[..., Layer]
) -> None:
    bare = fingerprint(lamp_service, supplies(lamps([(1, 1)])))
    assert fingerprint(lamp_service, supplies(lamps([(2, 2)]))) == bare
    assert (
        len({bare, fingerprint(lamp_service, supplies(districts)), fingerprint(lamp_service, supplies(trees("A")))})
        == 3
    )
    lamp_service.squares = True
    assert fingerprint(lamp_service, {}) != bare
