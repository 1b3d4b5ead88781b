import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import LineString, MultiPolygon, Point, Polygon, box

from coeurdeville.geometry import discs
from coeurdeville.geometry.discs import share_of_disc, worst_error
from coeurdeville.geometry.overlay import share_covered

LAMBERT = np.array([700_000.0, 6_600_000.0])


def shapes(*given):
    array = np.empty(len(given), dtype=object)
    array[:] = given
    return array


def exact(places, cover, radius):
    return share_covered(shapely.buffer(shapely.points(places), radius, quad_segs=400), cover)


def crowns(seed, count, size=600):
    rng = np.random.default_rng(seed)
    return shapely.buffer(shapely.points(rng.uniform(0, size, (count, 2))), rng.uniform(1, 6, count))


def test_half_a_disc():
    assert share_of_disc(np.array([[0.0, 0.0]]), shapes(box(0, -200, 200, 200)), 100) == pytest.approx([50], abs=1e-4)


def test_a_whole_disc_a_hole_and_nothing():
    field = Polygon(box(-500, -500, 500, 500).exterior, [Point(300, 300).buffer(120).exterior])
    share = share_of_disc(np.array([[0.0, 0.0], [300.0, 300.0], [2000.0, 0.0]]), shapes(field), 100)
    assert share == pytest.approx([100, 0, 0], abs=1e-3)


def test_overlapping_cover_counts_once():
    half = box(0, -200, 200, 200)
    cover = shapes(half, half, MultiPolygon([box(0, -50, 50, 50)]), shapely.reverse(half))
    assert share_of_disc(np.array([[0.0, 0.0]]), cover, 100) == pytest.approx([50], abs=1e-4)


def test_only_areas_cover_and_only_known_places_are_told():
    cover = shapes(None, Point(0, 0), LineString([(-9, 0), (9, 0)]), Polygon())
    share = share_of_disc(np.array([[0.0, 0.0], [np.nan, 0.0]]), cover, 50)
    assert share[0] == 0
    assert np.isnan(share[1])
    assert share_of_disc(np.empty((0, 2)), cover, 50).shape == (0,)


@pytest.mark.parametrize("count", [200, 2000, 8000])
def test_a_metre_grid_is_within_a_tenth_of_a_point_of_the_exact_share(count):
    places = np.random.default_rng(1).uniform(100, 500, (40, 2)) + 0.37
    cover = crowns(2, count)
    assert np.abs(share_of_disc(places, cover, 100) - exact(places, cover, 100)).max() < 0.1


@settings(max_examples=15, deadline=None)
@given(seed=st.integers(0, 5000), cell=st.sampled_from([0.5, 1.0, 2.0, 5.0]), radius=st.sampled_from([30.0, 100.0]))
def test_the_error_never_exceeds_its_bound(seed, cell, radius):
    places = np.random.default_rng(seed).uniform(0, 600, (5, 2))
    cover = crowns(seed, 300)
    disc = shapely.buffer(shapely.points(places), radius, quad_segs=400)
    outline = shapely.boundary(shapely.union_all(cover))
    edge = shapely.length(shapely.intersection(outline, disc))
    error = np.abs(share_of_disc(places, cover, radius, cell=cell) - exact(places, cover, radius))
    assert (error <= [worst_error(one, radius, cell) for one in edge]).all()


def test_bands_of_a_large_town_change_nothing(monkeypatch):
    places = np.random.default_rng(4).uniform(0, 600, (80, 2))
    cover = crowns(4, 500)
    whole = share_of_disc(places, cover, 40)
    monkeypatch.setattr(discs, "CELLS", 40_000)
    assert share_of_disc(places, cover, 40) == pytest.approx(whole, abs=1e-4)


@settings(max_examples=15, deadline=None)
@given(seed=st.integers(0, 5000))
def test_one_more_crown_never_covers_less_and_order_is_nothing(seed):
    places, cover = np.random.default_rng(seed).uniform(0, 600, (20, 2)), crowns(seed, 100)
    share = share_of_disc(places, cover, 60)
    assert (share >= share_of_disc(places, cover[:-1], 60) - 1e-4).all()
    assert share_of_disc(places[::-1], cover[::-1], 60)[::-1] == pytest.approx(share, abs=1e-4)
    moved = share_of_disc(places + LAMBERT, shapely.transform(cover, lambda xy: xy + LAMBERT), 60)
    assert moved == pytest.approx(share, abs=1e-3)
