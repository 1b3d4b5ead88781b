import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import Point, Polygon, box

from coeurdeville.geometry.allocation import first_zone, spread


def shapes(*given):
    array = np.empty(len(given), dtype=object)
    array[:] = given
    return array


CELLS = shapes(box(0, 0, 100, 100), box(100, 0, 200, 100), box(200, 0, 300, 100))


def test_an_object_on_a_limit_goes_to_the_first_zone():
    objects = shapes(Point(100, 50), Point(150, 50), Point(999, 0), None, Polygon())
    assert first_zone(objects, CELLS).tolist() == [0, 1, -1, -1, -1]
    assert first_zone(objects, CELLS[::-1]).tolist() == [1, 1, -1, -1, -1]
    assert first_zone(objects, shapes()).tolist() == [-1] * 5


def test_the_inner_point_decides_and_not_the_centre():
    horseshoe = Polygon([(0, 0), (30, 0), (30, 2), (2, 2), (2, 28), (30, 28), (30, 30), (0, 30)])
    hollow, whole = box(10, 10, 40, 20), box(-10, -10, 60, 60)
    assert shapely.covers(hollow, shapely.centroid(horseshoe))
    assert first_zone(shapes(horseshoe), shapes(hollow, whole)).tolist() == [1]


def test_totals_follow_the_weights():
    parts, left = spread(
        np.array([30.0, 8.0, 5.0]),
        CELLS,
        shapes(Point(10, 10), Point(20, 10), Point(150, 50)),
        np.array([1.0, 2.0, 7.0]),
    )
    assert parts.tolist() == [10, 20, 8]
    assert left.tolist() == [0, 0, 5]


def test_what_nothing_can_carry_is_left_over():
    objects = shapes(Point(10, 10), Point(150, 50), Point(250, 50))
    parts, left = spread(np.array([30.0, 8.0, np.nan]), CELLS, objects, np.array([0.0, np.nan, 1.0]))
    assert parts.tolist() == [0, 0, 0]
    assert left.tolist() == [30, 8, 0]


@settings(max_examples=30, deadline=None)
@given(seed=st.integers(0, 5000), count=st.integers(0, 60))
def test_parts_and_leftovers_sum_to_the_totals(seed, count):
    rng = np.random.default_rng(seed)
    xy = rng.uniform(-20, 320, (count, 2))
    objects = shapely.box(*xy.T, *(xy + 10).T)
    weights, totals = rng.uniform(0, 5, count), rng.uniform(0, 100, 3)
    parts, left = spread(totals, CELLS, objects, weights)
    assert parts.sum() + left.sum() == pytest.approx(totals.sum())
    turned = rng.permutation(count)
    assert spread(totals, CELLS, objects[turned], weights[turned])[0] == pytest.approx(parts[turned])
