import numpy as np
import pytest
import shapely
from shapely import Polygon, box

from coeurdeville.geometry.union import apart, joined


def shapes(*given):
    array = np.empty(len(given), dtype=object)
    array[:] = given
    return array


def test_groups_are_joined_by_themselves():
    given = shapes(box(0, 0, 2, 2), box(1, 0, 3, 2), None, box(0, 0, 1, 1), Polygon())
    names, whole = joined(given, np.array([7, 7, 7, 2, 9]))
    assert names.tolist() == [2, 7]
    assert shapely.area(whole).tolist() == [1, 6]
    assert whole[0] is given[3]


def test_nothing_joined_is_nothing():
    names, whole = joined(shapes(None), np.array([1]))
    assert (len(names), len(whole)) == (0, 0)
    assert len(apart(shapes())) == 0


def test_parts_apart_cover_the_same_ground_once():
    rng = np.random.default_rng(0)
    discs = shapely.buffer(shapely.points(rng.uniform(0, 200, (150, 2))), 8)
    parts = apart(discs)
    assert shapely.area(parts).sum() == pytest.approx(shapely.union_all(discs).area)
    i, j = shapely.STRtree(parts).query(parts, predicate="intersects")
    assert np.array_equal(i, j)


@pytest.mark.parametrize("seed", [144, 701, 1166, 1505])
def test_no_polygon_is_dropped_where_edges_nearly_coincide(seed):
    """Discs cut along their bisectors; on these sets a union without a check loses one of them (GEOS 3.14.1)."""
    places = np.random.default_rng(seed).uniform(0, 500, (30, 2))
    cells = shapely.get_parts(shapely.voronoi_polygons(shapely.multipoints(places), ordered=True))
    pieces = shapely.intersection(cells, shapely.buffer(shapely.points(places), 60))[::2]
    _, (whole,) = joined(pieces, np.zeros(len(pieces), dtype=int))
    assert whole.area == pytest.approx(shapely.area(pieces).sum(), abs=1e-2)
