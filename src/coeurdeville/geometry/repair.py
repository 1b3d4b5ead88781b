"""Invalid shapes made valid without changing what kind of thing they are, and counted."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
import shapely

from coeurdeville.geometry.shapes import Flags, Ints, Shapes
from coeurdeville.geometry.union import joined

KINDS = {0: (0, 4), 1: (1, 2, 5), 2: (3, 6)}
"""GEOS types of points, lines and areas, simple and multiple."""
GATHER = {0: shapely.multipoints, 1: shapely.multilinestrings}
"""What holds several parts; areas are joined instead, since parts of a collection may overlap."""


@dataclass(frozen=True)
class Repaired:
    """Shapes that are valid and of one dimension, with what it took. All of shape `(n,)`."""

    shapes: Shapes
    """Repaired shapes; None where nothing could be kept."""
    changed: Flags
    """Was invalid, or a mixture: something was rewritten and kept."""
    dropped: Flags
    """Held something, of which nothing of the wanted dimension is left."""


def repair(shapes: Shapes, dimension: Literal[0, 1, 2]) -> Repaired:
    """Valid points (0), lines (1) or areas (2) from anything.

    Invalid outlines are rebuilt by structure (overlapping rings are joined, holes subtracted; an outline folded to a
    line has no area). From a collection only the parts of the wanted dimension are kept. A point among areas is
    dropped, and so is a shape with an infinite or missing coordinate. Valid shapes come back as the same objects.
    None and empty geometries give None, neither changed nor dropped.
    """
    empty = shapely.is_missing(shapes) | shapely.is_empty(shapes)
    numbers = _finite(shapes)
    bad = np.flatnonzero(~empty & numbers & ~(shapely.is_valid(shapes) & _is_kind(shapes, dimension)))
    found = shapes.copy()
    found[empty | ~numbers] = None
    found[bad] = _kept(shapely.make_valid(shapes[bad], method="structure", keep_collapsed=False), dimension)
    left = ~shapely.is_missing(found)
    touched = np.zeros(len(shapes), dtype=bool)
    touched[bad] = True
    return Repaired(found, touched & left, ~empty & ~left)


def _is_kind(shapes: Shapes, dimension: int) -> Flags:
    return np.isin(shapely.get_type_id(shapes), KINDS[dimension])


def _finite(shapes: Shapes) -> Flags:
    xy, owner = shapely.get_coordinates(shapes, return_index=True)
    wrong = owner[~np.isfinite(xy).all(axis=1)]
    return np.asarray(np.bincount(wrong, minlength=len(shapes)) == 0)


def _kept(shapes: Shapes, dimension: int) -> Shapes:
    """Of each shape, its parts of this dimension gathered in one; None where it has none."""
    parts, owner = _parts(shapes)
    wanted = _is_kind(parts, dimension) & ~shapely.is_empty(parts)
    parts, owner = parts[wanted], owner[wanted]
    kept = np.full(len(shapes), None, dtype=object)
    who, group = np.unique(owner, return_inverse=True)
    if len(who):
        whole = joined(parts, owner)[1] if dimension == 2 else GATHER[dimension](parts, indices=group)
        kept[who] = np.where(shapely.get_num_geometries(whole) == 1, shapely.get_geometry(whole, 0), whole)
    return kept


def _parts(shapes: Shapes) -> tuple[Shapes, Ints]:
    """Simple parts, also of collections within collections, and the position each comes from."""
    parts, owner = shapely.get_parts(shapes, return_index=True)
    while (shapely.get_type_id(parts) >= 4).any():
        parts, inner = shapely.get_parts(parts, return_index=True)
        owner = owner[inner]
    return parts, owner
