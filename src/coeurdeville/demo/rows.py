"""Houses in rows: walls shared with the neighbours, fronts on the street, courtyards at the heart of the island."""

import numpy as np
import shapely

from coeurdeville.demo.streets import largest


def row_houses(islands: np.ndarray, front: float, depths: tuple[float, ...], rng: np.random.Generator) -> np.ndarray:
    """Houses `front` metres wide on average all around each island.

    A house is the part of the island's rim nearer to its own middle than to any other's: neighbours share
    their party wall exactly. `depths` are the depths that houses have, drawn for each.
    """
    heart = shapely.buffer(islands, -depths[0] / 2, join_style="mitre")
    middles, island = along_rims(largest(heart), front, rng)
    if len(middles) < 3:
        return np.empty(0, dtype=object)
    cells = shapely.get_parts(shapely.voronoi_polygons(shapely.multipoints(middles), ordered=True))
    rims = [shapely.difference(islands, shapely.buffer(islands, -depth, join_style="mitre")) for depth in depths]
    rim = np.array(rims)[rng.integers(len(depths), size=len(island)), island]
    houses = largest(shapely.intersection(cells, rim))
    sound = (shapely.area(houses) > 28) & (shapely.area(houses) < 4 * front * depths[0])
    return np.asarray(houses[sound])


def along_rims(shapes: np.ndarray, step: float, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Points about `step` metres apart along the outside of each shape, and the shape of each; uneven by a third."""
    rims = shapely.get_exterior_ring(shapes)
    length = np.nan_to_num(shapely.length(rims))
    count = (length / step).astype(int)
    shape = np.repeat(np.arange(len(shapes)), count)
    rank = np.arange(len(shape)) - np.repeat(np.cumsum(count) - count, count)
    place = (rank + 0.33 * rng.uniform(-1, 1, len(rank))) * (length / np.maximum(count, 1))[shape]
    return np.asarray(shapely.line_interpolate_point(rims[shape], place % length[shape])), shape
