"""What belongs to a cell shared out among the objects in it, nothing lost on the way."""

import numpy as np
import shapely

from coeurdeville.geometry.shapes import Floats, Ints, Shapes, held


def first_zone(objects: Shapes, zones: Shapes) -> Ints:
    """Position of the zone that holds the inner point of each object, -1 where none does. Shape `(n,)`.

    Each object goes to one zone only, so that counts add up: in an overlap or on a common limit, the first in
    order. The inner point (`point_on_surface`) lies in the object whatever its form. None and empty: -1.
    """
    found = np.full(len(objects), len(zones))
    real = held(objects)
    z, i = shapely.STRtree(shapely.point_on_surface(objects[real])).query(zones, predicate="intersects")
    np.minimum.at(found, real[i], z)
    return np.where(found < len(zones), found, -1)


def spread(totals: Floats, cells: Shapes, objects: Shapes, weights: Floats) -> tuple[Floats, Floats]:
    """The part of each object in the total of its cell, `(n,)`, and what is left of each total, `(m,)`.

    A cell's total is shared among the objects whose inner point it holds (`first_zone`), in proportion to their
    weights; parts and leftovers sum to the totals. A cell without an object, or whose objects all weigh nothing, keeps
    its total as leftover. A weight that is NaN or negative counts as 0, so does a NaN total: say so beforehand.
    An object outside all cells gets 0.

    Parameters
    ----------
    totals
        One for each cell, any unit, shape `(m,)`.
    weights
        One for each object, e.g. dwellings or volume, shape `(n,)`.
    """
    amounts = np.nan_to_num(totals, nan=0.0)
    weight = np.where(weights > 0, weights, 0.0)
    cell = first_zone(objects, cells)
    inside = np.flatnonzero(cell >= 0)
    held_weight = np.bincount(cell[inside], weight[inside], minlength=len(cells))
    per_weight = np.divide(amounts, held_weight, out=np.zeros(len(cells)), where=held_weight > 0)
    parts = np.zeros(len(objects))
    parts[inside] = weight[inside] * per_weight[cell[inside]]
    return parts, np.where(held_weight > 0, 0.0, amounts)
