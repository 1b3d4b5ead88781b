"""What each island of the town is for: dwellings, parks, schools, public buildings, the church square."""

from dataclasses import dataclass

import numpy as np
import shapely

from coeurdeville.demo.chance import stream
from coeurdeville.demo.fabric import Blocks
from coeurdeville.demo.plan import Plan

LIVED = ("centre", "faubourg", "pavillons", "collectif")
"""Fabrics where people live."""
GREEN_SHARE = 0.055
"""Share of the islands that are parks, squares and gardens."""


@dataclass(frozen=True)
class Islands:
    """What lies between the streets: shapes without streets (empty where streets ate them up), and use of each."""

    shapes: np.ndarray
    use: np.ndarray

    def of(self, *uses: str) -> np.ndarray:
        """The shapes with one of these uses."""
        return np.asarray(self.shapes[np.isin(self.use, uses)])


def assign_uses(plan: Plan, blocks: Blocks, shapes: np.ndarray) -> Islands:
    """Every island keeps its fabric, but for the church square and the public ones, drawn by lot among the fitting."""
    rng = stream(plan.seed, "land use")
    use = blocks.fabric.astype("<U10")
    area = np.asarray(shapely.area(shapes))
    use[area < 250] = "rien"
    use[(use == "rive") & (area >= 250)] = "promenade"
    use[np.where((area > 900) & np.isin(use, LIVED), blocks.distance, np.inf).argmin()] = "parvis"
    count = len(shapes)
    for name, wanted, low, high in (
        ("cimetière", count // 500 + 1, 7000, 30_000),
        ("stade", count // 250 + 1, 9000, 45_000),
        ("équipement", count // 120 + 1, 3000, 20_000),
        ("école", count // 70 + 1, 3500, 14_000),
        ("parc", int(count * GREEN_SHARE / 3) + 1, 9000, 60_000),
        ("résidence", count // 40, 6500, 16_000),
        ("square", int(count * GREEN_SHARE * 2 / 3), 700, 9000),
    ):
        fitting = np.flatnonzero(np.isin(use, LIVED) & (area > low) & (area < high))
        most = len(np.flatnonzero(np.isin(use, LIVED))) // 6
        use[rng.permutation(fitting)[: min(wanted, most)]] = name
    return Islands(shapes, use)
