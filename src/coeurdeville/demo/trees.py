"""The trees of the town: species, age, size. Species are counted while they are planted."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from coeurdeville.demo.chance import stream
from coeurdeville.demo.plan import Plan
from coeurdeville.demo.planting import Spots
from coeurdeville.demo.species import ROW, SPECIES, drawn

if TYPE_CHECKING:
    import geopandas as gpd

NOW = 2025
"""Year in which the trees are described."""
STAGES = (("jeune", 0), ("jeune adulte", 12), ("adulte", 28), ("mature", 65))
"""Stages of development and the age from which each begins, years."""


@dataclass(frozen=True)
class Planted:
    """Row in `SPECIES` and year of planting of each spot."""

    species: np.ndarray
    year: np.ndarray


def plant(plan: Plan, spots: Spots) -> Planted:
    """One species and one year by row of street trees, one tree in twelve replaced since; any species elsewhere.

    The last row is the elms of the hamlet.
    """
    rng = stream(plan.seed, "trees")
    n = len(spots.xy)
    species, year = drawn("park", n, rng), years(n, rng)
    lined = spots.row >= 0
    rows = spots.row.max(initial=-1) + 1
    of_row, since = drawn("street", rows, rng), years(rows, rng)
    replaced = rng.random(n) < 1 / 12
    species[lined] = np.where(replaced, drawn("street", n, rng), of_row[spots.row])[lined]
    year[lined] = np.where(replaced, rng.integers(2005, NOW, n), since[spots.row])[lined]
    species[spots.row == rows - 1] = ROW["Ulmus minor"]
    return Planted(species, year)


def years(count: int, rng: np.random.Generator) -> np.ndarray:
    """Years of planting: many since 1960, some before the first world war."""
    return np.asarray(NOW - 1 - np.minimum(rng.gamma(1.7, 19, count), 150).astype(int))


def tree_layer(plan: Plan, spots: Spots, planted: Planted, districts: np.ndarray) -> "gpd.GeoDataFrame":
    """The canonical layer, in the town's frame. Sizes follow age with each species' own growth."""
    import geopandas as gpd

    rng = stream(plan.seed, "growth")
    n, age = len(spots.xy), NOW - planted.year
    full = {
        name: np.array([getattr(s, name) for s in SPECIES])[planted.species] for name in ("height", "crown", "girth")
    }
    vigour = rng.lognormal(0, 0.14, n)
    columns = {
        "species": np.array([s.name for s in SPECIES], dtype=object)[planted.species],
        "genus": np.array([s.genus for s in SPECIES], dtype=object)[planted.species],
        "family": np.array([s.family for s in SPECIES], dtype=object)[planted.species],
        "height": (2 + (full["height"] - 2) * (1 - np.exp(-age / 26)) * vigour).round(1),
        "trunk": (4 + full["girth"] * age * vigour).clip(max=220).round(),
        "crown_radius": (0.6 + (full["crown"] - 0.6) * (1 - np.exp(-age / 24)) * vigour).round(1),
        "stage": stage_of(age),
        "planted": planted.year,
        "district": districts,
        "remarkable": (age > 90) & (rng.random(n) < 0.08),
        "setting": spots.setting,
    }
    return gpd.GeoDataFrame(columns, geometry=shapely.points(spots.xy))


def stage_of(age: np.ndarray) -> np.ndarray:
    """Stage of development for ages in years."""
    names = np.array([name for name, _ in STAGES], dtype=object)
    starts = np.array([start for _, start in STAGES])
    return np.asarray(names[np.searchsorted(starts, age, side="right") - 1])
