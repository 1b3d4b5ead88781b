"""What meets what, and over which area, each place counted once."""

import numpy as np
import shapely
from numpy.typing import ArrayLike

from coeurdeville.geometry.shapes import Flags, Floats, Ints, Shapes, first_vertex, held, prepared
from coeurdeville.geometry.union import apart, joined


def meeting(shapes: Shapes, zones: Shapes) -> tuple[Ints, Ints]:
    """Pairs (position in `shapes`, position in `zones`) that share at least a point, in order. Shapes `(p,)`.

    Touching is meeting. Nothing meets a geometry that is None or empty.
    """
    if len(shapes) >= len(zones):
        z, i = shapely.STRtree(shapes).query(zones, predicate="intersects")
    else:
        i, z = shapely.STRtree(zones).query(shapes, predicate="intersects")
    order = np.lexsort((z, i))
    return i[order], z[order]


def meets(shapes: Shapes, zones: Shapes) -> Flags:
    """Whether each shape shares at least a point with one of the zones. Shape `(n,)`; rules of `meeting`."""
    hit = np.zeros(len(shapes), dtype=bool)
    hit[meeting(shapes, zones)[0]] = True
    return hit


def highest(shapes: Shapes, zones: Shapes, level: ArrayLike) -> Floats:
    """The highest `level` among the zones that each shape meets, -inf where it meets none. Shape `(n,)`.

    `level`: one number for each zone, no NaN. Rules of `meeting`. A shape with a vertex in a zone meets it; only
    zones that could still raise the answer are looked at further.
    """
    of_zone = np.asarray(level, dtype=np.float64)
    found = np.full(len(shapes), -np.inf)
    real = held(shapes)
    z, i = shapely.STRtree(shapes[real]).query(zones)
    vertex = first_vertex(shapes[real])[i]
    i = real[i]
    with prepared(zones):
        inside = shapely.intersects_xy(zones[z], *vertex.T)
        np.maximum.at(found, i[inside], of_zone[z[inside]])
        open_ = ~inside & (of_zone[z] > found[i])
        i, z = i[open_], z[open_]
        meet = shapely.intersects(zones[z], shapes[i])
    np.maximum.at(found, i[meet], of_zone[z[meet]])
    return found


def overlap(shapes: Shapes, zones: Shapes) -> tuple[Ints, Ints, Floats]:
    """Pairs (position in `shapes`, position in `zones`) that share an area, and that area [m²]. Shapes `(p,)`.

    In order of `shapes` then `zones`. Pairs that only touch, lines, points, None and empty geometries share no area and
    are not there. Polygons must be valid. Overlapping zones each have their pair: `area_covered` counts once. Only
    pairs where neither holds the other are cut.
    """
    i, z, pieces = _pieces(shapes, zones)
    area = shapely.area(pieces)
    return i[area > 0], z[area > 0], area[area > 0]


def area_covered(areas: Shapes, cover: Shapes) -> Floats:
    """Surface [m²] of each area under `cover`, once where the cover overlaps itself. Shape `(n,)`.

    0 where nothing covers, and for None, empty, lines and points. Overlapping `areas` are told each by itself.
    """
    if shapely.area(cover).sum() * len(areas) < shapely.area(areas).sum() * len(cover):
        i, _, area = overlap(areas, apart(cover))
        return np.asarray(np.bincount(i, area, minlength=len(areas)), dtype=np.float64)
    i, _, pieces = _pieces(areas, cover)
    covered = np.zeros(len(areas))
    flat = shapely.area(pieces) > 0
    under, whole = joined(pieces[flat], i[flat])
    covered[under] = shapely.area(whole)
    return covered


def share_covered(areas: Shapes, cover: Shapes) -> Floats:
    """Share [%] of each area under `cover`, once where the cover overlaps itself. Shape `(n,)`.

    Exact for polygons. An area without surface has no share: NaN. For discs around thousands of points see
    `discs.share_of_disc`.
    """
    surface = shapely.area(areas)
    share = np.full(len(areas), np.nan)
    np.divide(100 * area_covered(areas, cover), surface, out=share, where=surface > 0)
    return np.asarray(np.minimum(share, 100.0), dtype=np.float64)


def area_by_level(shapes: Shapes, zones: Shapes, level: ArrayLike) -> tuple[Floats, Floats]:
    """Distinct levels, increasing `(k,)`, and the surface [m²] of each shape in each, `(n, k)`.

    Where zones of several levels overlap, the highest counts alone: a row sums to the surface of the shape
    in any zone. `level`: one number for each zone, no NaN. Edge rules of `area_covered`.
    """
    of_zone = np.asarray(level, dtype=np.float64)
    levels = np.unique(of_zone)
    from_up = np.zeros((len(shapes), len(levels) + 1))
    for column, least in enumerate(levels):
        from_up[:, column] = area_covered(shapes, zones[of_zone >= least])
    return levels, np.maximum(from_up[:, :-1] - from_up[:, 1:], 0.0)


def _pieces(shapes: Shapes, zones: Shapes) -> tuple[Ints, Ints, Shapes]:
    """Pairs that meet, in order of `shapes` then `zones`, and what they share; the index is on the smaller ones."""
    if shapely.area(shapes).sum() * len(zones) > shapely.area(zones).sum() * len(shapes):
        z, i, pieces = _cut(zones, shapes)
    else:
        i, z, pieces = _cut(shapes, zones)
    order = np.lexsort((z, i))
    return i[order], z[order], pieces[order]


def _cut(small: Shapes, large: Shapes) -> tuple[Ints, Ints, Shapes]:
    """Pairs that meet and what they share: the small one as it is when the large one holds it."""
    b, a = shapely.STRtree(small).query(large, predicate="intersects")
    with prepared(large):
        cut = ~shapely.contains_properly(large[b], small[a])
    pieces = small[a]
    pieces[cut] = shapely.intersection(small[a[cut]], large[b[cut]])
    return a, b, pieces
