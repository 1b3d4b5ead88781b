"""Four hamlets in the fields, built so that what the 3-30-300 rule says of each home is known beforehand.

They stand alone: no tree or wood but their own within 100 m, no green space but their own within 380 m.
"""

from dataclasses import dataclass

import numpy as np
import shapely

from coeurdeville.demo.boxes import boxes
from coeurdeville.demo.plan import Plan

SPACING = 28.0
"""Metres between two houses of one side of the road."""
GROVE = (26.0, 170.0)
"""Where the wood of a wooded hamlet begins and ends on both sides of the road, m."""


@dataclass(frozen=True)
class Promise:
    """A hamlet's name and what every home of it satisfies: three trees in sight, 30 % of canopy, 300 m to a park."""

    name: str
    three: bool
    thirty: bool
    three_hundred: bool


PROMISES = (
    Promise("Les Trois-Ormes", True, False, False),
    Promise("La Grande-Plaine", False, False, False),
    Promise("Le Bois-Joli", False, True, False),
    Promise("Les Prés-Hauts", False, False, True),
)


@dataclass(frozen=True)
class Hamlet:
    """What stands in a hamlet, in the town's frame."""

    promise: Promise
    homes: np.ndarray
    barns: np.ndarray
    trees: np.ndarray
    """Points: three at 4.5 m from each home, none where they are not promised."""
    woods: np.ndarray
    parks: np.ndarray


def draw_hamlets(plan: Plan) -> list[Hamlet]:
    """The four hamlets, each on the road that is farthest from the river among those left."""
    upright = np.argsort(-np.abs(np.sin(plan.radials)), kind="stable")[: len(PROMISES)]
    return [
        draw_hamlet(plan, promise, plan.radials[road]) for promise, road in zip(PROMISES, sorted(upright), strict=True)
    ]


def draw_hamlet(plan: Plan, promise: Promise, direction: float) -> Hamlet:
    """Houses on both sides of the road that leaves in this direction."""
    count = int(np.clip(plan.buildings // 60, 3, 10))
    along = np.array([np.cos(direction), np.sin(direction)])
    rank = np.arange(count)
    x = (rank // 2) * SPACING
    y = np.where(rank % 2, 16.0, -16.0)
    far = x.max()

    def at(x: np.ndarray, y: np.ndarray, width: float, depth: float) -> np.ndarray:
        """Boxes at `x` metres beyond the start of the hamlet, `y` metres left of the road."""
        return boxes(place(x, y), np.tile(along, (len(x), 1)), np.full(len(x), width), np.full(len(x), depth))

    def place(x: np.ndarray, y: np.ndarray) -> np.ndarray:
        across = np.array([-along[1], along[0]])
        return np.asarray((plan.hamlets + x)[:, None] * along + y[:, None] * across)

    none, ends = np.empty(0, dtype=object), np.array([far + 60.0])
    shift = np.array([-4.0, 0.0, 4.0])
    fronts = place((x[:, None] + shift).ravel(), np.repeat(np.sign(y) * 7, 3))
    sides = np.array([-1, 1]) * sum(GROVE) / 2
    return Hamlet(
        promise,
        at(x, y, 11, 9),
        none if promise.thirty or promise.three_hundred else at(ends, np.array([30.0]), 34, 17),
        shapely.points(fronts) if promise.three else none,
        at(np.full(2, far / 2), sides, far + 260, GROVE[1] - GROVE[0]) if promise.thirty else none,
        at(ends + 20, np.array([48.0]), 110, 76) if promise.three_hundred else none,
    )
