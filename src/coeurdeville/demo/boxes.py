"""Right-angled buildings: a middle, a direction, a width and a depth make a rectangle or an L."""

import numpy as np
import shapely

from coeurdeville.demo.split import axes

RECTANGLE = np.array([(-1, -1), (1, -1), (1, 1), (-1, 1)]) / 2
ANGLED = np.array([(-1, -1), (1, -1), (1, 0.1), (0.15, 0.1), (0.15, 1), (-1, 1)]) / 2


def boxes(
    middle: np.ndarray, along: np.ndarray, width: np.ndarray, depth: np.ndarray, form: np.ndarray = RECTANGLE
) -> np.ndarray:
    """Polygons of one `form`: `middle` and unit vector `along` of shape `(n, 2)`, sizes in metres of shape `(n,)`."""
    across = np.column_stack([-along[:, 1], along[:, 0]])
    x, y = form[:, 0][None, :, None], form[:, 1][None, :, None]
    sides = (width[:, None] * along)[:, None] * x + (depth[:, None] * across)[:, None] * y
    return np.asarray(shapely.polygons(middle[:, None] + sides)).reshape(-1)


def lattice(islands: np.ndarray, wide: float, deep: float, rng: np.random.Generator) -> tuple[np.ndarray, ...]:
    """Places `wide` by `deep` metres that pave the box around each island.

    Returns the middle and direction of each place, shape `(n, 2)`, and its island, shape `(n,)`. Half of the
    islands are paved across.
    """
    middle, along, size = axes(islands)
    across = np.column_stack([-along[:, 1], along[:, 0]])
    swap = rng.random(len(islands)) < 0.5
    along, across = np.where(swap[:, None], across, along), np.where(swap[:, None], along, across)
    size = np.where(swap[:, None], size[:, ::-1], size)
    columns, lines = np.maximum(1, (size / (wide, deep)).astype(int)).T
    island = np.repeat(np.arange(len(islands)), columns * lines)
    rank = np.arange(len(island)) - np.repeat(np.cumsum(columns * lines) - columns * lines, columns * lines)
    x = (rank % columns[island] - (columns[island] - 1) / 2) * (size[:, 0] / columns)[island]
    y = (rank // columns[island] - (lines[island] - 1) / 2) * (size[:, 1] / lines)[island]
    return middle[island] + x[:, None] * along[island] + y[:, None] * across[island], along[island], island


def inside(shapes: np.ndarray, islands: np.ndarray) -> np.ndarray:
    """Which shapes lie whole in their island, one island per shape."""
    shapely.prepare(islands)
    return np.asarray(shapely.contains_properly(islands, shapes))
