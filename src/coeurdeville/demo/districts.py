"""The quarters of the town: the old centre and the sectors between the roads that leave it; they cover the commune."""

import numpy as np
import shapely

from coeurdeville.demo.chance import stream
from coeurdeville.demo.names import CENTRE, quarter_names
from coeurdeville.demo.noding import noded
from coeurdeville.demo.plan import Plan
from coeurdeville.demo.skeleton import radials


def draw_districts(plan: Plan) -> tuple[np.ndarray, np.ndarray]:
    """Polygons and names: nine quarters, or four in a village; they share their limits vertex by vertex."""
    walls = shapely.Polygon(plan.ring(plan.rings[0] if plan.rings else 1))
    limits = [shapely.Polygon(plan.ring(plan.limit, step=260)).exterior, *radials(plan)]
    lines = np.array([shapely.LineString(line.coords) for line in [*limits, *([walls.exterior] if plan.rings else [])]])
    cells = shapely.get_parts(shapely.polygonize(noded(lines)))
    inner = shapely.contains(walls, shapely.point_on_surface(cells)) & bool(plan.rings)
    outer = cells[~inner]
    quarters = np.array(quarter_names(len(outer)), dtype=object)
    stream(plan.seed, "districts").shuffle(quarters)
    if not inner.any():
        return outer, quarters
    centre = shapely.coverage_union_all(cells[inner])
    return np.concatenate([[centre], outer]), np.concatenate([[CENTRE], quarters])


def district_of(points: np.ndarray, shapes: np.ndarray, names: np.ndarray) -> np.ndarray:
    """The name of the quarter of each point, the first one for a point on a limit; empty outside."""
    point, quarter = shapely.STRtree(shapes).query(points, predicate="intersects")
    found = np.full(len(points), "", dtype=object)
    found[point[::-1]] = names[quarter[::-1]]
    return found
