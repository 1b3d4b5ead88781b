"""The measures on shapes against geopandas, which holds the same shapes as tables, already loaded."""

from collections.abc import Iterator
from typing import Any

import geopandas as gpd
import numpy as np
import shapely
from lines import Line, race
from town import CRS, Town

from coeurdeville.geometry.discs import share_of_disc
from coeurdeville.geometry.nearest import nearest
from coeurdeville.geometry.overlay import highest, overlap, share_covered


def measured(place: Town) -> Iterator[Line]:
    """Flood, nearest green space, trees in sight, canopy."""
    tables = _tables(place)
    for line in (flood_join, flood_overlay, nearest_green, third_tree):
        yield line(place, tables)
    yield canopy(place)


def _tables(place: Town) -> dict[str, Any]:
    shapes = {"homes": place.buildings, "trees": place.trees, "green": place.green, "flood": place.flood}
    made = {
        name: gpd.GeoDataFrame({name: np.arange(len(array))}, geometry=array, crs=CRS) for name, array in shapes.items()
    }
    made["flood"]["level"] = place.hazard
    return made


def flood_join(place: Town, tables: dict[str, Any]) -> Line:
    """The highest hazard that each building meets."""

    def ours() -> Any:
        return highest(place.buildings, place.flood, place.hazard)

    def peer() -> Any:
        met = gpd.sjoin(tables["homes"], tables["flood"]).groupby("homes")["level"].max()
        return met.reindex(range(len(place.buildings)), fill_value=-np.inf).to_numpy()

    return race("buildings x flood, highest level (geopandas)", ours, peer, faster=4, rounds=5)


def flood_overlay(place: Town, tables: dict[str, Any]) -> Line:
    """The area that each building shares with each flood zone."""

    def ours() -> Any:
        return overlap(place.buildings, place.flood)[2]

    def peer() -> Any:
        cut = gpd.overlay(tables["homes"], tables["flood"], how="intersection")
        return cut.assign(area=cut.area).sort_values(["homes", "flood"]).area.to_numpy()

    return race("area of buildings in each flood zone (geopandas)", ours, peer, faster=4)


def nearest_green(place: Town, tables: dict[str, Any]) -> Line:
    """The distance of each building to the nearest green space."""

    def ours() -> Any:
        return nearest(place.buildings, place.green, np.inf)

    def peer() -> Any:
        joined = gpd.sjoin_nearest(tables["homes"], tables["green"], distance_col="d")
        return joined.groupby("homes")["d"].first().to_numpy()

    return race("nearest green space (geopandas)", ours, peer, faster=4, rounds=5)


def third_tree(place: Town, tables: dict[str, Any]) -> Line:
    """The distance of each building to its third tree within 50 m."""

    def ours() -> Any:
        return nearest(place.buildings, place.trees, 50, 3)

    def peer() -> Any:
        pairs = gpd.sjoin(tables["homes"], tables["trees"], predicate="dwithin", distance=50)
        pairs["d"] = shapely.distance(pairs.geometry.to_numpy(), place.trees[pairs.trees])
        third = pairs.sort_values("d").groupby("homes")["d"].nth(2)
        return third.reindex(range(len(place.buildings)), fill_value=np.inf).to_numpy()

    return race("third tree within 50 m (geopandas)", ours, peer)


def canopy(place: Town) -> Line:
    """Canopy around 1 000 buildings, against our own exact overlay; the error is in points."""
    homes = shapely.get_coordinates(shapely.centroid(place.buildings[:1000]))
    discs = shapely.buffer(shapely.points(homes), 100, quad_segs=64)

    def ours() -> Any:
        return share_of_disc(homes, place.crowns, 100)

    def peer() -> Any:
        return share_covered(discs, place.crowns)

    return race("canopy around 1 000 buildings (exact overlay)", ours, peer, rounds=1, allowed=0.1)
