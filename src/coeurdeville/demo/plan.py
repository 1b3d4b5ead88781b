"""The broad lines of a town: how large, how its streets radiate, where on the map of France it pretends to be.

Everything is drawn in the town's own frame, in metres: origin at the church, x along the river, downstream.
"""

from dataclasses import dataclass
from math import cos, pi, sin, sqrt

import numpy as np
import shapely

from coeurdeville.demo.chance import stream

DENSITIES = ((1.35e-3, 1.4e-3, 2.2e-3, 2.3e-3, 2.2e-3, 1.61e-3, 1.7e-3), (50, 200, 1000, 2000, 4000, 5000, 20_000))
"""Buildings per square metre of built-up area that the fabrics were seen to give, and in towns of how many."""
CRS = 2154
"""EPSG code of every layer with a geometry."""
HAMLET_GAP = 430.0
"""Metres of fields between the last houses of the town and its hamlets: more than any walk of the 3-30-300 rule."""


@dataclass(frozen=True)
class Plan:
    """Size and skeleton of a town."""

    seed: int
    buildings: int
    radius: float
    """Mean radius of the built-up area, m."""
    rings: tuple[float, ...]
    """Radii of the boulevards, m, from the old walls outwards; empty in a village."""
    radials: tuple[float, ...]
    """Directions of the roads that leave the town, radians, counter-clockwise from downstream."""
    wobble: np.ndarray
    """Amplitude and phase of the irregularities of rings, shape `(4, 2)`."""
    angle: float
    """Direction of the river on the map, radians."""
    place: tuple[float, float]
    """Where the church stands, EPSG:2154."""

    @property
    def edge(self) -> float:
        """Distance from the church that no built-up block passes, m."""
        return 1.18 * self.radius

    @property
    def hamlets(self) -> float:
        """Distance of the hamlets from the church, m."""
        return self.edge + HAMLET_GAP

    @property
    def limit(self) -> float:
        """Mean radius of the commune, m."""
        return (self.hamlets + 330) / 0.93

    def ring(self, radius: float, step: float = 30) -> np.ndarray:
        """A closed uneven circle of mean `radius`, vertices about `step` metres apart, shape `(n, 2)`.

        The built-up area is the most uneven, by 18 % at most; the commune around it by 7 % at most.
        """
        turn = np.linspace(0, 2 * pi, max(24, int(2 * pi * radius / step)), endpoint=False)
        share = max(0.4, radius / self.radius) if radius <= self.radius else 0.38
        waves = share * sum(a * np.sin(k * turn + p + 2 * share) for k, (a, p) in enumerate(self.wobble, start=2))
        return np.asarray((radius * (1 + waves))[:, None] * np.column_stack([np.cos(turn), np.sin(turn)]))

    def on_map(self, shapes: np.ndarray) -> np.ndarray:
        """Geometries of the town's frame put at their place in EPSG:2154: turned, then shifted."""
        turn = np.array([[cos(self.angle), sin(self.angle)], [-sin(self.angle), cos(self.angle)]])
        return np.asarray(shapely.transform(shapes, lambda xy: xy @ turn + self.place))


def draw_plan(buildings: int, seed: int, code: str, radius: float | None = None) -> Plan:
    """The skeleton of a town of about `buildings` buildings, with `radius` when the first trial was too small."""
    rng = stream(seed, "plan")
    density = np.interp(np.log(buildings), np.log(DENSITIES[1]), DENSITIES[0])
    size = radius or sqrt(buildings / (pi * density))
    count = 8 if size > 600 else 4
    even = (np.arange(count) + 0.5) * 2 * pi / count
    radials = even + rng.uniform(-0.3, 0.3, count) * pi / count
    wobble = np.column_stack([0.18 * rng.dirichlet([4, 4, 3, 2]), rng.uniform(0, 2 * pi, 4)])
    return Plan(seed, buildings, size, ring_radii(size), tuple(radials), wobble, rng.uniform(0, 2 * pi), place_of(code))


def ring_radii(radius: float) -> tuple[float, ...]:
    """The boulevards that a town of this size has: none in a village, three in a town of 20 000 buildings."""
    if radius < 350:
        return ()
    if radius < 900:
        return (max(130.0, 0.28 * radius), 0.65 * radius)
    return (max(220.0, 0.16 * radius), 0.44 * radius, 0.73 * radius)


def place_of(code: str) -> tuple[float, float]:
    """A place in EPSG:2154 in the middle of the English Channel, where no commune can be; 14 km between two towns."""
    rank = int(code) - 1
    return 160_000.0 + 14_000 * (rank % 6), 6_910_000.0 + 14_000 * (rank // 6 % 6)
