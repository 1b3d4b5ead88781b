"""Speed of the measures on shapes against geopandas and networkx, outputs compared in the same run.

    python benchmarks/kernels.py

The network peer is the structure that published 3-30-300 code has: one networkx Dijkstra for each access point, then a
loop over homes and access points. Both sides snap to crossings there, so that they answer the same question;
`on_foot`, which projects homes onto streets, is timed beside it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter
from typing import Any

import geopandas as gpd
import networkx as nx
import numpy as np
import shapely
from scipy.spatial import cKDTree
from town import Floats, Town, town

from coeurdeville.geometry.discs import share_of_disc
from coeurdeville.geometry.nearest import nearest
from coeurdeville.geometry.network import fan_out, walk_network
from coeurdeville.geometry.on_foot import on_foot
from coeurdeville.geometry.overlay import highest, overlap, share_covered

CRS = 2154
ROUNDS = 5
REACH = 500.0
ACCESS = 904
"""Access points of the peer's measured run (about two for each green space)."""


@dataclass(frozen=True)
class Row:
    """One line of the table."""

    title: str
    ours: float
    """Seconds, median."""
    peer: float
    """Seconds, median; NaN where there is none."""
    apart: float
    """Largest difference between the two outputs, in their unit."""
    promise: float
    """Times faster that the project promises; 0 without a promise."""

    def __str__(self) -> str:
        ratio = self.peer / self.ours
        kept = "" if not self.promise else ("  kept" if ratio >= self.promise else "  NOT KEPT")
        times = "" if np.isnan(ratio) else f"{ratio:8.1f}x"
        peer = "" if np.isnan(self.peer) else f"{self.peer:9.3f}"
        promise = f"{self.promise:6.0f}x" if self.promise else ""
        return f"{self.title:44}{self.ours:9.3f}{peer:>9}{times:>9}{promise:>7}{self.apart:11.1e}{kept}"


def race(title: str, ours: Callable[[], Any], peer: Callable[[], Any], promise: float, rounds: int = ROUNDS) -> Row:
    """Both in turn, so that a busy machine slows both; medians, and the largest difference of their outputs."""
    seconds: list[tuple[float, float]] = []
    for _ in range(rounds):
        mine, found = timed(ours)
        theirs, expected = timed(peer)
        seconds.append((mine, theirs))
    differs = found != expected
    difference = np.abs(found[differs] - expected[differs]).max(initial=0.0)
    mine, theirs = np.median(seconds, axis=0)
    return Row(title, mine, theirs, float(difference), promise)


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    """Seconds, and what came out."""
    start = perf_counter()
    found = work()
    return perf_counter() - start, found


def frames(place: Town) -> dict[str, Any]:
    """The same shapes as tables, for the peer."""
    shapes = {"homes": place.buildings, "trees": place.trees, "green": place.green, "flood": place.flood}
    made = {
        name: gpd.GeoDataFrame({name: np.arange(len(array))}, geometry=array, crs=CRS) for name, array in shapes.items()
    }
    made["flood"]["level"] = place.hazard
    return made


def flood_join(place: Town, tables: dict[str, Any]) -> Row:
    """The highest hazard that each building meets."""

    def peer() -> Any:
        met = gpd.sjoin(tables["homes"], tables["flood"]).groupby("homes")["level"].max()
        return met.reindex(range(len(place.buildings)), fill_value=-np.inf).to_numpy()

    return race(
        "buildings x flood, highest level", lambda: highest(place.buildings, place.flood, place.hazard), peer, 4
    )


def flood_overlay(place: Town, tables: dict[str, Any]) -> Row:
    """The area that each building shares with each flood zone."""

    def peer() -> Any:
        cut = gpd.overlay(tables["homes"], tables["flood"], how="intersection")
        return cut.assign(area=cut.area).sort_values(["homes", "flood"]).area.to_numpy()

    return race("area of buildings in each flood zone", lambda: overlap(place.buildings, place.flood)[2], peer, 4, 3)


def nearest_green(place: Town, tables: dict[str, Any]) -> Row:
    """The distance of each building to the nearest green space."""

    def peer() -> Any:
        joined = gpd.sjoin_nearest(tables["homes"], tables["green"], distance_col="d")
        return joined.groupby("homes")["d"].first().to_numpy()

    return race("nearest green space", lambda: nearest(place.buildings, place.green, np.inf), peer, 4)


def third_tree(place: Town, tables: dict[str, Any]) -> Row:
    """The distance of each building to its third tree within 50 m."""

    def peer() -> Any:
        pairs = gpd.sjoin(tables["homes"], tables["trees"], predicate="dwithin", distance=50)
        pairs["d"] = shapely.distance(pairs.geometry.to_numpy(), place.trees[pairs.trees])
        third = pairs.sort_values("d").groupby("homes")["d"].nth(2)
        return third.reindex(range(len(place.buildings)), fill_value=np.inf).to_numpy()

    return race("third tree within 50 m", lambda: nearest(place.buildings, place.trees, 50, 3), peer, 0, 3)


