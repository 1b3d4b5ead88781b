import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import LineString, Point, Polygon, box

from coeurdeville.geometry.nearest import closest, nearest, nearest_ranks

LAMBERT = np.array([700_000.0, 6_600_000.0])


def shapes(*given):
    array = np.empty(len(given), dtype=object)
    array[:] = given
    return array


def scattered(seed, count, size):
    """Points, lines and boxes thrown over a kilometre."""
    rng = np.random.default_rng(seed)
    xy = rng.uniform(0, 1000, (count, 2))
    boxes = shapely.box(xy[:, 0], xy[:, 1], xy[:, 0] + rng.uniform(1, size, count), xy[:, 1] + size)
    boxes[::3] = shapely.points(xy[::3])
    boxes[1::3] = [LineString([p, p + rng.uniform(-size, size, 2)]) for p in xy[1::3]]
    return boxes


def brute(of, to, reach, rank):
    table = np.sort(shapely.distance(of[:, None], to[None, :]), axis=1)
    kth = table[:, rank - 1] if rank <= len(to) else np.full(len(of), np.inf)
    return np.where(kth <= reach, kth, np.inf)


def test_nearest_is_measured_between_outlines():
    homes = shapes(box(0, 0, 10, 10))
    trees = shapes(Point(15, 5), Point(5, 30), Point(5, 5))
    assert nearest_ranks(homes, trees, 100, [1, 2, 3]).tolist() == [[0, 5, 20]]


def test_nearest_counts_what_is_exactly_at_reach_and_nothing_beyond():
    homes, trees = shapes(Point(0, 0)), shapes(Point(3, 4), Point(0, 5.001))
    assert nearest(homes, trees, 5).tolist() == [5]
    assert nearest(homes, trees, 5, rank=2).tolist() == [np.inf]
    assert nearest(homes, trees, 4.999).tolist() == [np.inf]


def test_nearest_without_anything_to_find_is_infinite():
    homes = shapes(Point(0, 0), None, Polygon())
    assert nearest(homes, shapes(), 10).tolist() == [np.inf] * 3
    assert nearest(homes, shapes(None, Point()), np.inf).tolist() == [np.inf] * 3
    assert nearest(homes, shapes(Point(1, 0)), 10).tolist() == [1, np.inf, np.inf]
    assert nearest(homes, shapes(Point(1, 0)), np.inf, rank=2).tolist() == [np.inf] * 3
    assert nearest_ranks(shapes(), shapes(Point(0, 0)), 10, [1, 2]).shape == (0, 2)


def test_ranks_beyond_what_exists_leave_the_others_right():
    found = nearest_ranks(shapes(Point(0, 0)), shapes(Point(1, 0), Point(2, 0)), np.inf, [3, 1, 2])
    assert found.tolist() == [[np.inf, 1, 2]]


def test_closest_gives_the_first_among_equals():
    which, distance = closest(shapes(Point(0, 0), None), shapes(Point(9, 9), Point(1, 0), Point(-1, 0), Point(1, 0)))
    assert which.tolist() == [1, -1]
    assert distance.tolist() == [1, np.inf]


def test_closest_is_not_deceived_by_the_nearest_vertex():
    wall, post = LineString([(-100, 2), (100, 2)]), Point(0, -3)
    which, distance = closest(shapes(Point(0, 0)), shapes(post, wall))
    assert (which[0], distance[0]) == (1, 2)


@pytest.mark.parametrize("rank", [1, 2, 3, 10])
@pytest.mark.parametrize("reach", [20.0, 150.0, np.inf])
def test_nearest_agrees_with_measuring_every_pair(rank, reach):
    of, to = scattered(1, 150, 30), scattered(2, 120, 60)
    assert np.array_equal(nearest(of, to, reach, rank), brute(of, to, reach, rank))


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10_000), count=st.integers(1, 30), rank=st.integers(1, 4), reach=st.floats(1, 400))
def test_one_more_object_never_makes_anything_farther(seed, count, rank, reach):
    of, to = scattered(seed, 20, 25), scattered(seed + 1, count + 1, 25)
    assert (nearest(of, to, reach, rank) <= nearest(of, to[:-1], reach, rank)).all()


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10_000), rank=st.integers(1, 3))
def test_order_and_place_do_not_change_distances(seed, rank):
    of, to = scattered(seed, 20, 25), scattered(seed + 1, 15, 25)
    found = nearest(of, to, 300, rank)
    turned = np.random.default_rng(seed).permutation(len(to))
    assert np.array_equal(nearest(of[::-1], to[turned], 300, rank), found[::-1])
    moved = (shapely.transform(side, lambda xy: xy + LAMBERT) for side in (of, to))
    assert np.allclose(nearest(*moved, 300, rank), found, atol=1e-6)
