"""Which part of the town is what: old centre, faubourgs, houses, estates, activity zones, riversides."""

from dataclasses import dataclass

import numpy as np
import shapely

from coeurdeville.demo.chance import stream
from coeurdeville.demo.plan import Plan
from coeurdeville.demo.skeleton import Lines, Skeleton
from coeurdeville.demo.split import split


@dataclass(frozen=True)
class Fabric:
    """How a part of the town is cut in blocks: their area (m²), how irregular, by which kind of street."""

    area: float
    tilt: float
    bow: float
    street: str


FABRICS = {
    "centre": Fabric(4600, 0.22, 0.06, "ruelle"),
    "faubourg": Fabric(8600, 0.10, 0.04, "rue"),
    "pavillons": Fabric(10500, 0.05, 0.12, "rue"),
    "collectif": Fabric(34000, 0.04, 0.05, "rue"),
    "activites": Fabric(36000, 0.03, 0.02, "rue"),
    "rive": Fabric(np.inf, 0, 0, "chemin"),
}


@dataclass(frozen=True)
class Blocks:
    """Blocks with their streets' halves still inside, and the fabric of each."""

    shapes: np.ndarray
    fabric: np.ndarray
    distance: np.ndarray
    """From the church to the block, m."""


def draw_blocks(plan: Plan, skeleton: Skeleton) -> tuple[Blocks, Lines]:
    """The blocks of the built-up area, and the streets between them."""
    rng = stream(plan.seed, "blocks")
    fabric = cell_fabrics(plan, skeleton)
    kinds = [FABRICS[name] for name in fabric]
    target, tilt, bow = (np.array([getattr(kind, of) for kind in kinds]) for of in ("area", "tilt", "bow"))
    cuts = split(skeleton.cells, target, tilt, bow, rng)
    streets = Lines(cuts.lines, np.array([kinds[cell].street for cell in cuts.line_cell], dtype="<U9"))
    wide = shapely.area(cuts.blocks) > 300
    shapes = cuts.blocks[wide]
    distance = np.hypot(*shapely.get_coordinates(shapely.centroid(shapes)).T)
    return Blocks(shapes, village(plan, fabric[cuts.cell[wide]], distance), distance), streets


def cell_fabrics(plan: Plan, skeleton: Skeleton) -> np.ndarray:
    """The fabric of each cell, by its distance from the church; two or three cells of the outskirts drawn by lot."""
    rng = stream(plan.seed, "fabrics")
    inner = shapely.get_coordinates(shapely.point_on_surface(skeleton.cells))
    rank = np.searchsorted(plan.rings, np.hypot(*inner.T)) if plan.rings else np.ones(len(inner), dtype=int)
    fabric = np.array(["centre", "faubourg", "pavillons", "pavillons"], dtype="<U9")[rank]
    fabric[skeleton.riverside] = "rive"
    for ring, name, count in ((2, "collectif", 1), (3, "activites", 2), (3, "collectif", 1), (2, "faubourg", 1)):
        roomy = np.flatnonzero((rank == ring) & (fabric == "pavillons") & (shapely.area(skeleton.cells) > 45_000))
        drawn = rng.permutation(roomy)[: min(count, len(roomy) // 2)]
        fabric[drawn] = name
    return np.asarray(fabric)


def village(plan: Plan, fabric: np.ndarray, distance: np.ndarray) -> np.ndarray:
    """The same fabrics, but the outskirts of a village without boulevards are houses with gardens."""
    if plan.rings:
        return fabric
    return np.where((fabric == "faubourg") & (distance > 0.45 * plan.radius), "pavillons", fabric)
