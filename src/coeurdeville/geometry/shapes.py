"""What every measure takes: arrays of geometries, and which of them hold something."""

from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
import shapely
from numpy.typing import NDArray

Shapes = NDArray[np.object_]
"""Geometries, shape `(n,)`, in a projected system in metres. `None` and empty geometries are told at each function."""
Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]


def held(shapes: Shapes) -> Ints:
    """Positions of the geometries that are neither None nor empty, increasing."""
    return np.flatnonzero(~(shapely.is_missing(shapes) | shapely.is_empty(shapes)))


def several(count: Ints) -> tuple[Ints, Ints]:
    """Runs written out: `[2, 0, 3]` gives who `[0, 0, 2, 2, 2]` and, within each, `[0, 1, 0, 1, 2]`."""
    who = np.repeat(np.arange(len(count)), count)
    return who, np.arange(len(who)) - np.repeat(np.cumsum(count) - count, count)


def first_vertex(shapes: Shapes) -> Floats:
    """X and Y [m] of one vertex of each shape, shape `(n, 2)`; every shape must hold something."""
    xy, owner = shapely.get_coordinates(shapes, return_index=True)
    return np.asarray(xy[np.searchsorted(owner, np.arange(len(shapes)))], dtype=np.float64)


@contextmanager
def prepared(shapes: Shapes) -> Iterator[Shapes]:
    """Shapes with their inner index for many tests against each; those that had none lose it again at the end."""
    fresh = shapes[~shapely.is_prepared(shapes)]
    shapely.prepare(fresh)
    try:
        yield shapes
    finally:
        shapely.destroy_prepared(fresh)
