"""The river and the height of the ground above it.

The river is the graph of a broken line y = f(x), and so are the edges of its plain. A point's height
above the river is then exact from its two coordinates alone: this is what makes the truth of floods known.
"""

from dataclasses import dataclass

import numpy as np
import shapely

from coeurdeville.demo.chance import stream
from coeurdeville.demo.plan import Plan

RISE = 4.0
"""Height of the edge of the plain above the river, m."""
CURVE = 1.3
"""How the ground rises from the bank to the edge of the plain: height = RISE * t ** CURVE, t from 0 to 1."""


@dataclass(frozen=True)
class River:
    """A river drawn on knots `x`: its middle `y`, half its bed, and its plain on the left (y up) and right banks."""

    x: np.ndarray
    y: np.ndarray
    half: np.ndarray
    left: np.ndarray
    right: np.ndarray

    def band(self, reach: float) -> tuple[np.ndarray, np.ndarray]:
        """Lower and upper limits, at each knot, of what lies within `reach` plains of the bed (0: the bed itself)."""
        return self.y - self.half - reach * self.right, self.y + self.half + reach * self.left

    def bed(self) -> shapely.Polygon:
        """The water between the two banks."""
        return strip(self.x, *self.band(0))

    def between(self, points: np.ndarray, reach: float) -> np.ndarray:
        """How far inside the band each point `(n, 2)` is, in metres along y; negative outside."""
        low, high = (np.interp(points[:, 0], self.x, limit) for limit in self.band(reach))
        return np.asarray(np.minimum(points[:, 1] - low, high - points[:, 1]))


def strip(x: np.ndarray, low: np.ndarray, high: np.ndarray) -> shapely.Polygon:
    """The area between two broken lines on the same knots."""
    return shapely.Polygon(np.vstack([np.column_stack([x, low]), np.column_stack([x, high])[::-1]]))


def reach_of(height: float) -> float:
    """How many plains away from the bed the ground stands `height` metres above the river."""
    return float((max(height, 0) / RISE) ** (1 / CURVE))


def draw_river(plan: Plan) -> River:
    """A river that bends gently and passes south of the old centre, wider in a larger town."""
    rng = stream(plan.seed, "river")
    far = plan.limit * 1.3
    x = np.linspace(-far, far, max(40, int(2 * far / 40)))
    foot = -1.25 * plan.rings[0] if plan.rings else -0.45 * plan.radius
    half = np.clip(0.011 * plan.radius, 2.5, 22)
    return River(
        x,
        foot + 0.11 * plan.radius * waves(x / plan.radius, 1.7, rng) * (0.25 + np.minimum(1, np.abs(x) / plan.radius)),
        half * (1 + 0.12 * waves(x / plan.radius, 5, rng)),
        max(45, 0.13 * plan.radius) * (1 + 0.35 * waves(x / plan.radius, 3, rng)),
        max(55, 0.15 * plan.radius) * (1 + 0.35 * waves(x / plan.radius, 3.4, rng)),
    )


def waves(x: np.ndarray, pace: float, rng: np.random.Generator) -> np.ndarray:
    """A smooth irregular curve between -1 and 1, about `pace` radians per unit of x."""
    phases = rng.uniform(0, 2 * np.pi, 3)
    return np.asarray(sum(np.sin(pace * k * x + p) / k for k, p in zip((1, 1.7, 2.9), phases, strict=True)) / 1.94)
