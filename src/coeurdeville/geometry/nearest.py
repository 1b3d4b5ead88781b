"""Exact straight distances to what is nearest, by index and never by buffers.

What makes them quick: a k-d tree over vertices gives each shape, in one look-up, a distance that the answer cannot
exceed; bounding boxes widened by it leave a handful of pairs; only these are measured.
"""

from collections.abc import Sequence

import numpy as np
import shapely

from coeurdeville.geometry.shapes import Floats, Ints, Shapes, first_vertex, held

SLACK = 1e-6
"""Metres added to a bound so that rounding never loses the answer."""


def nearest(of: Shapes, to: Shapes, reach: float, rank: int = 1) -> Floats:
    """Distance [m] of each shape to the `rank`-th nearest of `to`, inf beyond `reach`. Shape `(n,)`.

    Distances are between outlines: 0 when two shapes touch or one holds the other. A distance equal to `reach`
    counts. Fewer than `rank` shapes in reach: inf. A shape without geometry is at inf, and one of `to` without
    geometry is not there. `reach` may be inf.
    """
    return closest(of, to, reach)[1] if rank == 1 else nearest_ranks(of, to, reach, [rank])[:, 0]


def nearest_ranks(of: Shapes, to: Shapes, reach: float, ranks: Sequence[int]) -> Floats:
    """Distance [m] of each shape to its nearest of several `ranks` (1 is the nearest), shape `(n, len(ranks))`.

    The pairs are measured once for all ranks. Edge rules of `nearest`; equal distances count one each.
    """
    found = np.full((len(of), len(ranks)), np.inf)
    mine, theirs = held(of), held(to)
    if len(mine) == 0 or len(theirs) == 0:
        return found
    bound = np.minimum(_bound(of[mine], to[theirs], min(max(ranks), len(theirs))), reach)
    i, j = _in_boxes(of[mine], to[theirs], bound)
    i, d = mine[i], shapely.distance(of[mine[i]], to[theirs[j]])
    i, d = i[d <= reach], d[d <= reach]
    i, d = (column[np.lexsort((d, i))] for column in (i, d))
    count = np.bincount(i, minlength=len(of))
    start = np.cumsum(count) - count
    for column, rank in enumerate(ranks):
        enough = count >= rank
        found[enough, column] = d[start[enough] + rank - 1]
    return found


def closest(of: Shapes, to: Shapes, reach: float = np.inf) -> tuple[Ints, Floats]:
    """Position in `to` of the nearest to each shape (-1 where none is in reach), and its distance [m].

    Among equal distances the first in order of `to`. Edge rules of `nearest`.
    """
    which, distance = np.full(len(of), -1), np.full(len(of), np.inf)
    mine, theirs = held(of), held(to)
    if len(mine) and len(theirs):
        j, d = _closest(of[mine], to[theirs], reach)
        near = d <= reach
        which[mine[near]], distance[mine[near]] = theirs[j[near]], d[near]
    return which, distance


def _closest(of: Shapes, to: Shapes, reach: float) -> tuple[Ints, Floats]:
    """`closest` for shapes that all hold something: a first answer by the nearest vertex, then whatever beats it."""
    from scipy.spatial import cKDTree

    vertices, owner = shapely.get_coordinates(to, return_index=True)
    best = owner[cKDTree(vertices).query(first_vertex(of), workers=-1)[1]]
    distance = shapely.distance(of, to[best])
    i, j = _in_boxes(of, to, np.minimum(distance, reach))
    other = j != best[i]
    i, j = i[other], j[other]
    d = shapely.distance(of[i], to[j])
    i, j, d = (np.concatenate(both) for both in ((np.arange(len(of)), i), (best, j), (distance, d)))
    order = np.lexsort((j, d, i))
    _, first = np.unique(i[order], return_index=True)
    return j[order][first], d[order][first]


def _bound(of: Shapes, to: Shapes, rank: int) -> Floats:
    """Distance [m] that the `rank`-th nearest cannot exceed: between one vertex of each shape, so `rank` shapes."""
    from scipy.spatial import cKDTree

    distance, _ = cKDTree(first_vertex(to)).query(first_vertex(of), k=[rank], workers=-1)
    return np.asarray(distance[:, 0], dtype=np.float64)


def _in_boxes(of: Shapes, to: Shapes, bound: Floats) -> tuple[Ints, Ints]:
    """Pairs whose bounding boxes meet once those of `of` are widened by their `bound` [m]."""
    by = bound + SLACK
    west, south, east, north = shapely.bounds(of).T
    i, j = shapely.STRtree(to).query(shapely.box(west - by, south - by, east + by, north + by))
    return i, j
