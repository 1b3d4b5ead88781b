"""The ground of a town before anything is counted: streets, islands and all that they can hold, at the right size."""

from dataclasses import dataclass, replace
from itertools import count
from math import sqrt

import numpy as np
import shapely

from coeurdeville.demo.buildings import Built, built, put_up, thinned
from coeurdeville.demo.districts import draw_districts
from coeurdeville.demo.fabric import draw_blocks
from coeurdeville.demo.flood import clear_of_limits
from coeurdeville.demo.green import pocket_gardens
from coeurdeville.demo.hamlets import Hamlet, draw_hamlets
from coeurdeville.demo.landuse import Islands, assign_uses
from coeurdeville.demo.plan import Plan, draw_plan
from coeurdeville.demo.skeleton import draw_skeleton
from coeurdeville.demo.streets import Streets, draw_streets, islands
from coeurdeville.demo.terrain import River, draw_river

TRIALS = 3
"""After so many, a town cut from too large a one is accepted."""


@dataclass(frozen=True)
class Ground:
    """Everything that does not move any more, in the town's frame."""

    plan: Plan
    river: River
    outline: shapely.Polygon
    districts: np.ndarray
    district_names: np.ndarray
    streets: Streets
    islands: Islands
    pockets: np.ndarray
    hamlets: list[Hamlet]
    town: Built
    """Buildings of the town itself, hamlets left out."""

    def everything(self) -> tuple[Built, int]:
        """All buildings, then the hamlets' homes, then their barns; and the row of the first of these homes."""
        homes = [(hamlet.homes, "maison") for hamlet in self.hamlets]
        barns = [(hamlet.barns, "hangar") for hamlet in self.hamlets]
        return built((self.town.shapes, self.town.form), *homes, *barns), len(self.town)


def fitting_ground(buildings: int, seed: int, code: str) -> Ground:
    """The ground of a town of exactly this many buildings.

    A town is drawn, made larger or smaller when it holds too few or far too many, and the surplus makes way.
    """
    radius = None
    for trial in count():
        ground = draw_ground(draw_plan(buildings, seed, code, radius))
        wanted = buildings - sum(len(hamlet.homes) + len(hamlet.barns) for hamlet in ground.hamlets)
        share = wanted / max(1, len(ground.town))
        if share <= 1 and (share > 0.75 or trial >= TRIALS):
            return replace(ground, town=thinned(ground.plan, ground.town, wanted))
        radius = ground.plan.radius * min(1.4, max(0.8, sqrt(1.08 * share)))
    raise AssertionError("count() never ends")


def draw_ground(plan: Plan) -> Ground:
    """One trial: all that a town of this radius holds."""
    river, hamlets = draw_river(plan), draw_hamlets(plan)
    districts, names = draw_districts(plan)
    outline = shapely.coverage_union_all(districts)
    skeleton = draw_skeleton(plan, river)
    blocks, lines = draw_blocks(plan, skeleton)
    streets = draw_streets(plan, skeleton.roads.plus(lines), outline)
    uses = assign_uses(plan, blocks, islands(blocks.shapes, streets, river.bed()))
    pockets = pocket_gardens(plan, uses)
    town = put_up(plan, uses, pockets)
    town = town.only(clear_of_limits(town.shapes, river))
    return Ground(plan, river, outline, districts, names, streets, uses, pockets, hamlets, town)
