from itertools import pairwise

import networkx as nx
import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import LineString, Point, Polygon, box

from coeurdeville.geometry.nearest import nearest
from coeurdeville.geometry.network import walk_network
from coeurdeville.geometry.on_foot import gates, on_foot, step_onto

LAMBERT = np.array([700_000.0, 6_600_000.0])


def shapes(*given):
    array = np.empty(len(given), dtype=object)
    array[:] = given
    return array


STREET = walk_network(shapes(LineString([(0, 0), (1000, 0)])))


def test_both_offsets_count():
    way = on_foot(shapes(Point(100, 10)), shapes(box(300, 8, 320, 30)), STREET, 1000, tolerance=8)
    assert way.tolist() == pytest.approx([10 + 200 + 8])


def test_a_park_far_from_any_street_is_reached_across():
    way = on_foot(shapes(Point(100, 10)), shapes(Point(300, 60)), STREET, 1000)
    assert way.tolist() == pytest.approx([10 + 200 + 60])


def test_a_park_that_the_street_enters_starts_at_its_limit():
    way = on_foot(shapes(Point(100, 10), Point(700, 10)), shapes(box(300, -50, 400, 50)), STREET, 1000)
    assert way.tolist() == pytest.approx([10 + 200, 10 + 300])


def test_a_home_beside_the_park_still_goes_by_the_street():
    assert on_foot(shapes(box(290, 5, 299, 15)), shapes(box(300, 20, 400, 50)), STREET, 1000, tolerance=25) == (
        pytest.approx([5 + 1 + 20])
    )


def test_neighbours_on_one_piece_do_not_go_round_by_its_ends():
    way = on_foot(shapes(Point(500, 3)), shapes(Point(520, 4)), STREET, 1000, tolerance=4)
    assert way.tolist() == pytest.approx([3 + 20 + 4])


def test_a_park_is_entered_all_along_its_front():
    along = shapes(Polygon([(300, 5), (600, 4), (600, 50), (300, 50)]))
    assert on_foot(shapes(Point(300, 0), Point(453, 0)), along, STREET, 1000).tolist() == pytest.approx(
        [5, 3 + 4.5], abs=0.02
    )


def test_the_last_metres_within_tolerance_may_be_cut_across():
    way = on_foot(shapes(Point(0, 0)), shapes(box(300, 8, 320, 30)), STREET, 1000, tolerance=15)
    assert way.tolist() == pytest.approx([290 + np.hypot(10, 8)])


def test_the_nearer_gate_is_not_always_the_better_one():
    ring = walk_network(shapes(LineString([(0, 0), (0, 100), (300, 100)]), LineString([(0, 0), (300, 0)])))
    park = shapes(box(300, -5, 310, 105))
    assert on_foot(shapes(Point(0, 40)), park, ring, 1000).tolist() == pytest.approx([40 + 300])


def test_reach_is_included_and_nothing_beyond():
    home, park = shapes(Point(100, 0)), shapes(Point(300, 0))
    assert on_foot(home, park, STREET, 200).tolist() == [200]
    assert on_foot(home, park, STREET, 199.9).tolist() == [np.inf]


def test_nothing_to_walk_on_or_to_is_infinite():
    home, park = shapes(Point(0, 0), None, Polygon()), shapes(Point(10, 0))
    nowhere = walk_network(shapes())
    assert on_foot(home, park, nowhere, 1000).tolist() == [np.inf] * 3
    assert on_foot(home, shapes(), STREET, 1000).tolist() == [np.inf] * 3
    assert on_foot(home, shapes(None, Polygon()), STREET, 1000).tolist() == [np.inf] * 3
    assert on_foot(home, park, STREET, 1000).tolist() == [10, np.inf, np.inf]


def test_the_other_bank_is_out_of_reach_without_a_bridge():
    banks = shapes(LineString([(0, 0), (500, 0)]), LineString([(0, 100), (500, 100)]))
    home, park = shapes(Point(250, -5)), shapes(box(200, 110, 300, 200))
    assert on_foot(home, park, walk_network(banks), 2000, tolerance=10).tolist() == [np.inf]
    bridge = np.append(banks, shapes(LineString([(500, 0), (500, 100)])))
    way = on_foot(home, park, walk_network(bridge), 2000, tolerance=10)
    assert way.tolist() == pytest.approx([5 + 250 + 100 + 200 + 10])


def test_gates_are_every_street_within_tolerance():
    cross = walk_network(shapes(LineString([(0, 0), (100, 0), (200, 0)]), LineString([(100, 0), (100, 90)])))
    ways_in = gates(cross, shapes(box(110, 10, 150, 50)), tolerance=12)
    assert (ways_in.offset <= 12).all()
    assert np.bincount(ways_in.piece, minlength=3).tolist() == [0, 6, 6]
    assert len(gates(cross, shapes(box(110, 10, 150, 50)), tolerance=5).piece) == 1