def reference_walk(crossings: Floats, ends: Any, homes: Floats, parks: Floats) -> Floats:
    """Walks as published code computes them: Dijkstra for each access point, then homes x access points."""
    graph = nx.Graph()
    lengths = np.hypot(*(crossings[ends[:, 0]] - crossings[ends[:, 1]]).T)
    graph.add_weighted_edges_from(zip(*ends.T.tolist(), lengths.tolist(), strict=True))
    tree = cKDTree(crossings)
    home_off, home_at = (column.tolist() for column in tree.query(homes))
    park_off, park_at = (column.tolist() for column in tree.query(parks))
    tables = [nx.single_source_dijkstra_path_length(graph, node, weight="weight") for node in park_at]
    found = np.full(len(homes), np.inf)
    for home, (off, node) in enumerate(zip(home_off, home_at, strict=True)):
        for table, gate in zip(tables, park_off, strict=True):
            if node in table and off + table[node] + gate < found[home]:
                found[home] = off + table[node] + gate
    return found


def walk(place: Town) -> Row:
    """The way of each building to the nearest of 904 access points, from crossing to crossing."""
    homes = shapely.get_coordinates(shapely.centroid(place.buildings))
    parks = shapely.get_coordinates(place.green)[::20][:ACCESS]
    drawn = walk_network(place.streets)

    def ours() -> Floats:
        network = walk_network(place.streets)
        tree = cKDTree(network.nodes)
        (home_off, home_at), (park_off, park_at) = tree.query(homes), tree.query(parks)
        costs = np.full(len(network.nodes), np.inf)
        np.minimum.at(costs, park_at, park_off)
        return np.asarray(fan_out(network, costs, np.inf)[home_at] + home_off)

    def peer() -> Floats:
        return reference_walk(drawn.nodes, drawn.ends, homes, parks)

    return race("walk to 904 access points (T300)", ours, peer, 300, 1)


def trees_in_sight(place: Town) -> Row:
    """How many trees stand within 25 m of each building; the peer takes buildings one by one."""
    index = shapely.STRtree(place.trees)

    def peer() -> Any:
        near = [index.query(building, predicate="dwithin", distance=25) for building in place.buildings]
        return np.array([len(trees) >= 3 for trees in near], dtype=float)

    def ours() -> Any:
        return (nearest(place.buildings, place.trees, 25, 3) <= 25).astype(float)

    return race("three trees within 25 m, one by one (T3)", ours, peer, 0, 3)


def whole_rule(place: Town, peer: float) -> Row:
    """All of 3-30-300 with its band, against T3 and T300 of the reference; its T30 is not counted."""
    homes = shapely.get_coordinates(shapely.centroid(place.buildings))

    def ours() -> Floats:
        trees = nearest(place.buildings, place.trees, 50, 3)
        canopy = share_of_disc(homes, place.crowns, 100)
        way = on_foot(place.buildings, place.green, walk_network(place.streets), REACH)
        band = [(trees <= metres).mean() for metres in (15, 20, 30, 50)]
        return np.array([*band, (canopy < 30).mean(), (way <= 300).mean()])

    seconds = float(np.median([timed(ours)[0] for _ in range(ROUNDS)]))
    return Row("whole 3-30-300, against those T3 and T300", seconds, peer, float("nan"), 30)


def canopy(place: Town) -> Row:
    """Canopy around 1 000 buildings, quick and exact (in points)."""
    homes = shapely.get_coordinates(shapely.centroid(place.buildings[:1000]))
    discs = shapely.buffer(shapely.points(homes), 100, quad_segs=64)
    quick, exact = (lambda: share_of_disc(homes, place.crowns, 100)), (lambda: share_covered(discs, place.crowns))
    return race("canopy around 1 000 buildings, or exact", quick, exact, 0, 1)


def canopy_everywhere(place: Town) -> Row:
    """Canopy around all buildings."""
    homes = shapely.get_coordinates(shapely.centroid(place.buildings))
    seconds = float(np.median([timed(lambda: share_of_disc(homes, place.crowns, 100))[0] for _ in range(ROUNDS)]))
    return Row("canopy around 25 000 buildings", seconds, float("nan"), float("nan"), 0)


def main() -> None:
    """Print the table."""
    place = town()
    tables = frames(place)
    print(f"{'':44}{'ours s':>9}{'peer s':>9}{'ratio':>9}{'promise':>7}{'difference':>11}")
    for one in (flood_join, flood_overlay, nearest_green, third_tree):
        print(one(place, tables), flush=True)
    for alone in (canopy, canopy_everywhere):
        print(alone(place), flush=True)
    sight, way = trees_in_sight(place), walk(place)
    for row in (sight, way, whole_rule(place, sight.peer + way.peer)):
        print(row, flush=True)


if __name__ == "__main__":
    main()
