"""Buildings that stand alone: houses with a garden, sheds, slabs and towers, workshops, schools, the church."""

import numpy as np
import shapely

from coeurdeville.demo.boxes import ANGLED, boxes, inside, lattice
from coeurdeville.demo.noding import unit
from coeurdeville.demo.rows import along_rims
from coeurdeville.demo.split import axes


def garden_houses(islands: np.ndarray, lot: float, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """One house every `lot` metres of street, five metres or so back from it, then a shed behind some of them."""
    xy, along, island = places_along(islands, 10.0, lot, rng)
    n = len(xy)
    width, depth = rng.uniform(8.5, 13, n), rng.uniform(7.5, 10, n)
    angled = boxes(xy, along, width + 2, depth + 2, ANGLED)
    houses = np.where(rng.random(n) < 0.3, angled, boxes(xy, along, width, depth))
    behind = np.column_stack([-along[:, 1], along[:, 0]]) * rng.uniform(9, 14, n)[:, None]
    aside = along * rng.uniform(-4, 4, n)[:, None]
    sheds = boxes(xy + behind + aside, along, rng.uniform(3, 6, n), rng.uniform(2.5, 4, n))
    own = shapely.buffer(islands, -1.5)[island]
    return houses[inside(houses, own)], sheds[inside(sheds, own) & (rng.random(n) < 0.42)]


def yard_sheds(islands: np.ndarray, depth: float, rng: np.random.Generator) -> np.ndarray:
    """Sheds in the courtyards, behind rows of houses of at most `depth` metres."""
    xy, along, island = places_along(islands, depth + 4, 17, rng)
    n = len(xy)
    sheds = boxes(xy, along, rng.uniform(3, 7, n), rng.uniform(2.5, 5, n))
    yards = shapely.buffer(islands, -depth - 0.5, join_style="mitre")
    return np.asarray(sheds[inside(sheds, yards[island])])


def places_along(
    islands: np.ndarray, back: float, step: float, rng: np.random.Generator
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Places `back` metres from the street, every `step` metres: middles, directions of the street, islands."""
    parts, island = shapely.get_parts(shapely.buffer(islands, -back, join_style="mitre"), return_index=True)
    parts = shapely.orient_polygons(parts)
    middle, line = along_rims(parts, step, rng)
    rims = shapely.get_exterior_ring(parts)[line]
    xy = shapely.get_coordinates(middle)
    ahead = shapely.line_interpolate_point(rims, shapely.line_locate_point(rims, middle) - 1.5)
    return xy, unit(xy - shapely.get_coordinates(ahead) + 1e-9), island[line]


def estate(islands: np.ndarray, longest: float, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Slabs at most `longest` metres long and towers, on lawns: the shapes, and which are towers."""
    middle, along, island = lattice(islands, longest + 10, 40 if longest > 50 else 30, rng)
    n = len(island)
    tower = rng.random(n) < (0.17 if longest > 50 else 0)
    length = np.where(tower, 19.0, rng.uniform(0.6 * longest, longest, n))
    depth = np.where(tower, 19.0, rng.uniform(11, 13, n))
    shapes = boxes(middle + rng.uniform(-3, 3, (n, 2)), along, length, depth)
    kept = inside(shapes, shapely.buffer(islands, -4)[island]) & (rng.random(n) < 0.88)
    return shapes[kept], tower[kept]


def large_boxes(islands: np.ndarray, wide: float, deep: float, rng: np.random.Generator) -> np.ndarray:
    """Workshops, shops, schools: one box on each place of a lattice of `wide` by `deep` metres."""
    middle, along, island = lattice(islands, wide, deep, rng)
    size = rng.uniform(0.4, 0.78, (len(island), 2)) * (wide, deep)
    shapes = boxes(middle, along, size[:, 0], size[:, 1])
    kept = inside(shapes, shapely.buffer(islands, -3)[island]) & (rng.random(len(island)) < 0.9)
    return shapes[kept]


def church_and_hall(square: shapely.Polygon) -> np.ndarray:
    """A church on one side of the square, the town hall on the other, as large as fits; none where none does."""
    middle, along, size = axes(np.array([square]))
    across = np.column_stack([-along[:, 1], along[:, 0]]) * size[0, 1]
    for scale in np.array([[1.0], [0.8], [0.6], [0.45], [0.3]]):
        church = boxes(middle + 0.17 * across, along, 46 * scale, 20 * scale, ANGLED)
        hall = boxes(middle - 0.25 * across, along, 30 * scale, 13 * scale)
        pair = np.concatenate([church, hall])
        if inside(pair, np.full(2, square.buffer(-1.5), dtype=object)).all() and church[0].distance(hall[0]) > 2:
            return pair
    return np.empty(0, dtype=object)


def stands(fields: np.ndarray) -> np.ndarray:
    """The stand of each sports ground, along its longer side."""
    middle, along, size = axes(fields)
    across = np.column_stack([-along[:, 1], along[:, 0]])
    n = len(fields)
    shapes = boxes(middle + across * (size[:, 1] / 2 - 14)[:, None], along, np.full(n, 36.0), np.full(n, 9.0))
    return np.asarray(shapes[inside(shapes, fields)])
