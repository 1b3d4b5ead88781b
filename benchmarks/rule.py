"""The whole 3-30-300 through its service, against the structure of published code (`reference.py`).

Each third is compared on one definition. In the whole, the service does more than the reference: its sensitivity
band, its figures by quarter, a walk that starts on the streets and not at a crossing. Trees and canopy of
its homes are compared with the reference's.
"""

from collections.abc import Iterator
from typing import Any

import geopandas as gpd
import numpy as np
import reference
import shapely
from lines import Line, difference, race, timed
from scipy.spatial import cKDTree
from town import CRS, Floats, Town

from coeurdeville.core.provenance import Origin
from coeurdeville.geometry.discs import share_of_disc
from coeurdeville.geometry.nearest import nearest
from coeurdeville.geometry.network import fan_out, walk_network
from coeurdeville.layers.buildings import Buildings
from coeurdeville.layers.canopy import Canopy
from coeurdeville.layers.contract.supply import Supplies, supplies
from coeurdeville.layers.contract.vector import VectorLayer
from coeurdeville.layers.green_spaces import GreenSpaces
from coeurdeville.layers.roads import Roads
from coeurdeville.layers.trees import Trees
from coeurdeville.runs.measure import measure
from coeurdeville.runs.result import TOWN, Result
from coeurdeville.services.climate.three_thirty_three_hundred import three_thirty_three_hundred
from coeurdeville.territories.territory import Territory

ACCESS = 904
"""Access points of green spaces, about two for each."""
SEEN, AROUND = 30.0, 100.0
"""Metres at which a tree is seen, and of neighbourhood: the defaults of the service."""
CLOSE = 0.2
"""Points of canopy by which cells of 1 m and our disc may differ."""
QUARTERS = 4
"""On a side of the town."""


def measured(place: Town) -> Iterator[Line]:
    """Each third, then the whole."""
    homes = shapely.get_coordinates(shapely.centroid(place.buildings))
    thirds = [_three(place), _thirty(place, homes), _three_hundred(place, homes)]
    yield from thirds
    yield _whole(place, homes, sum(line.peer for line in thirds))


def _three(place: Town) -> Line:
    def ours() -> Any:
        return (nearest(place.buildings, place.trees, SEEN, 3) <= SEEN).astype(float)

    def peer() -> Any:
        return reference.three(place.buildings, place.trees, SEEN).astype(float)

    return race("3: three trees within 30 m (reference)", ours, peer, allowed=0)


def _thirty(place: Town, homes: Floats) -> Line:
    raster = reference.raster_of(place.crowns, 2 * AROUND)

    def ours() -> Any:
        return share_of_disc(homes, place.crowns, AROUND)

    def peer() -> Any:
        return reference.thirty(homes, raster, AROUND)

    return race("30: canopy within 100 m (reference)", ours, peer, rounds=1, allowed=CLOSE)


def _three_hundred(place: Town, homes: Floats) -> Line:
    gates = shapely.get_coordinates(place.green)[::20][:ACCESS]
    drawn = walk_network(place.streets)

    def ours() -> Floats:
        network = walk_network(place.streets)
        tree = cKDTree(network.nodes)
        (home_off, home_at), (gate_off, gate_at) = tree.query(homes), tree.query(gates)
        costs = np.full(len(network.nodes), np.inf)
        np.minimum.at(costs, gate_at, gate_off)
        return np.asarray(fan_out(network, costs, np.inf)[home_at] + home_off)

    def peer() -> Floats:
        return reference.three_hundred(drawn, homes, gates)

    return race(f"300: walk to {len(gates)} access points (reference)", ours, peer, rounds=1, faster=300)


def _whole(place: Town, homes: Floats, peer: float) -> Line:
    offer, territory, zones = _offer(place), _territory(place), _zones(place)

    def ours() -> Result:
        return measure(three_thirty_three_hundred, offer, territory, {"quartier": zones}, {"smallest": 0.0})

    runs = [timed(ours) for _ in range(3)]
    seconds = float(np.median([one for one, _ in runs]))
    apart = _apart(runs[0][1], place, homes)
    return Line("whole 3-30-300, through its service (reference)", seconds, peer, faster=30, most=2, apart=apart)


def _apart(result: Result, place: Town, homes: Floats) -> float:
    """Homes on which the service and the reference disagree; or, if none, points between the shares of the town."""
    assert result.objects is not None
    frame = result.objects.frame
    seen = reference.three(place.buildings, place.trees, SEEN)
    some = slice(0, 2000)
    canopy = reference.thirty(homes[some], reference.raster_of(place.crowns, 2 * AROUND), AROUND)
    wrong = int((seen != (frame["third_tree"] <= SEEN)).sum())
    wrong += int((np.abs(canopy - frame["canopy"].to_numpy()[some]) > CLOSE).sum())
    (share,) = [row.value for row in result.rows if (row.zoning, row.indicator, row.at) == (TOWN, "three", "")]
    expected = 100 * np.average(seen, weights=_dwellings(place))
    return wrong or round(difference(np.array([share]), np.array([expected])), 9)


def _dwellings(place: Town) -> Any:
    return 1 + np.arange(len(place.buildings)) % 7


def _offer(place: Town) -> Supplies:
    def layer(kind: type[VectorLayer], shapes: Any, **columns: Any) -> VectorLayer:
        return kind(gpd.GeoDataFrame(columns, geometry=shapes, crs=CRS), origin=Origin(kind.title))

    return supplies(
        layer(Buildings, place.buildings, dwellings=_dwellings(place)),
        layer(Trees, place.trees),
        layer(Canopy, place.crowns),
        layer(GreenSpaces, place.green),
        layer(Roads, place.streets),
    )


def _territory(place: Town) -> Territory:
    return Territory("00001", "Banc", CRS, outline=shapely.box(*shapely.total_bounds(place.buildings)).buffer(500))


def _zones(place: Town) -> dict[str, Any]:
    west, south, east, north = shapely.total_bounds(place.buildings)
    x, y = np.linspace(west, east, QUARTERS + 1), np.linspace(south, north, QUARTERS + 1)
    return {
        f"{row}-{column}": shapely.box(x[column], y[row], x[column + 1], y[row + 1])
        for row in range(QUARTERS)
        for column in range(QUARTERS)
    }
