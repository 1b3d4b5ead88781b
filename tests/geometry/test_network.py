import networkx as nx
import numpy as np
import shapely
from shapely import LineString, MultiLineString, Point, box

from coeurdeville.geometry.network import fan_out, walk_network


def shapes(*given):
    array = np.empty(len(given), dtype=object)
    array[:] = given
    return array


def test_streets_meet_where_they_share_a_vertex():
    network = walk_network(shapes(LineString([(0, 0), (50, 0), (100, 0)]), LineString([(50, 0), (50, 80)])))
    assert len(network.nodes) == 4
    assert sorted(shapely.length(network.pieces)) == [50, 50, 80]


def test_a_bridge_is_not_a_crossing():
    network = walk_network(shapes(LineString([(0, 0), (100, 0)]), LineString([(50, -50), (50, 50)])))
    costs = np.where((network.nodes == [0, 0]).all(axis=1), 0.0, np.inf)
    reached = {tuple(place): way for place, way in zip(network.nodes, fan_out(network, costs, 1000), strict=True)}
    assert reached == {(0, 0): 0, (100, 0): 100, (50, -50): np.inf, (50, 50): np.inf}


def test_a_street_drawn_twice_is_not_longer():
    street = LineString([(0, 0), (100, 0)])
    network = walk_network(shapes(street, shapely.reverse(street), MultiLineString([street]), LineString([(0, 0)] * 2)))
    assert len(network.pieces) == 1
    assert network.graph.max() == 100


def test_vertices_a_tenth_of_a_millimetre_apart_are_one():
    network = walk_network(shapes(LineString([(0, 0), (10, 0)]), LineString([(10.0001, 0), (20, 0)])))
    assert len(network.nodes) == 3


def test_what_is_not_a_street_is_left_out():
    network = walk_network(shapes(None, Point(0, 0), box(0, 0, 1, 1), LineString()))
    assert (len(network.nodes), len(network.pieces)) == (0, 0)


def test_paths_apart_from_the_town_can_be_left_out():
    courtyard, street = LineString([(0, 10), (5, 10)]), LineString([(0, 0), (100, 0)])
    assert len(walk_network(shapes(courtyard, street)).pieces) == 2
    assert shapely.length(walk_network(shapes(courtyard, street), smallest=50).pieces).tolist() == [100]


def test_fan_out_from_nowhere_reaches_nothing():
    network = walk_network(shapes(LineString([(0, 0), (100, 0)])))
    assert fan_out(network, np.full(2, np.inf), 1000).tolist() == [np.inf, np.inf]


def test_fan_out_agrees_with_networkx():
    rng = np.random.default_rng(3)
    places = rng.uniform(0, 1000, (60, 2))
    pairs = rng.integers(0, 60, (110, 2))
    pairs = pairs[pairs[:, 0] != pairs[:, 1]]
    network = walk_network(shapely.linestrings(places[pairs]))
    costs = np.where(rng.random(len(network.nodes)) < 0.1, rng.uniform(0, 200, len(network.nodes)), np.inf)
    graph = nx.Graph()
    graph.add_nodes_from(range(len(network.nodes)))
    for a, b in network.ends.tolist():
        graph.add_edge(a, b, weight=float(np.hypot(*(network.nodes[a] - network.nodes[b]))))
    expected = np.full(len(network.nodes), np.inf)
    for start in np.flatnonzero(np.isfinite(costs)):
        for node, way in nx.single_source_dijkstra_path_length(graph, start, weight="weight").items():
            expected[node] = min(expected[node], way + costs[start])
    assert np.allclose(fan_out(network, costs, np.inf), expected, atol=1e-9)
    near = fan_out(network, costs, 400)
    assert np.array_equal(np.isfinite(near), expected <= 400)
