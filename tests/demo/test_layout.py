"""The map holds together: nothing overlaps what it cannot, limits are shared, streets meet at their ends."""

import numpy as np
import pytest
import shapely

from coeurdeville.demo.streets import WIDTHS


def shapes(town, layer):
    return town.layers[layer].geometry.to_numpy()


def meetings(these, those, **how):
    """How many pairs meet."""
    return len(shapely.STRtree(those).query(these, **how)[0])


@pytest.mark.parametrize(
    "layer", ["buildings", "districts", "green_spaces", "vegetation", "water", "flood_zones", "outline", "roads"]
)
def test_shapes_are_valid_simple_parts(town, layer):
    found = shapes(town, layer)
    assert shapely.is_valid(found).all()
    assert set(shapely.get_type_id(found)) == {1 if layer == "roads" else 3}


def test_buildings_share_walls_and_never_ground(town):
    footprints = shapes(town, "buildings")
    one, other = shapely.STRtree(footprints).query(footprints, predicate="intersects")
    one, other = one[one < other], other[one < other]
    assert len(one) > 100
    assert shapely.area(shapely.intersection(footprints[one], footprints[other])).max() < 1e-6


def test_buildings_leave_streets_their_width(town):
    roads, footprints = town.layers["roads"], shapes(town, "buildings")
    for kind, width in WIDTHS.items():
        lines = roads.geometry[roads["kind"] == kind].to_numpy()
        assert meetings(footprints, lines, predicate="dwithin", distance=width / 2 - 0.2) == 0


def test_buildings_and_trees_stay_out_of_the_water(town):
    assert meetings(shapes(town, "buildings"), shapes(town, "water"), predicate="intersects") == 0
    assert meetings(shapes(town, "trees"), shapes(town, "water"), predicate="intersects") == 0


def test_no_tree_or_green_stands_in_a_building(town):
    footprints = shapes(town, "buildings")
    assert meetings(shapes(town, "trees"), footprints, predicate="intersects") == 0
    for layer in ("green_spaces", "vegetation"):
        green = shapes(town, layer)
        one, other = shapely.STRtree(footprints).query(green, predicate="intersects")
        inside = shapely.area(shapely.intersection(green[one], footprints[other]))
        stands = town.layers["buildings"]["use"].to_numpy()[other] == "Sportif"
        assert inside[~stands].sum() < 1e-3


def test_districts_partition_the_commune(town):
    districts = shapes(town, "districts")
    assert shapely.coverage_is_valid(districts)
    assert shapely.union_all(districts).symmetric_difference(town.outline).area < 1e-3
    assert sum(shapely.area(districts)) == pytest.approx(town.outline.area)
    assert town.layers["districts"]["name"].is_unique


def test_trees_know_their_district(town):
    trees = town.layers["trees"]
    outlines = town.layers["districts"].set_index("name").geometry
    assert shapely.distance(trees.geometry.to_numpy(), outlines[trees["district"]].to_numpy()).max() < 1e-6


def test_streets_meet_at_their_ends_only(town):
    roads = shapes(town, "roads")
    one, other = shapely.STRtree(roads).query(roads, predicate="intersects")
    one, other = one[one < other], other[one < other]
    assert shapely.touches(roads[one], roads[other]).all()
    ends = shapely.boundary(roads)
    shared = shapely.intersection(roads[one], roads[other])
    assert shapely.distance(shared, ends[one]).max() < 1e-6
    assert shapely.distance(shared, ends[other]).max() < 1e-6


def test_one_can_walk_from_any_street_to_any_other(town):
    import networkx as nx

    ends = shapely.get_coordinates(
        [shapely.get_point(shapes(town, "roads"), 0), shapely.get_point(shapes(town, "roads"), -1)]
    ).reshape(2, -1, 2)
    graph = nx.Graph([(tuple(a), tuple(b)) for a, b in zip(*ends.round(2).tolist(), strict=True)])
    assert nx.number_connected_components(graph) == 1


def test_everything_stands_inside_the_commune(town):
    wider = town.outline.buffer(0.01)
    for layer in ("buildings", "trees", "green_spaces", "vegetation", "water", "flood_zones", "roads", "facilities"):
        assert shapely.contains_properly(wider, shapes(town, layer)).all(), layer


def test_street_trees_keep_their_distance_along_a_street(town):
    trees = town.layers["trees"]
    street = trees.geometry[trees["setting"] == "rue"].to_numpy()
    near = shapely.STRtree(street).query_nearest(street, exclusive=True, return_distance=True)[1]
    assert 6 < np.median(near) < 13