def test_homes_step_onto_the_nearest_point_of_the_street():
    feet = step_onto(STREET, shapes(box(90, 10, 110, 30), None))
    assert feet.offset.tolist() == [10, np.inf]
    assert feet.piece.tolist() == [0, -1]
    assert feet.place[0, 1] == 0


def small_town(seed):
    """Jittered 5 x 5 crossings with a few streets missing, twenty homes, three parks."""
    rng = np.random.default_rng(seed)
    nodes = np.stack(np.divmod(np.arange(25), 5), axis=1) * 60.0 + rng.uniform(-15, 15, (25, 2))
    grid = [(a, b) for a, b in nx.grid_2d_graph(5, 5).edges if rng.random() > 0.2]
    lines = [LineString([nodes[5 * a[0] + a[1]], nodes[5 * b[0] + b[1]]]) for a, b in grid]
    xy = rng.uniform(-20, 260, (20, 2))
    corner = rng.uniform(0, 230, (3, 2))
    return shapes(*lines), shapely.box(*xy.T, *(xy + 6).T), shapely.box(*corner.T, *(corner + 25).T)


def walked(homes, parks, lines, reach, tolerance):
    """The same walk with networkx: streets are cut where homes and parks touch them, piece by piece."""
    found = np.full(len(homes), np.inf)
    feet = []
    for home in homes:
        street = int(np.argmin(shapely.distance(lines, home)))
        feet.append((street, shapely.shortest_line(lines[street], home).coords[0], lines[street].distance(home)))
    gate = []
    for park in parks:
        near = np.flatnonzero(shapely.distance(lines, park) <= tolerance)
        for street in near if len(near) else [int(np.argmin(shapely.distance(lines, park)))]:
            off = lines[street].distance(park)
            inside = shapely.intersection(lines[street], park)
            at = shapely.get_coordinates(inside if off == 0 else shapely.shortest_line(lines[street], park))
            gate += [(street, tuple(place), off) for place in (at if off == 0 else at[:1])]
            steps = np.linspace(0, lines[street].length, int(np.ceil(lines[street].length / 10)) + 1)
            front = [lines[street].interpolate(step) for step in steps]
            gate += [(street, (p.x, p.y), park.distance(p)) for p in front if park.distance(p) <= tolerance]
    gate += [(street, at, 0.0) for street, at, _ in feet if shapely.distance(parks, Point(at)).min() < 1e-9]
    graph = nx.Graph()
    for street, line in enumerate(lines):
        stops = [*line.coords, *(at for s, at, _ in feet + gate if s == street)]
        stops.sort(key=lambda at, line=line: line.project(Point(at)))
        for a, b in pairwise(stops):
            graph.add_edge(tuple(a), tuple(b), weight=float(np.hypot(a[0] - b[0], a[1] - b[1])))
    for _, at, off in gate:
        old = graph.get_edge_data("park", at, {"weight": np.inf})["weight"]
        graph.add_edge("park", at, weight=min(off, old))
    ways = nx.single_source_dijkstra_path_length(graph, "park", weight="weight")
    for home, (_, at, off) in enumerate(feet):
        found[home] = ways.get(at, np.inf) + off
    return np.where(found <= reach, found, np.inf)


@pytest.mark.parametrize("seed", range(12))
def test_on_foot_agrees_with_networkx(seed):
    lines, homes, parks = small_town(seed)
    found = on_foot(homes, parks, walk_network(lines), 500, tolerance=10)
    expected = walked(homes, parks, lines, 500, 10)
    assert np.array_equal(np.isfinite(found), np.isfinite(expected))
    assert np.allclose(found, expected, atol=1e-6)


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 5000))
def test_one_more_park_is_never_farther_and_streets_never_shorter_than_straight(seed):
    lines, homes, parks = small_town(seed)
    network = walk_network(lines)
    found = on_foot(homes, parks, network, 600)
    assert (found <= on_foot(homes, parks[:-1], network, 600)).all()
    assert (found >= nearest(homes, parks, np.inf) - 1e-9).all()


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 5000))
def test_order_and_place_do_not_change_ways(seed):
    lines, homes, parks = small_town(seed)
    found = on_foot(homes, parks, walk_network(lines), 600)
    assert np.allclose(on_foot(homes[::-1], parks[::-1], walk_network(lines[::-1]), 600), found[::-1], atol=1e-6)
    lines, homes, parks = (shapely.transform(s, lambda xy: xy + LAMBERT) for s in (lines, homes, parks))
    assert np.allclose(on_foot(homes, parks, walk_network(lines), 600), found, atol=1e-5)
