"""Who lives where, in squares of 200 m, and the public facilities."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from coeurdeville.demo.buildings import Built, Sizes
from coeurdeville.demo.chance import stream
from coeurdeville.demo.plan import CRS, Plan
from coeurdeville.demo.terrain import River

if TYPE_CHECKING:
    import geopandas as gpd

SQUARE = 200
"""Side of a population square, m."""
APART = 150
"""Facilities stand in different squares of this side, m."""
FACILITIES = (
    ("mairie", "Hôtel de ville", 10**9),
    ("école", "École", 900),
    ("EHPAD", "Résidence", 4000),
    ("collège", "Collège", 6000),
    ("caserne", "Centre de secours", 15_000),
    ("hôpital", "Centre hospitalier", 25_000),
)
"""Kinds of facilities, the word that begins their name, and one for how many buildings (at least one)."""
NAMED = ("des Tilleuls", "du Pont", "de la Source", "des Remparts", "du Verger", "de la Plaine", "des Lavandières")


@dataclass(frozen=True)
class Homes:
    """People and households of each building."""

    people: np.ndarray
    households: np.ndarray


def draw_homes(plan: Plan, dwellings: np.ndarray) -> Homes:
    """Nine dwellings out of ten lived in, 2.1 people each on average, at least one."""
    rng = stream(plan.seed, "people")
    households = rng.binomial(dwellings, 0.91)
    return Homes(households + rng.poisson(1.1 * households), households)


def population(shapes: np.ndarray, homes: Homes) -> "gpd.GeoDataFrame":
    """Squares of 200 m aligned on the map's kilometres, those where somebody lives; `shapes` in EPSG:2154."""
    import geopandas as gpd

    lived = homes.households > 0
    corner = np.floor(shapely.get_coordinates(shapely.centroid(shapes[lived])) / SQUARE).astype(int) * SQUARE
    squares, of = np.unique(corner, axis=0, return_inverse=True)
    columns = {
        "people": np.bincount(of.ravel(), homes.people[lived]).astype(float),
        "households": np.bincount(of.ravel(), homes.households[lived]).astype(float),
    }
    x, y = squares.T
    return gpd.GeoDataFrame(columns, geometry=shapely.box(x, y, x + SQUARE, y + SQUARE), crs=CRS)


def draw_facilities(plan: Plan, river: River, town: Built, sizes: Sizes) -> tuple["gpd.GeoDataFrame", Sizes]:
    """Facilities in public buildings, else in ordinary ones, which then house nobody; and the sizes so changed.

    The water treatment works stand by the river, downstream of the town.
    """
    import geopandas as gpd

    rows = drawn_buildings(plan, town)
    kinds, names = [], []
    for kind, word, every in FACILITIES:
        count = max(1, plan.buildings // every)
        kinds += [kind] * count
        names += [word] if kind == "mairie" else [f"{word} {NAMED[i % len(NAMED)]}" for i in range(count)]
    rows = rows[: len(kinds)]
    use, dwellings = sizes.use.copy(), sizes.dwellings.copy()
    use[rows], dwellings[rows] = "Commercial et services", 0
    x = 0.97 * plan.radius
    works = shapely.Point(x, np.interp(x, river.x, river.band(0)[1]) + 6 + 0.02 * plan.radius)
    geometry = [*shapely.point_on_surface(town.shapes[rows]), works]
    columns = {
        "name": [*names[: len(rows)], "Station d’épuration"],
        "kind": [*kinds[: len(rows)], "station d’épuration"],
    }
    return gpd.GeoDataFrame(columns, geometry=geometry), Sizes(sizes.height, sizes.floors, dwellings, use)


def drawn_buildings(plan: Plan, town: Built) -> np.ndarray:
    """Rows of buildings in the order in which facilities take them: the town hall, public ones, then others by lot.

    Those that stand apart come before the others; sheds, churches and the hamlets' houses are never taken.
    """
    rng = stream(plan.seed, "facilities")
    order = rng.permutation(len(town))
    distance = np.hypot(*shapely.get_coordinates(shapely.centroid(town.shapes[order])).T)
    form = town.form[order]
    public = form == "public"
    other = np.isin(form, ("immeuble", "maison de ville", "maison", "boutique")) & (distance < plan.edge)
    first = order[public][distance[public].argmin()] if public.any() else order[other][distance[other].argmin()]
    ranked = np.concatenate([[first], order[public], order[other]])
    around = np.floor(shapely.get_coordinates(shapely.centroid(town.shapes[ranked])) / APART)
    _, spread = np.unique(around, axis=0, return_index=True)
    apart = ranked[np.sort(spread)]
    return np.concatenate([apart, ranked[~np.isin(ranked, apart)]])
