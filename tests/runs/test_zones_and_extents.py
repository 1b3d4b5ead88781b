"""Figures of any zone are computed one way: on the ground where they are known, with the share that it makes."""

from collections.abc import Callable
from typing import Any

import pytest
import shapely

from coeurdeville.core.missing import Missing
from coeurdeville.core.problems import Refused
from coeurdeville.layers.contract.layer import Layer
from coeurdeville.layers.contract.supply import supplies
from coeurdeville.runs.measure import measure
from coeurdeville.runs.result import TOWN, Result, Row, figures_of
from coeurdeville.runs.sums import NOT_COVERED
from coeurdeville.services.contract.declaration import Breakdown
from coeurdeville.services.contract.service import Service
from coeurdeville.territories.territory import Territory

Made = Callable[..., Layer]
Lighting = Service[..., Any]
PLACES = [(100, 100), (100, 900), (900, 100), (900, 900)]


def row(result: Result, indicator: str, zone: str = "Valbois", **where: str) -> Row:
    (found,) = [
        one
        for one in result.rows
        if (one.indicator, one.zone) == (indicator, zone)
        and one.at == where.get("at", "")
        and one.by == where.get("by", "")
        and one.category == where.get("category", "")
    ]
    return found


def test_everything_known_is_given_on_the_whole(
    lamp_service: Lighting, kilometre: Territory, lamps: Made, park: Made
) -> None:
    result = measure(lamp_service, supplies(lamps(PLACES), park(100, 130, 120, 150)), kilometre)
    assert (row(result, "lamps").value, row(result, "watts").value) == (4, 40)
    assert row(result, "parkside").value == 25
    assert {one.covered for one in result.rows} == {100.0}
    assert result.state == "possible"
    assert result.lacked == ()


def test_objects_outside_the_town_are_not_counted(lamp_service: Lighting, kilometre: Territory, lamps: Made) -> None:
    result = measure(lamp_service, supplies(lamps([*PLACES, (1500, 500), (1000, 500)])), kilometre)
    assert row(result, "lamps").value == 5
    assert result.objects is not None
    assert len(result.objects) == 5


@pytest.mark.parametrize(("radius", "partial"), [(None, True), (600, True), (400, False)])
def test_without_outline_data_that_stop_may_leave_some_of_the_town_out(
    lamp_service: Lighting, lamps: Made, radius: float | None, partial: bool
) -> None:
    """They do not when they hold the whole circle that holds the town."""
    point = None if radius is None else shapely.Point(500, 500)
    town = Territory("00042", "Valbois", 2154, point=point, radius_m=radius)
    stopping, everywhere = lamps(PLACES, extent=shapely.box(0, 0, 1000, 1000)), lamps(PLACES)
    assert measure(lamp_service, supplies(stopping), town).partial() is partial
    assert not measure(lamp_service, supplies(everywhere), town).partial()


def test_the_extent_of_a_need_cuts_every_figure(
    lamp_service: Lighting, kilometre: Territory, lamps: Made, park: Made
) -> None:
    west = shapely.box(0, 0, 250, 1000)
    result = measure(lamp_service, supplies(lamps(PLACES, extent=west), park(0, 0, 10, 10)), kilometre)
    assert {one.covered for one in result.rows if not one.at} == {25.0}
    assert row(result, "lamps").value == 2


def test_the_extent_of_an_improvement_cuts_only_what_requires_it(
    lamp_service: Lighting, kilometre: Territory, lamps: Made, park: Made
) -> None:
    south = shapely.box(0, 0, 1000, 400)
    result = measure(lamp_service, supplies(lamps(PLACES), park(100, 130, 120, 150, extent=south)), kilometre)
    assert (row(result, "lamps").value, row(result, "lamps").covered) == (4, 100)
    assert (row(result, "parkside").value, row(result, "parkside").covered) == (50, pytest.approx(40))
    assert result.covered() == pytest.approx(40)


def test_a_zone_out_of_every_extent_is_missing_and_not_zero(
    lamp_service: Lighting, kilometre: Territory, lamps: Made
) -> None:
    west = shapely.box(0, 0, 250, 1000)
    zones = {"quartier": {"ouest": shapely.box(0, 0, 250, 1000), "est": shapely.box(600, 0, 1000, 1000)}}
    result = measure(lamp_service, supplies(lamps(PLACES, extent=west)), kilometre, zones)
    assert (row(result, "lamps", "ouest").value, row(result, "lamps", "ouest").covered) == (2, 100)
    east = row(result, "lamps", "est")
    assert (east.value, east.missing, east.covered) == (None, NOT_COVERED.reason, 0)


