import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import Polygon, box

from coeurdeville.geometry.zones import footprints, squares


def labels(*given):
    return np.array(given, dtype=object)


def test_two_points_share_the_land_between_them():
    names, land = footprints(np.array([[0.0, 0.0], [100.0, 0.0]]), labels("Ouest", "Est"), distance=150)
    assert names.tolist() == ["Est", "Ouest"]
    assert shapely.bounds(land[1])[2] == pytest.approx(50)
    assert shapely.area(shapely.intersection(*land)) == pytest.approx(0)
    assert shapely.bounds(land)[:, [0, 2]].ravel().tolist() == pytest.approx([50, 250, -150, 50], abs=0.01)


def test_a_place_given_twice_goes_to_the_first_label():
    names, land = footprints(np.array([[0.0, 0.0], [0.0, 0.0], [50.0, 0.0]]), labels("A", "B", "B"), distance=20)
    assert names.tolist() == ["A", "B"]
    assert shapely.contains_xy(land[0], 0, 0)


def test_points_without_label_or_place_are_left_out():
    places = np.array([[0.0, 0.0], [5.0, 5.0], [9.0, 9.0], [np.nan, 0.0]])
    names, land = footprints(places, labels("A", None, "  ", "A"), distance=10)
    assert names.tolist() == ["A"]
    assert shapely.area(land[0]) == pytest.approx(np.pi * 100, rel=0.01)
    names, land = footprints(np.empty((0, 2)), labels(), distance=10)
    assert (len(names), len(land)) == (0, 0)


def test_small_gaps_are_closed_and_those_of_a_neighbour_are_not():
    turn = np.linspace(0, 2 * np.pi, 24, endpoint=False)
    ring = 60 * np.stack([np.cos(turn), np.sin(turn)], axis=1)
    ((closed,), (open_,)) = (
        footprints(ring, labels(*["A"] * 24), distance=20, hole=limit)[1] for limit in (10_000.0, 100.0)
    )
    assert len(closed.interiors) == 0
    assert len(open_.interiors) == 1
    _, land = footprints(np.vstack([ring, [[0.0, 0.0]]]), labels(*["A"] * 24, "B"), distance=20, hole=10_000)
    assert shapely.area(shapely.intersection(*land)) == pytest.approx(0, abs=0.1)
    assert len(land[0].interiors) == 1


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 5000), count=st.integers(1, 80))
def test_footprints_hold_their_points_and_do_not_overlap(seed, count):
    rng = np.random.default_rng(seed)
    places = np.round(rng.uniform(0, 500, (count, 2)), 1)
    given_labels = labels(*rng.choice(["A", "B", "C"], count))
    names, land = footprints(places, given_labels, distance=60)
    assert shapely.is_valid(land).all()
    i, j = np.triu_indices(len(names), 1)
    assert shapely.area(shapely.intersection(land[i], land[j])).max(initial=0) < 1
    apart = np.unique(places, axis=0, return_index=True)[1]
    own = land[np.searchsorted(names.astype(str), given_labels[apart].astype(str))]
    assert (shapely.distance(own, shapely.points(places[apart])) < 1e-3).all()
    assert (shapely.area(land) > 0).all()


def test_squares_are_aligned_whatever_the_outline():
    cells = squares(box(150, 250, 450, 390), 200)
    assert shapely.bounds(cells)[:, :2].tolist() == [[0, 200], [200, 200], [400, 200]]
    assert set(shapely.area(cells)) == {40_000}


def test_squares_that_only_touch_the_outline_are_left_out():
    assert len(squares(box(0, 0, 400, 200), 200)) == 2
    assert len(squares(Polygon([(0, 0), (200, 0), (0, 200)]), 200)) == 1


def test_squares_of_nothing_are_none():
    assert len(squares(Polygon())) == 0
    assert len(squares(None)) == 0


def test_squares_cover_the_outline():
    outline = shapely.buffer(shapely.Point(701_234, 6_612_345), 1_234)
    cells = squares(outline, 200)
    assert shapely.area(shapely.intersection(outline, shapely.union_all(cells))) == pytest.approx(outline.area)
