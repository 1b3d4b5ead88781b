"""3-30-300 as published code computes it (structure of the Data Science Campus' 3-30-300 analysis), in plain Python.

Trees and canopy are counted home by home; the walk is one networkx Dijkstra for each access point, then a loop
over homes and access points. Two kindnesses to it: trees are found by exact distance, quicker than by buffers and
of the same definition as ours; the raster of canopy is given, not timed.
"""

from dataclasses import dataclass
from typing import Any

import networkx as nx
import numpy as np
import shapely
from numpy.typing import NDArray
from scipy.spatial import cKDTree
from town import Floats, Shapes

from coeurdeville.geometry.network import WalkNetwork


def three(homes: Shapes, trees: Shapes, metres: float) -> NDArray[np.bool_]:
    """Homes with three trees within `metres`."""
    index = shapely.STRtree(trees)
    return np.array([len(index.query(home, predicate="dwithin", distance=metres)) >= 3 for home in homes])


@dataclass(frozen=True)
class Raster:
    """Cells of 1 m, true under canopy."""

    west: float
    south: float
    cells: NDArray[np.bool_]


def raster_of(crowns: Shapes, margin: float) -> Raster:
    """Cells whose middle is under a crown, with `margin` metres of nothing around."""
    west, south, east, north = shapely.total_bounds(crowns)
    west, south = west - margin, south - margin
    cells = np.zeros((int(north + margin - south) + 2, int(east + margin - west) + 2), dtype=bool)
    for crown in crowns:
        left, low, right, high = (np.array(crown.bounds) - [west, south, west, south]).astype(int)
        row, column = np.mgrid[low : high + 1, left : right + 1]
        cells[row, column] |= shapely.contains_xy(crown, west + column + 0.5, south + row + 0.5)
    return Raster(west, south, cells)


def thirty(homes: Floats, canopy: Raster, radius: float) -> Floats:
    """Share [%] of the cells of the disc around each home that are under canopy, one home after the other."""
    reach, found = int(radius) + 1, []
    for x, y in (homes - [canopy.west, canopy.south]).tolist():
        rows = np.arange(int(y) - reach, int(y) + reach + 1)
        columns = np.arange(int(x) - reach, int(x) + reach + 1)
        disc = (rows[:, None] + 0.5 - y) ** 2 + (columns + 0.5 - x) ** 2 <= radius**2
        window = canopy.cells[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
        found.append(100 * window[disc].mean())
    return np.array(found)


def three_hundred(network: WalkNetwork, homes: Floats, gates: Floats) -> Floats:
    """Way [m] of each home to the nearest access point, both snapped to their nearest crossing."""
    graph = _graph(network)
    tree = cKDTree(network.nodes)
    (home_off, home_at), (gate_off, gate_at) = (map(list, tree.query(places)) for places in (homes, gates))
    tables = [nx.single_source_dijkstra_path_length(graph, node, weight="weight") for node in gate_at]
    found = np.full(len(homes), np.inf)
    for home, (off, node) in enumerate(zip(home_off, home_at, strict=True)):
        for table, gate in zip(tables, gate_off, strict=True):
            if node in table and off + table[node] + gate < found[home]:
                found[home] = off + table[node] + gate
    return found


def _graph(network: WalkNetwork) -> Any:
    graph = nx.Graph()
    lengths = np.hypot(*(network.nodes[network.ends[:, 0]] - network.nodes[network.ends[:, 1]]).T)
    graph.add_weighted_edges_from(zip(*network.ends.T.tolist(), lengths.tolist(), strict=True))
    return graph