def test_zones_add_up_and_an_empty_one_is_a_zone_too(lamp_service: Lighting, kilometre: Territory, lamps: Made) -> None:
    zones = {
        "quartier": {
            "o": shapely.box(0, 0, 500, 1000),
            "e": shapely.box(500, 0, 1000, 1000),
            "v": shapely.box(400, 400, 600, 600),
        }
    }
    result = measure(lamp_service, supplies(lamps([*PLACES, (500, 50)])), kilometre, zones)
    counts = {zone: row(result, "lamps", zone).value for zone in zones["quartier"]}
    assert counts == {"o": 3, "e": 2, "v": 0}
    assert row(result, "watts", "v").value == 0
    assert row(result, "kinds", "v").missing == "aucune nature notée"


def test_a_missing_improvement_loses_its_figures_with_the_reason(
    lamp_service: Lighting, kilometre: Territory, lamps: Made
) -> None:
    result = measure(lamp_service, supplies(lamps(PLACES)), kilometre)
    assert result.state == "partiel"
    assert result.lacked == ("parks",)
    assert row(result, "parkside").value is None
    assert "Parcs" in row(result, "parkside").missing
    assert not [one for one in result.rows if one.at]


def test_a_blocked_service_is_refused(lamp_service: Lighting, kilometre: Territory, park: Made) -> None:
    with pytest.raises(Refused) as refused:
        measure(lamp_service, supplies(park(0, 0, 1, 1)), kilometre)
    assert [problem.code for problem in refused.value.problems] == ["service-bloque"]


def test_without_outline_nothing_is_cut_and_the_share_is_unknown(lamp_service: Lighting, lamps: Made) -> None:
    result = measure(lamp_service, supplies(lamps([*PLACES, (9000, 9000)], extent=shapely.box(0, 0, 1, 1))),
                     Territory("00042", "Valbois", 2154))  # fmt: skip
    assert row(result, "lamps").value == 5
    assert row(result, "lamps").covered is None
    assert result.covered() is None


def test_bands_show_the_other_thresholds_that_change_a_figure(
    lamp_service: Lighting, kilometre: Territory, lamps: Made, park: Made
) -> None:
    layers = supplies(lamps(PLACES), park(100, 130, 120, 150))
    result = measure(lamp_service, layers, kilometre)
    assert {one.at: one.value for one in result.rows if one.at} == {"near=20": 0.0}
    result = measure(lamp_service, layers, kilometre, parameters={"near": 20.0, "look": 40.0})
    assert [one.at for one in result.rows if one.at] == []
    result = measure(lamp_service, layers, kilometre, parameters={"near": 20.0, "look": 60.0})
    assert {one.at: one.value for one in result.rows if one.at} == {"near=50": 25.0}


def test_the_reach_brings_what_is_beyond_the_limits(
    lamp_service: Lighting, kilometre: Territory, lamps: Made, park: Made
) -> None:
    result = measure(lamp_service, supplies(lamps([(990, 500)]), park(1020, 490, 1040, 510)), kilometre)
    assert row(result, "parkside").value == 100


def test_objects_near_the_edge_of_an_extent_are_counted(
    lamp_service: Lighting, kilometre: Territory, lamps: Made, park: Made
) -> None:
    extent = shapely.box(0, 0, 1000, 1000)
    layers = supplies(lamps([(50, 500), (500, 500), (500, 501), (950, 950)]), park(0, 0, 9, 9, extent=extent))
    near = {use.argument: use.near_edge for use in measure(lamp_service, layers, kilometre).used}
    assert near == {"lamps": 0.0, "parks": 50.0}


def test_values_are_told_apart_and_one_that_is_not_there_is_absent(
    lamp_service_by_kind: Lighting, kilometre: Territory, lamps: Made
) -> None:
    layer = lamps([*PLACES, (1500, 0)], kind=["led", "led", "sodium", None, "gaz"])
    zones = {"quartier": {"o": shapely.box(0, 0, 500, 1000)}}
    result = measure(lamp_service_by_kind, supplies(layer), kilometre, zones)
    assert {(one.by, one.value) for one in result.rows if (one.indicator, one.zoning) == ("lamps", TOWN)} == {
        ("led", 2.0), ("sodium", 1.0),
    }  # fmt: skip
    assert row(result, "lamps", "o", by="led").value == 2
    assert row(result, "lamps", "o", by="sodium").value == 0


def test_rows_are_read_back_as_the_figures_of_the_service(
    lamp_service: Lighting, kilometre: Territory, lamps: Made
) -> None:
    layer = lamps(PLACES, kind=["led", "sodium", "led", "led"])
    result = measure(lamp_service, supplies(layer), kilometre)
    (read,) = figures_of(lamp_service, result.rows_of(TOWN)["Valbois"]).values()
    assert (read.lamps, read.watts) == (4, 40)
    assert read.kinds == Breakdown((("led", 3.0), ("sodium", 1.0)))
    assert isinstance(read.parkside, Missing)


def test_a_figure_that_is_not_a_number_is_a_mistake_of_the_service(
    lamp_service: Lighting, kilometre: Territory, lamps: Made
) -> None:
    with pytest.raises(ValueError, match=r"lighting\.watts is inf: say why with Missing"):
        measure(lamp_service, supplies(lamps([(1, 1)], watts=float("inf"))), kilometre)
