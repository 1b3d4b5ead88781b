"""Where trees stand: in rows along streets, scattered in parks and on lawns, on squares, in a hamlet."""

from dataclasses import dataclass

import numpy as np
import shapely

from coeurdeville.demo.boxes import lattice
from coeurdeville.demo.chance import stream
from coeurdeville.demo.green import Greens
from coeurdeville.demo.hamlets import Hamlet
from coeurdeville.demo.landuse import Islands
from coeurdeville.demo.noding import unit
from coeurdeville.demo.plan import Plan
from coeurdeville.demo.streets import Streets
from coeurdeville.demo.terrain import River

KERB = 1.4
"""Distance of a street tree from the fronts, m."""
CROSSING = 8.0
"""No tree nearer than this to the end of a piece of street, m."""
PLANTED = {"boulevard": 1.0, "avenue": 0.85, "quai": 1.0, "rue": 0.42, "ruelle": 0.0, "chemin": 0.12}
"""Share of the streets of each kind that have trees."""


@dataclass(frozen=True)
class Spots:
    """Places of trees `(n, 2)`, setting of each (rue, parc, place), and the row that it belongs to.

    Trees of one row, along one street, are of one species and one age but for a few replaced. Trees in groups of
    their own have the row -1.
    """

    xy: np.ndarray
    setting: np.ndarray
    row: np.ndarray


def spots(*lots: tuple[np.ndarray, str, np.ndarray | int]) -> Spots:
    """Lots of places put together, each with its setting and its rows."""
    return Spots(
        np.concatenate([xy.reshape(-1, 2) for xy, _, _ in lots]),
        np.concatenate([np.full(len(xy), setting, dtype=object) for xy, setting, _ in lots]),
        np.concatenate([np.broadcast_to(row, len(xy)) for xy, _, row in lots]),
    )


def draw_spots(
    plan: Plan,
    river: River,
    streets: Streets,
    islands: Islands,
    greens: Greens,
    footprints: np.ndarray,
    hamlets: list[Hamlet],
) -> Spots:
    """Every place where the town has a tree; none in a building, in the water, or on the roadway."""
    rng = stream(plan.seed, "planting")
    along, row = street_spots(plan, streets, rng)
    dry = river.between(along, 0) < -1
    parks = greens.shapes[np.isin(greens.sort, ("parc", "square", "cimetière", "promenade"))]
    lawns = greens.shapes[np.isin(greens.sort, ("résidence", "lotissement"))]
    ponds = shapely.buffer(shapely.union_all(greens.ponds), 2)
    park = scattered(parks, 10, 0.6, rng)
    park = park[~shapely.contains_xy(ponds, park)]
    squares = np.concatenate([islands.of("parvis", "école", "équipement"), islands.of("activites")])
    square = clear_of(scattered(squares, 13, 0.3, rng), footprints, 3)
    own = np.concatenate([shapely.get_coordinates(hamlet.trees) for hamlet in hamlets])
    lawn = clear_of(scattered(lawns, 14, 0.5, rng), footprints, 3)
    return spots(
        (along[dry], "rue", row[dry]),
        (np.concatenate([park, lawn]), "parc", -1),
        (square, "place", -1),
        (own, "rue", len(streets.shapes)),
    )


def street_spots(plan: Plan, streets: Streets, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Trees every 8 to 12 m on both sides of the streets that have some, and a number for each street's name."""
    names, row = np.unique(streets.names, return_inverse=True)
    luck, step = rng.random(len(names))[row], rng.uniform(8, 12, len(names))[row]
    share = np.array([PLANTED[kind] for kind in streets.kinds])
    near = np.hypot(*shapely.get_coordinates(shapely.centroid(streets.shapes)).T) < plan.edge
    piece = np.flatnonzero((luck < share) & near)
    count = np.maximum(0, ((shapely.length(streets.shapes[piece]) - 2 * CROSSING) / step[piece]).astype(int))
    rank = np.arange(count.sum()) - np.repeat(np.cumsum(count) - count, count)
    piece = np.repeat(piece, count)
    at = CROSSING + (rank + 0.5) * step[piece]
    here = shapely.get_coordinates(shapely.line_interpolate_point(streets.shapes[piece], at))
    ahead = shapely.get_coordinates(shapely.line_interpolate_point(streets.shapes[piece], at + 0.5))
    along = unit(ahead - here + 1e-9)
    aside = np.column_stack([-along[:, 1], along[:, 0]]) * (streets.half[piece] - KERB)[:, None]
    present = rng.random((2, len(piece))) < 0.93
    return np.concatenate([(here + aside)[present[0]], (here - aside)[present[1]]]), np.concatenate(
        [row[piece][present[0]], row[piece][present[1]]]
    )


def scattered(shapes: np.ndarray, step: float, share: float, rng: np.random.Generator) -> np.ndarray:
    """Places `(n, 2)` in the shapes, two metres from their edge: a lattice of `step` metres, shaken, partly kept."""
    shapes = shapes[shapely.area(shapes) > 2 * step**2]
    middle, _, shape = lattice(shapes, step, step, rng)
    middle = middle + rng.uniform(-0.36, 0.36, middle.shape) * step
    density = share * rng.uniform(0.5, 1.5, len(shapes))
    inner = shapely.buffer(shapes, -2)
    shapely.prepare(inner)
    kept = shapely.contains_xy(inner[shape], middle) & (rng.random(len(shape)) < density[shape])
    return np.asarray(middle[kept])


def clear_of(xy: np.ndarray, footprints: np.ndarray, distance: float) -> np.ndarray:
    """Places at more than `distance` metres from any building."""
    points = shapely.points(xy)
    near = shapely.STRtree(points).query(footprints, predicate="dwithin", distance=distance)[1]
    return np.delete(xy, np.unique(near), axis=0)
