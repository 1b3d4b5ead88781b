"""Zones where a town has none: footprints drawn from labelled points, and squares of a grid."""

import numpy as np
import shapely
from numpy.typing import NDArray

from coeurdeville.geometry.shapes import Floats, Ints, Shapes
from coeurdeville.geometry.union import joined

Labels = NDArray[np.object_]
MILLIMETRE = 1e-3
"""Grid to which footprints are rounded."""


def footprints(
    places: Floats, labels: Labels, *, distance: float = 150.0, hole: float = 10_000.0
) -> tuple[Labels, Shapes]:
    """Distinct labels, sorted, and the approximate area of each: what is nearer to its points than to any other's.

    Each point has the land nearer to it than to the other points (Voronoi), at most `distance` metres away; the land of
    one label is joined, and gaps inside it of less than `hole` square metres are closed unless another label has land
    there. Footprints share their limits to the millimetre. Places given twice count once: the first label stands.
    Points without a label (None, NaN, empty text) or without coordinates are left out. One stray point of a label
    makes an island: this is a proxy, and is to be called one.

    Parameters
    ----------
    places
        X and Y [m], shape `(n, 2)`.
    labels
        One text for each place, shape `(n,)`.
    """
    places, labels = _known(places, labels)
    names, group = np.unique(labels.astype(str), return_inverse=True)
    if len(names) == 0:
        return names.astype(object), np.empty(0, dtype=object)
    return names.astype(object), _closed(_land(places, group, distance), hole)


def squares(outline: shapely.Geometry, size: float = 200.0) -> Shapes:
    """Squares of `size` metres aligned on multiples of `size` that share an area with `outline`, south to north.

    The squares of one size are the same whatever the outline, so that neighbouring towns fit. None, empty or
    without area: no square.
    """
    if shapely.is_missing(outline) or shapely.area(outline) == 0:
        return np.empty(0, dtype=object)
    west, south, east, north = (shapely.bounds(outline) / size).astype(float)
    row, column = np.mgrid[np.floor(south) : np.ceil(north), np.floor(west) : np.ceil(east)].reshape(2, -1) * size
    cells = shapely.box(column, row, column + size, row + size)
    shapely.prepare(outline)
    cells = cells[shapely.intersects(outline, cells)]
    return np.asarray(cells[shapely.area(shapely.intersection(cells, outline)) > 0])


def _known(places: Floats, labels: Labels) -> tuple[Floats, Labels]:
    """Places with coordinates and a label, each place once, in order."""
    told = np.array([isinstance(label, str) and label.strip() != "" for label in labels], dtype=bool)
    told &= np.isfinite(places).all(axis=1)
    places, labels = places[told], labels[told]
    _, first = np.unique(np.round(places, 2), axis=0, return_index=True)
    first.sort()
    return places[first], labels[first]


def _land(places: Floats, group: Ints, distance: float) -> Shapes:
    """The land of each group: Voronoi cells within `distance`, joined to the millimetre."""
    cells = _cells(places, distance)
    far = _farthest(places, cells) > distance
    cells[far] = shapely.intersection(cells[far], shapely.buffer(shapely.points(places[far]), distance))
    inner, core = _tiled(cells[~far], group[~far])
    return joined(np.append(core, cells[far]), np.append(inner, group[far]), grid=MILLIMETRE)[1]


def _tiled(cells: Shapes, group: Ints) -> tuple[Ints, Shapes]:
    """Whole cells joined group by group: neighbours share their corners exactly, so edges are only dropped."""
    if len(cells) == 0:
        return group, cells
    order = np.argsort(group, kind="stable")
    names, member = np.unique(group[order], return_inverse=True)
    tiles = shapely.geometrycollections(cells[order], indices=member)
    try:
        return names, np.asarray(shapely.coverage_union_all(tiles[:, np.newaxis], axis=1))
    except shapely.GEOSException:  # corners on one circle can leave an edge that its neighbour lacks
        return group, cells


def _cells(places: Floats, distance: float) -> Shapes:
    """The Voronoi cell of each place, right up to `distance`: eight places all around, too far to matter, close it."""
    from scipy.spatial import Voronoi

    centre = places.mean(axis=0)
    turn = np.linspace(0, 2 * np.pi, 8, endpoint=False)
    beyond = np.hypot(*(places - centre).T).max() * 2 + 4 * distance
    around = beyond * np.stack([np.cos(turn), np.sin(turn)], axis=1)
    diagram = Voronoi(np.concatenate([places - centre, around]))
    corners = [diagram.regions[region] for region in diagram.point_region[: len(places)]]
    owner = np.repeat(np.arange(len(places)), [len(corner) for corner in corners])
    vertices = shapely.points(diagram.vertices[np.concatenate(corners)] + centre)
    return np.asarray(shapely.convex_hull(shapely.multipoints(vertices, indices=owner)))


def _farthest(places: Floats, cells: Shapes) -> Floats:
    """Distance [m] from each place to the farthest corner of its cell."""
    xy, owner = shapely.get_coordinates(cells, return_index=True)
    farthest = np.zeros(len(cells))
    np.maximum.at(farthest, owner, np.hypot(*(xy - places[owner]).T))
    return farthest


def _closed(shapes: Shapes, hole: float) -> Shapes:
    """Shapes without their small holes, save those where another shape has land."""
    parts, owner = shapely.get_parts(shapes, return_index=True)
    rings, part = shapely.get_rings(parts, return_index=True)
    inner = np.flatnonzero(part == np.concatenate([[-1], part[:-1]]))
    gaps, of = shapely.polygons(rings[inner]), owner[part[inner]]
    small = shapely.area(gaps) < hole
    gaps, of = gaps[small], of[small]
    i, other = shapely.STRtree(shapes).query(gaps, predicate="intersects")
    taken = (other != of[i]) & (shapely.area(shapely.intersection(gaps[i], shapes[other])) > 0)
    free = np.setdiff1d(np.arange(len(gaps)), i[taken])
    return joined(np.append(shapes, gaps[free]), np.append(np.arange(len(shapes)), of[free]))[1]
