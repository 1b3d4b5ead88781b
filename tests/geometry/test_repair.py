import numpy as np
import pytest
import shapely
from shapely import GeometryCollection, LineString, MultiPoint, Point, Polygon, box

from coeurdeville.geometry.repair import repair


def shapes(*given):
    array = np.empty(len(given), dtype=object)
    array[:] = given
    return array


BOW_TIE = Polygon([(0, 0), (10, 10), (10, 0), (0, 10)])
FOLDED = Polygon([(0, 0), (10, 0), (0, 0), (5, 0)])


def test_valid_shapes_are_the_same_objects():
    good = box(0, 0, 1, 1)
    done = repair(shapes(good), 2)
    assert done.shapes[0] is good
    assert (done.changed.tolist(), done.dropped.tolist()) == ([False], [False])


def test_an_outline_that_crosses_itself_keeps_its_area():
    done = repair(shapes(BOW_TIE), 2)
    assert shapely.is_valid(done.shapes).all()
    assert shapely.area(done.shapes).tolist() == [50]
    assert done.changed.tolist() == [True]


def test_what_has_no_area_is_dropped_from_areas():
    done = repair(shapes(FOLDED, Point(0, 0), LineString([(0, 0), (1, 1)])), 2)
    assert list(done.shapes) == [None, None, None]
    assert done.dropped.tolist() == [True, True, True]
    assert not done.changed.any()


def test_a_mixture_keeps_the_wanted_parts():
    mixed = GeometryCollection([box(0, 0, 4, 4), Point(9, 9), GeometryCollection([LineString([(0, 0), (3, 4)])])])
    assert shapely.area(repair(shapes(mixed), 2).shapes).tolist() == [16]
    assert shapely.length(repair(shapes(mixed), 1).shapes).tolist() == [5]
    assert repair(shapes(mixed), 0).shapes[0] == Point(9, 9)
    assert repair(shapes(mixed), 0).changed.tolist() == [True]


def test_overlapping_parts_are_joined():
    mixed = GeometryCollection([box(0, 0, 4, 4), box(2, 0, 6, 4), Point(0, 0)])
    assert shapely.area(repair(shapes(mixed), 2).shapes).tolist() == [24]


def test_an_infinite_or_missing_coordinate_drops_the_shape():
    broken = shapes(Polygon([(0, 0), (np.inf, 0), (1, 1)]), Point(np.nan, 1), MultiPoint([(0, 0), (1, 1)]))
    done = repair(broken, 0)
    assert done.dropped.tolist() == [True, True, False]
    assert done.shapes[1] is None
    assert done.shapes[2] == broken[2]


def test_nothing_stays_nothing():
    done = repair(shapes(None, Polygon()), 2)
    assert list(done.shapes) == [None, None]
    assert not done.changed.any()
    assert not done.dropped.any()
    assert repair(shapes(), 2).shapes.shape == (0,)


@pytest.mark.parametrize("seed", range(5))
def test_any_outline_becomes_valid_or_nothing(seed):
    rings = np.random.default_rng(seed).integers(0, 6, (60, 7, 2)).astype(float)
    wild = shapely.polygons(np.concatenate([rings, rings[:, :1]], axis=1))
    done = repair(wild, 2)
    kept = ~shapely.is_missing(done.shapes)
    assert shapely.is_valid(done.shapes[kept]).all()
    assert np.isin(shapely.get_type_id(done.shapes[kept]), (3, 6)).all()
    assert np.array_equal(kept, ~done.dropped)
    assert (shapely.is_valid(wild) | done.changed | done.dropped).all()
