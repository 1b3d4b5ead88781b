"""What is green on the ground, public or not: trees' canopy, hedges, grass; in the town and in the fields around it."""

import numpy as np
import shapely

from coeurdeville.demo.chance import stream
from coeurdeville.demo.detached import places_along
from coeurdeville.demo.green import Greens, blobs, unpinched
from coeurdeville.demo.hamlets import Hamlet
from coeurdeville.demo.landuse import Islands
from coeurdeville.demo.plan import Plan
from coeurdeville.demo.terrain import River, reach_of, strip


def draw_vegetation(
    plan: Plan, river: River, islands: Islands, greens: Greens, footprints: np.ndarray, hamlets: list[Hamlet]
) -> tuple[np.ndarray, np.ndarray]:
    """Shapes and kinds (arborée, arbustive, herbacée); none touches a building, none is in water."""
    rng = stream(plan.seed, "vegetation")
    water = shapely.union_all([river.bed(), *greens.ponds])
    open_ = greens.shapes[np.isin(greens.sort, ("parc", "square", "promenade"))]
    groves = shapely.intersection(open_, clumps(open_, rng))
    banks = shapely.intersection(islands.of("promenade"), shapely.buffer(river.bed(), 16))
    wooded = shapely.union_all(np.concatenate([groves, banks, np.concatenate([h.woods for h in hamlets])]))
    fields = greens.shapes[greens.sort == "stade"]
    lots = [
        (shapely.get_parts(shapely.difference(wooded, water)), "arborée"),
        (meadows(plan, river), "herbacée"),
        (woods(plan, river, hamlets, rng), "arborée"),
        (gardens(islands, footprints, rng), "arborée"),
        (shapely.difference(fields, shapely.buffer(fields, -3)), "arbustive"),
        (shapely.buffer(fields, -3), "herbacée"),
        (shapely.difference(greens.shapes[greens.sort != "stade"], wooded | water), "herbacée"),
    ]
    pieces = [shapely.get_parts(shapes) for shapes, _ in lots]
    kind = np.repeat(np.array([kind for _, kind in lots], dtype=object), [len(some) for some in pieces])
    parts, rank = unpinched(unbuilt(np.concatenate(pieces), footprints))
    kept = shapely.area(parts) > 8
    return parts[kept], kind[rank][kept]


def unbuilt(shapes: np.ndarray, footprints: np.ndarray) -> np.ndarray:
    """Shapes without the ground of the buildings that they meet."""
    shape, building = shapely.STRtree(footprints).query(shapes, predicate="intersects")
    met = np.unique(shape)
    free = shapes.copy()
    free[met] = shapely.difference(shapes[met], shapely.union_all(footprints[np.unique(building)]))
    return free


def clumps(shapes: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """One clump of trees in each green space, on about a third of it."""
    middle = shapely.get_coordinates(shapely.point_on_surface(shapes))
    radius = np.sqrt(shapely.area(shapes) * rng.uniform(0.2, 0.45, len(shapes)) / np.pi)
    return blobs(middle + rng.uniform(-1, 1, middle.shape) * radius[:, None], radius, rng, 20)


def woods(plan: Plan, river: River, hamlets: list[Hamlet], rng: np.random.Generator) -> np.ndarray:
    """Woods in the fields, apart from each other, 300 m from any hamlet, off the water."""
    low = strip(river.x, *river.band(reach_of(1.0)))
    count = int(12 + plan.limit / 60)
    turn, away = rng.uniform(0, 2 * np.pi, count), rng.uniform(plan.edge + 150, plan.limit * 0.93, count)
    shapes = blobs(away[:, None] * np.column_stack([np.cos(turn), np.sin(turn)]), rng.uniform(35, 130, count), rng, 24)
    homes = shapely.union_all(np.concatenate([hamlet.homes for hamlet in hamlets]))
    alone = ~shapely.dwithin(shapes, homes, 300) & ~shapely.intersects(shapes, low)
    shapes = shapes[alone]
    first, second = shapely.STRtree(shapes).query(shapes, predicate="intersects")
    return np.asarray(np.delete(shapes, np.unique(second[first < second])))


def meadows(plan: Plan, river: River) -> np.ndarray:
    """Grass on the lowest ground along the river, out of the town."""
    low = strip(river.x, *river.band(reach_of(1.0)))
    town = shapely.Polygon(plan.ring(plan.radius)).buffer(60)
    return np.asarray(shapely.get_parts(low - river.bed() - town))


def gardens(islands: Islands, footprints: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Trees of private gardens, in islands of houses and in the courtyards of faubourgs."""
    xy = np.concatenate(
        [
            places_along(islands.of(use), back, step, rng)[0]
            for use, back, step in (("pavillons", 22, 14), ("faubourg", 21, 16))
        ]
    )
    xy = xy[rng.random(len(xy)) < 0.6]
    shapes = blobs(xy, rng.uniform(2, 4.5, len(xy)), rng, 10)
    return np.asarray(shapes[~built_on(shapes, footprints)])


def built_on(shapes: np.ndarray, footprints: np.ndarray) -> np.ndarray:
    """Which shapes meet a building."""
    met = np.zeros(len(shapes), dtype=bool)
    met[shapely.STRtree(footprints).query(shapes, predicate="intersects")[0]] = True
    return met
