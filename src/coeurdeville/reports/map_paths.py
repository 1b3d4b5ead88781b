"""Path data of an SVG from shapely arrays already in drawing units: integers, relative moves, one string a class."""

from __future__ import annotations

from typing import Any

import numpy as np
import shapely
from shapely import GeometryType

TOLERANCE = 1.5
"""Drawing units (tenths of a pixel) under which a bend is not drawn."""


def area_path(geometries: Any) -> str:
    """Polygons, overlapping or not, for the non-zero rule: outer rings turn one way, holes the other.

    Rings that shrink to fewer than three corners are left out, and what is not an area.
    """
    polygons = _only(geometries, GeometryType.POLYGON)
    rings = shapely.get_rings(shapely.orient_polygons(shapely.simplify(polygons, TOLERANCE)))
    points, ring = _corners(rings)
    closing = np.diff(ring, append=-1) != 0
    points, ring = points[~closing], ring[~closing]
    large = np.bincount(ring, minlength=1)[ring] >= 3
    return _moves(points[large], ring[large], closed=True)


def line_path(geometries: Any) -> str:
    """Lines; what is not a line is left out."""
    lines = _only(geometries, GeometryType.LINESTRING, GeometryType.LINEARRING)
    return _moves(*_corners(shapely.simplify(lines, TOLERANCE)), closed=False)


def dot_path(geometries: Any) -> str:
    """Points as lines without length: a round cap makes each a dot. Dots at the same place are drawn once.

    A lone dot is given a tenth of a pixel: readers of SVG drop a path whose box is empty.
    """
    points = shapely.get_coordinates(_only(geometries, GeometryType.POINT))
    steps = _steps(np.unique(np.rint(points).astype(np.int64), axis=0))
    length = 1 if len(steps) == 1 else 0
    return "".join(f"m{x} {y}h{length}" for x, y in steps.tolist()).replace(" -", "-")


def _only(geometries: Any, *kinds: GeometryType) -> Any:
    """Single parts of the kinds wanted."""
    parts = shapely.get_parts(geometries)
    return parts[np.isin(shapely.get_type_id(parts), kinds)]


def _corners(lines: Any) -> tuple[Any, Any]:
    """Integer corners `(n, 2)`, repeated ones once, and the index of the line of each `(n,)`."""
    coordinates, line = shapely.get_coordinates(lines, return_index=True)
    points = np.rint(coordinates).astype(np.int64)
    moved = (np.diff(points, axis=0, prepend=-(2**40)) != 0).any(axis=1) | (np.diff(line, prepend=-1) != 0)
    return points[moved], line[moved]


def _steps(points: Any) -> Any:
    """Each point from the one before, the first from the origin."""
    return np.diff(points, axis=0, prepend=np.zeros((1, 2), dtype=np.int64))


def _moves(points: Any, line: Any, *, closed: bool) -> str:
    """`mx y dx dy …` for each line: pairs that follow an `m` are relative line-tos, so no other letter is needed."""
    first = np.diff(line, prepend=-1) != 0
    steps = _steps(points)
    if closed:  # after z the pen is back where the ring began
        steps[first] = _steps(points[first])
    opening = "zm" if closed else "m"
    words = [f"{opening if new else ' '}{x} {y}" for new, (x, y) in zip(first.tolist(), steps.tolist(), strict=True)]
    path = "".join(words).replace(" -", "-")
    return f"{path}z".removeprefix("z") if closed else path
