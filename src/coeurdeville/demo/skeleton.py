"""The main roads: boulevards on the old walls, roads that leave the town, quays; and the cells between them."""

from dataclasses import dataclass

import numpy as np
import shapely

from coeurdeville.demo.chance import stream
from coeurdeville.demo.noding import noded
from coeurdeville.demo.plan import Plan
from coeurdeville.demo.terrain import River, waves

QUAY = 9.0
"""Distance of a quay from the water in town, m."""


@dataclass(frozen=True)
class Lines:
    """Streets before they are noded: one line and one kind each."""

    shapes: np.ndarray
    kinds: np.ndarray

    def plus(self, other: "Lines") -> "Lines":
        """Both sets, in order."""
        return Lines(np.concatenate([self.shapes, other.shapes]), np.concatenate([self.kinds, other.kinds]))


@dataclass(frozen=True)
class Skeleton:
    """Main roads and the cells that they cut in the built-up area."""

    roads: Lines
    urban: shapely.Polygon
    """The built-up area, river included."""
    cells: np.ndarray
    """Polygons between main roads, river taken out."""
    riverside: np.ndarray
    """Which cells lie between a bank and its quay or towpath."""


def draw_skeleton(plan: Plan, river: River) -> Skeleton:
    """Main roads of the town and cells of its built-up area; the cells and the river cover it exactly."""
    urban = shapely.Polygon(plan.ring(plan.radius))
    banks = quays(plan, river)
    roads = [(line, "avenue") for line in radials(plan)]
    roads += [(shapely.LinearRing(plan.ring(radius)), "boulevard") for radius in plan.rings]
    roads += [(shapely.LineString(urban.exterior.coords), "chemin")]
    roads += [(bank.intersection(urban), "quai" if plan.rings else "chemin") for bank in banks]
    shapes = np.array([shapely.LineString(line.coords) for line, _ in roads])
    cells = shapely.get_parts(shapely.polygonize(noded(shapes)))
    cells = cells[shapely.contains(urban, shapely.point_on_surface(cells))]
    between = shapely.Polygon(np.vstack([banks[0].coords, banks[1].coords[::-1]]))
    dry = shapely.difference(cells, river.bed())
    parts, rank = shapely.get_parts(dry, return_index=True)
    wet = shapely.contains(between, shapely.point_on_surface(cells))
    kept = shapely.area(parts) > 200
    return Skeleton(Lines(shapes, np.array([kind for _, kind in roads])), urban, parts[kept], wet[rank[kept]])


def radials(plan: Plan) -> list[shapely.LineString]:
    """Roads out of the town; four of them start at the church, the others at the old walls."""
    rng = stream(plan.seed, "radials")
    lines = []
    for rank, direction in enumerate(plan.radials):
        start = 0.0 if rank % 2 or not plan.rings else plan.rings[0]
        along = np.arange(start / 2, 1.3 * plan.limit, 35)
        fade = np.clip((plan.edge - along) / plan.edge, 0, 1) * np.minimum(1, along / 200)
        turn = direction + 0.13 * waves(along / plan.radius, 2.5, rng) * fade
        line = shapely.LineString(along[:, None] * np.column_stack([np.cos(turn), np.sin(turn)]))
        lines.append(line if start == 0 else line.difference(shapely.Polygon(plan.ring(start))))
    return [shapely.get_parts(line)[-1] for line in lines]


def quays(plan: Plan, river: River) -> tuple[shapely.LineString, shapely.LineString]:
    """Streets along both banks: quays in the middle of the town, towpaths that leave meadows farther away."""
    away = np.clip((np.abs(river.x) / plan.radius - 0.3) / 0.35, 0, 1)
    gap = QUAY + 0.055 * plan.radius * away * away * (3 - 2 * away)
    low, high = river.band(0)
    return (
        shapely.LineString(np.column_stack([river.x, low - gap])),
        shapely.LineString(np.column_stack([river.x, high + gap])),
    )
