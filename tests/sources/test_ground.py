"""Where a source is asked: around the town, never short of it."""

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from coeurdeville.core.problems import Refused
from coeurdeville.sources.contract.ground import BEYOND, ground_of, in_degrees
from coeurdeville.territories.projections import WGS84, to_crs
from coeurdeville.territories.territory import Territory


def test_ground_is_the_rectangle_of_the_outline_and_a_margin(town: Territory) -> None:
    assert ground_of(town).bounds == (599_000, 6_599_000, 603_000, 6_603_000)


def test_ground_is_that_of_the_circle_where_there_is_no_outline() -> None:
    circle = Territory("00001", "Valombre", 2154, point=shapely.Point(601_000, 6_601_000), radius_m=500)
    assert ground_of(circle).bounds == pytest.approx((599_500, 6_599_500, 602_500, 6_602_500))


def test_unknown_ground_is_refused_with_the_way_to_know_it() -> None:
    with pytest.raises(Refused, match="Valombre") as refused:
        ground_of(Territory("00001", "Valombre", 2154))
    assert "geoapi-contour" in refused.value.problems[0].cure


@given(
    st.sampled_from([(2154, 600_000, 6_600_000), (2154, 670_000, 6_800_000), (2975, 340_000, 7_660_000),
                     (5490, 690_000, 1_620_000)]),
    st.floats(0, 60_000), st.floats(0, 60_000),
)  # fmt: skip
def test_box_of_degrees_holds_the_whole_ground(place: tuple[int, int, int], width: float, height: float) -> None:
    """Checked on points of its edge other than those from which the box is made."""
    crs, x, y = place
    ground = ground_of(Territory("00001", "V", crs, shapely.box(x, y, x + width + 1, y + height + 1)))
    west, south, east, north = in_degrees(ground, crs)
    edge = shapely.get_coordinates(shapely.segmentize(ground, 317))
    lon, lat = to_crs(edge, crs, WGS84).T
    slack = 1e-6
    assert west - slack <= lon.min()
    assert lon.max() <= east + slack
    assert south - slack <= lat.min()
    assert lat.max() <= north + slack


def test_box_of_degrees_is_not_much_wider(town: Territory) -> None:
    west, south, east, north = in_degrees(ground_of(town), 2154)
    corners = to_crs(np.array([[west, south], [east, north]]), WGS84, 2154)
    spread = corners[1] - corners[0] - (2000 + 2 * BEYOND)
    assert (np.abs(spread) < 200).all()
