import geopandas as gpd
import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import LineString, MultiPolygon, Point, Polygon, box

from coeurdeville.geometry.overlay import (
    area_by_level,
    area_covered,
    highest,
    meeting,
    meets,
    overlap,
    share_covered,
)

LAMBERT = np.array([700_000.0, 6_600_000.0])


def shapes(*given):
    array = np.empty(len(given), dtype=object)
    array[:] = given
    return array


def blobs(seed, count, radius):
    rng = np.random.default_rng(seed)
    centres = shapely.points(rng.uniform(0, 300, (count, 2)))
    return shapely.buffer(centres, rng.uniform(radius / 2, radius, count), quad_segs=3)


HOUSES = shapes(box(0, 0, 10, 10), box(20, 0, 30, 10), box(40, 0, 50, 10), None, Polygon())
FLOOD = shapes(box(-5, -5, 15, 15), box(5, -5, 25, 15), box(50, 0, 60, 10))


def test_touching_is_meeting():
    i, z = meeting(HOUSES, FLOOD)
    assert list(zip(i.tolist(), z.tolist(), strict=True)) == [(0, 0), (0, 1), (1, 1), (2, 2)]
    assert meets(HOUSES, FLOOD).tolist() == [True, True, True, False, False]


def test_meeting_is_the_same_from_the_side_of_the_fewer_or_of_the_more():
    i, z = meeting(HOUSES, FLOOD)
    back, forth = meeting(FLOOD, HOUSES)
    assert sorted(zip(i.tolist(), z.tolist(), strict=True)) == sorted(zip(forth.tolist(), back.tolist(), strict=True))


def test_highest_level_met():
    assert highest(HOUSES, FLOOD, [1, 3, 2]).tolist() == [3, 3, 2, -np.inf, -np.inf]
    assert highest(HOUSES, shapes(), []).tolist() == [-np.inf] * 5


def test_overlap_is_an_area_for_each_zone():
    i, z, area = overlap(HOUSES, FLOOD)
    assert list(zip(i.tolist(), z.tolist(), area.tolist(), strict=True)) == [(0, 0, 100), (0, 1, 50), (1, 1, 50)]


def test_points_and_lines_share_no_area():
    i, _, _ = overlap(shapes(Point(5, 5), LineString([(0, 0), (10, 10)])), FLOOD)
    assert i.tolist() == []


def test_overlapping_cover_counts_once_whoever_is_larger():
    small, large = shapes(box(0, 0, 10, 10)), shapes(box(-50, -50, 5, 50), box(-50, -50, 5, 50), box(3, -50, 8, 50))
    assert area_covered(small, large).tolist() == [80]
    crowns = shapes(box(10, 10, 20, 20), box(15, 10, 25, 20), box(90, 90, 110, 110))
    assert area_covered(shapes(box(0, 0, 100, 100)), crowns).tolist() == [150 + 100]


def test_holes_of_the_cover_are_open():
    ring = Polygon([(-5, -5), (15, -5), (15, 15), (-5, 15)], [[(2, 2), (8, 2), (8, 8), (2, 8)]])
    assert share_covered(shapes(box(0, 0, 10, 10)), shapes(ring)).tolist() == [64]


def test_share_of_what_has_no_surface_is_not_a_number():
    share = share_covered(shapes(box(0, 0, 10, 10), Point(0, 0), None, Polygon()), shapes(box(0, 0, 5, 10)))
    assert share[0] == 50
    assert np.isnan(share[1:]).all()


def test_nothing_covers_nothing():
    assert share_covered(HOUSES[:3], shapes()).tolist() == [0, 0, 0]
    assert share_covered(HOUSES[:3], shapes(None, Polygon())).tolist() == [0, 0, 0]
    assert area_covered(shapes(), FLOOD).tolist() == []


def test_the_highest_level_takes_the_overlap():
    levels, area = area_by_level(HOUSES[:3], FLOOD, [2, 1, 4])
    assert levels.tolist() == [1, 2, 4]
    assert area.tolist() == [[0, 100, 0], [50, 0, 0], [0, 0, 0]]


def test_overlap_agrees_with_geopandas():
    houses, zones = blobs(1, 150, 8), blobs(2, 20, 60)
    i, z, area = overlap(houses, zones)
    left = gpd.GeoDataFrame({"i": range(150)}, geometry=houses, crs=2154)
    right = gpd.GeoDataFrame({"z": range(20)}, geometry=zones, crs=2154)
    expected = gpd.overlay(left, right).sort_values(["i", "z"])
    assert i.tolist() == expected.i.tolist()
    assert z.tolist() == expected.z.tolist()
    assert area == pytest.approx(expected.area.to_numpy())


@pytest.mark.parametrize(("areas", "cover"), [(8, 60), (60, 8), (30, 30)])
def test_area_covered_agrees_with_one_union(areas, cover):
    mine, theirs = blobs(3, 60, areas), blobs(4, 90, cover)
    expected = shapely.area(shapely.intersection(mine, shapely.union_all(theirs)))
    assert area_covered(mine, theirs) == pytest.approx(expected)


def test_levels_sum_to_what_is_covered():
    houses, zones = blobs(5, 80, 10), blobs(6, 30, 60)
    level = np.random.default_rng(0).integers(1, 5, 30)
    _, area = area_by_level(houses, zones, level)
    assert area.sum(axis=1) == pytest.approx(area_covered(houses, zones))
    worst = highest(houses, zones, level)
    table = np.where(shapely.intersects(houses[:, None], zones[None, :]), level, -np.inf)
    assert np.array_equal(worst, table.max(axis=1))


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 5000), radius=st.sampled_from([6, 25, 80]))
def test_one_more_cover_never_covers_less(seed, radius):
    areas, cover = blobs(seed, 25, 25), blobs(seed + 1, 15, radius)
    assert (share_covered(areas, cover) >= share_covered(areas, cover[:-1]) - 1e-6).all()


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 5000), radius=st.sampled_from([6, 80]))
def test_order_place_and_grouping_do_not_change_shares(seed, radius):
    areas, cover = blobs(seed, 20, 25), blobs(seed + 1, 12, radius)
    share = share_covered(areas, cover)
    assert share_covered(areas[::-1], cover[::-1]) == pytest.approx(share[::-1], abs=1e-6)
    assert share_covered(areas, np.append(cover, cover)) == pytest.approx(share, abs=1e-6)
    moved = (shapely.transform(side, lambda xy: xy + LAMBERT) for side in (areas, cover))
    assert share_covered(*moved) == pytest.approx(share, abs=1e-5)
    alone = shapely.union_all(cover)
    whole = shapes(alone if isinstance(alone, MultiPolygon) else MultiPolygon([alone]))
    assert share_covered(areas, whole) == pytest.approx(share, abs=1e-6)
