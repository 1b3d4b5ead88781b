"""A made-up town of the size that the speed promises speak of: same seed, same town."""

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.random import Generator
from numpy.typing import NDArray

Shapes = NDArray[np.object_]
Floats = NDArray[np.float64]
ORIGIN = np.array([700_000.0, 6_600_000.0])
CRS = 2154
SIDE, BLOCK = 111, 50.0
"""Crossings on a side of the street grid, and metres between two of them."""
SQUARE = np.array([[-0.5, -0.5], [0.5, -0.5], [0.5, 0.5], [-0.5, 0.5], [-0.5, -0.5]])
ELBOW = np.array([[-0.5, -0.5], [0.5, -0.5], [0.5, 0.0], [0.0, 0.0], [0.0, 0.5], [-0.5, 0.5], [-0.5, -0.5]])


@dataclass(frozen=True)
class Town:
    """Arrays of shapes in metres, and what goes with them."""

    buildings: Shapes
    """25 000 footprints, 140 000 vertices, beside the streets."""
    trees: Shapes
    """30 000 points."""
    crowns: Shapes
    """The discs of the trees, 1 to 5 m of radius."""
    green: Shapes
    """500 green spaces of 41 vertices."""
    flood: Shapes
    """300 flood zones of 401 vertices, overlapping."""
    hazard: Floats
    """Level of each flood zone, 1 to 4."""
    streets: Shapes
    """About 22 500 straight lines between 12 321 crossings."""


def town(seed: int = 7, share: float = 1.0) -> Town:
    """The town, or a `share` of its objects on the same streets."""
    rng = np.random.default_rng(seed)
    crossings, ends = _grid(rng)
    count = {
        name: round(full * share)
        for name, full in (("homes", 25_000), ("trees", 30_000), ("green", 500), ("flood", 300))
    }
    places = _beside(rng, crossings, ends, count["homes"], 14.0, 22.0)
    trees = shapely.points(_beside(rng, crossings, ends, count["trees"], 3.0, 30.0))
    return Town(
        buildings=_footprints(rng, places),
        trees=trees,
        crowns=shapely.buffer(trees, rng.uniform(1, 5, count["trees"])),
        green=_blobs(rng, count["green"], 40, 10, 60),
        flood=_blobs(rng, count["flood"], 400, 80, 260),
        hazard=rng.integers(1, 5, count["flood"]).astype(float),
        streets=shapely.linestrings(crossings[ends]),
    )


def _grid(rng: Generator) -> tuple[Floats, NDArray[np.int64]]:
    """Shaken crossings of a grid, and the streets between neighbours, one in thirteen missing."""
    row, column = np.divmod(np.arange(SIDE * SIDE), SIDE)
    crossings = ORIGIN + BLOCK * np.stack([column, row], axis=1) + rng.uniform(-12, 12, (SIDE * SIDE, 2))
    number = np.arange(SIDE * SIDE).reshape(SIDE, SIDE)
    across = np.stack([number[:, :-1].ravel(), number[:, 1:].ravel()], axis=1)
    along = np.stack([number[:-1].ravel(), number[1:].ravel()], axis=1)
    ends = np.concatenate([across, along])
    return crossings, ends[rng.random(len(ends)) < 12 / 13]


def _beside(rng: Generator, nodes: Floats, ends: NDArray[np.int64], count: int, near: float, far: float) -> Floats:
    """Places at `near` to `far` metres from a point of a street drawn at random."""
    a, b = nodes[ends[rng.integers(0, len(ends), count)]].transpose(1, 0, 2)
    along = a + rng.uniform(0.05, 0.95, (count, 1)) * (b - a)
    normal = (b - a)[:, ::-1] * [-1, 1] / np.hypot(*(b - a).T)[:, None]
    aside = np.asarray(rng.choice([-1, 1], count) * rng.uniform(near, far, count))
    return np.asarray(along + normal * aside[:, None])


def _footprints(rng: Generator, places: Floats) -> Shapes:
    """Rectangles, and three elbows in ten, turned any way."""
    count = len(places)
    size = np.stack([rng.uniform(6, 12, count), rng.uniform(8, 20, count)], axis=1)
    turn = rng.uniform(0, np.pi, count)
    spin = np.stack([np.cos(turn), -np.sin(turn), np.sin(turn), np.cos(turn)], axis=1).reshape(-1, 2, 2)
    elbows = np.arange(count) % 10 < 3
    shapes = np.empty(count, dtype=object)
    for outline, kind in ((SQUARE, ~elbows), (ELBOW, elbows)):
        corners = np.einsum("nij,nkj->nki", spin[kind], outline * size[kind][:, None])
        shapes[kind] = shapely.polygons(corners + places[kind][:, None])
    return shapes


def _blobs(rng: Generator, count: int, vertices: int, least: float, most: float) -> Shapes:
    """Wavy closed outlines of `vertices` distinct points."""
    turn = np.linspace(0, 2 * np.pi, vertices, endpoint=False)
    radius = rng.uniform(least, most, (count, 1)) * (
        1
        + 0.25 * np.sin(3 * turn + rng.uniform(0, 6, (count, 1)))
        + 0.1 * np.sin(7 * turn + rng.uniform(0, 6, (count, 1)))
    )
    centre = ORIGIN + rng.uniform(0, BLOCK * (SIDE - 1), (count, 2))
    ring = centre[:, None] + radius[..., None] * np.stack([np.cos(turn), np.sin(turn)], axis=1)
    return np.asarray(shapely.polygons(ring))
