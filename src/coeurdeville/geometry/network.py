"""The streets as a graph to walk on: every vertex a node, every piece between two vertices an edge."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely

from coeurdeville.geometry.shapes import Flags, Floats, Ints, Shapes

MILLIMETRE = 3
"""Decimals of a metre at which two vertices are the same place."""


@dataclass(frozen=True)
class WalkNetwork:
    """Streets cut at every vertex, built once and used for any number of questions.

    Two streets meet where they share a vertex (to the millimetre), as OpenStreetMap draws them and as BD TOPO
    cuts them at crossings. Streets that cross without a shared vertex, a bridge over a road, are not joined.
    """

    nodes: Floats
    """Places where pieces meet [m], shape `(n, 2)`."""
    ends: Ints
    """The two nodes of each piece, shape `(m, 2)`."""
    pieces: Shapes
    """Straight lines of two vertices, shape `(m,)`."""
    graph: Any
    """Lengths [m] between nodes, both ways: scipy CSR array, shape `(n, n)`."""


def walk_network(roads: Shapes, *, smallest: float = 0.0) -> WalkNetwork:
    """The network of `roads`: lines and multilines; anything else among them is left out.

    A piece drawn twice counts once, a piece of no length not at all. Connected parts whose whole length is under
    `smallest` metres are left out (the paths of a courtyard drawn apart from the street would trap the homes beside
    them); 0 keeps everything. No road: an empty network, on which everything is out of reach.
    """
    nodes, ends = _noded(roads)
    lengths = np.hypot(*(nodes[ends[:, 0]] - nodes[ends[:, 1]]).T)
    graph = _graph(ends, lengths, len(nodes))
    if smallest > 0 and len(ends):
        kept = _large(graph, ends, lengths, smallest)
        ends, lengths = ends[kept], lengths[kept]
        graph = _graph(ends, lengths, len(nodes))
    return WalkNetwork(nodes, ends, np.asarray(shapely.linestrings(nodes[ends])), graph)


def fan_out(network: WalkNetwork, costs: Floats, limit: float) -> Floats:
    """Shortest way [m] from each node to the cheapest start, inf beyond `limit`. Shape `(n,)`.

    `costs` [m], shape `(n,)`, is what it takes to reach a goal from each node straight away, inf where one
    cannot. One Dijkstra from a single node tied to all starts, whatever their number.
    """
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import dijkstra

    count = len(network.nodes)
    starts = np.flatnonzero(costs <= limit)
    if len(starts) == 0:
        return np.full(count, np.inf)
    graph = network.graph
    pointers = np.append(graph.indptr, graph.indptr[-1] + len(starts))
    whole = csr_array(
        (np.append(graph.data, costs[starts]), np.append(graph.indices, starts), pointers), shape=(count + 1, count + 1)
    )
    return np.asarray(dijkstra(whole, indices=count, limit=limit)[:count], dtype=np.float64)


def _noded(roads: Shapes) -> tuple[Floats, Ints]:
    """Distinct vertices, and the distinct pieces of line between two of them."""
    lines = shapely.get_parts(roads)
    lines = lines[np.isin(shapely.get_type_id(lines), (1, 2))]
    xy, line = shapely.get_coordinates(lines, return_index=True)
    east, north = np.round(xy, MILLIMETRE).T
    _, first, node = np.unique(east + 1j * north, return_index=True, return_inverse=True)
    same = line[1:] == line[:-1]
    ends = np.sort(np.stack([node[:-1][same], node[1:][same]], axis=1), axis=1)
    ends = ends[ends[:, 0] != ends[:, 1]]
    _, once = np.unique(ends[:, 0] * max(len(first), 1) + ends[:, 1], return_index=True)
    return xy[first], ends[once]


def _graph(ends: Ints, lengths: Floats, count: int) -> Any:
    from scipy.sparse import coo_array

    both = np.concatenate([ends, ends[:, ::-1]])
    return coo_array((np.tile(lengths, 2), (both[:, 0], both[:, 1])), shape=(count, count)).tocsr()


def _large(graph: Any, ends: Ints, lengths: Floats, smallest: float) -> Flags:
    """Which pieces belong to a connected part of at least `smallest` metres."""
    from scipy.sparse.csgraph import connected_components

    _, part = connected_components(graph, directed=False)
    of_piece = part[ends[:, 0]]
    return np.asarray(np.bincount(of_piece, lengths)[of_piece] >= smallest)
