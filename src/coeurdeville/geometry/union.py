"""Shapes joined into one, group by group, without losing any on the way."""

import numpy as np
import shapely

from coeurdeville.geometry.shapes import Ints, Shapes, held, prepared

GRID = 1e-6
"""Metres to which outlines are rounded where a union without rounding has lost something."""


def joined(shapes: Shapes, group: Ints, *, grid: float | None = None) -> tuple[Ints, Shapes]:
    """Distinct groups, increasing, and the union of the shapes of each. None and empty shapes add nothing.

    A group of one shape is that shape, untouched; a group without any geometry is not there. GEOS 3.14 now and
    then drops a whole polygon where edges nearly coincide (libgeos/geos issue 965): a union that does not hold an inner
    point of each of its members is done again on a grid, where this does not happen.

    `grid` [m] rounds all outlines from the start: slower, and closes gaps thinner than that.
    """
    real = held(shapes)
    names, member = np.unique(group[real], return_inverse=True)
    order = np.argsort(member, kind="stable")
    member, ordered = member[order], shapes[real[order]]
    whole = ordered[np.searchsorted(member, np.arange(len(names)))]
    crowd = np.bincount(member, minlength=len(names))[member] > 1
    _heap(whole, ordered[crowd], member[crowd], grid)
    lost = _lost(whole, ordered[crowd], member[crowd])
    again = np.isin(member, lost)
    _heap(whole, ordered[again], member[again], GRID)
    return names, whole


def _heap(whole: Shapes, shapes: Shapes, member: Ints, grid: float | None) -> None:
    """Set the union of each member's shapes, given in order of member."""
    if len(shapes) == 0:
        return
    which, heap = np.unique(member, return_inverse=True)
    heaps = shapely.geometrycollections(shapes, indices=heap)
    whole[which] = shapely.union_all(heaps[:, np.newaxis], axis=1, grid_size=grid)


def _lost(whole: Shapes, shapes: Shapes, member: Ints) -> Ints:
    """Members whose union does not hold the inner point of one of their shapes."""
    inner = shapely.get_coordinates(shapely.point_on_surface(shapes))
    with prepared(whole[np.unique(member)]):
        return np.asarray(np.unique(member[~shapely.intersects_xy(whole[member], *inner.T)]))


def apart(shapes: Shapes) -> Shapes:
    """Parts that cover the same ground without overlapping: each cluster of shapes that meet is joined by itself."""
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    parts = shapely.get_parts(shapes[held(shapes)])
    i, j = shapely.STRtree(parts).query(parts, predicate="intersects")
    meet = coo_array((np.ones(len(i), dtype=bool), (i, j)), shape=(len(parts), len(parts)))
    _, cluster = connected_components(meet, directed=False)
    return np.asarray(shapely.get_parts(joined(parts, cluster)[1]))
