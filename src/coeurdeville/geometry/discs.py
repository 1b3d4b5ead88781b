"""Canopy, or any cover, in the disc around thousands of places: quick, with a stated error."""

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from coeurdeville.geometry.shapes import Floats, Ints, Shapes, held, several

CELLS = 16_000_000
"""Cells of the grid held in memory at once (64 MB); a larger town is done in bands from south to north."""
WIDE = 2
"""Times wider than high that a cell is."""


@dataclass(frozen=True)
class Stretches:
    """Where horizontal lines, one per row of the grid, are under the cover."""

    row: Ints
    start: Floats
    """West end [m]."""
    end: Floats
    """East end [m]; stretches of one row never overlap."""


@dataclass(frozen=True)
class Grid:
    """Where rows and columns lie, the same for all bands."""

    west: float
    south: float
    """Lower edge [m] of row 0."""
    columns: int
    cell: float
    """Height of a row [m]; columns are `WIDE` times that."""


def share_of_disc(places: Floats, cover: Shapes, radius: float, *, cell: float = 1.0) -> Floats:
    """Share [%] of the disc of `radius` [m] around each place that lies under `cover`. Shape `(n,)`.

    The disc is cut by horizontal lines `cell` metres apart; on each, the covered length between the two sides of
    the disc is known from running sums, exact but for the two end cells. Cover that overlaps itself counts once, holes
    count as open; anything but polygons covers nothing, also None and empty. A place with a NaN coordinate: NaN.

    The error never exceeds `worst_error`, and stays far below since errors of the rows compensate: with rows of 1 m
    and a disc of 100 m, under 0.1 point, which the tests check against `overlay.share_covered`.

    Parameters
    ----------
    places
        X and Y [m], shape `(n, 2)`.
    """
    share = np.full(len(places), np.nan)
    known = np.flatnonzero(np.isfinite(places).all(axis=1))
    if len(known) == 0:
        return share
    known = known[np.argsort(places[known, 1], kind="stable")]
    west, south = places[known].min(axis=0) - radius
    columns = int((places[known, 0].max() + radius - west) / (WIDE * cell)) + 2
    grid = Grid(float(west), float(south), columns, cell)
    lines = _stretches(cover, grid)
    tall = 2 * radius / cell + 2
    rows = max(CELLS // columns, 2 * tall)
    band = ((places[known, 1] - radius - south) / cell // (rows - tall)).astype(int)
    for one in np.unique(band):
        here = known[band == one]
        share[here] = _in_band(places[here], lines, radius, grid)
    return share


def worst_error(edge: float, radius: float, cell: float = 1.0) -> float:
    """Points of `share_of_disc` that the error cannot exceed: `100 cell (edge / 2 + 6 radius) / (pi radius²)`.

    `edge` [m] is the length of the cover's outline in the disc. Half a row for each metre by which the covered length
    changes along Y (the outline of the cover, twice that of the disc), a quarter of a cell at both ends of each row.
    """
    return 100 * cell * (edge / 2 + (4 + WIDE) * radius) / (np.pi * radius**2)


def _in_band(places: Floats, lines: Stretches, radius: float, grid: Grid) -> Floats:
    """`share_of_disc` for places close enough in Y to share one piece of the grid."""
    first = ((places[:, 1] - radius - grid.south) / grid.cell).astype(int)
    tall = int(np.ceil(2 * radius / grid.cell)) + 1
    base = int(first.min())
    sums = _running_sums(lines, base, int(first.max()) - base + tall, grid)
    middle = (places[:, 0] - grid.west) / (WIDE * grid.cell)
    covered, whole = np.zeros(len(places)), np.zeros(len(places))
    for row in range(tall):
        off = grid.south + (first + row + 0.5) * grid.cell - places[:, 1]
        half = np.sqrt(np.maximum(radius**2 - off**2, 0.0))
        reach = half / (WIDE * grid.cell)
        line = (first + row - base) * grid.columns
        covered += _upto(sums, line, middle + reach) - _upto(sums, line, middle - reach)
        whole += 2 * half
    return np.asarray(100 * covered / whole, dtype=np.float64)


def _upto(sums: NDArray[np.float32], line: Ints, at: Floats) -> Floats:
    """Covered length [m] of each row west of `at` [columns], straight between two columns."""
    column = at.astype(int)
    left = line + column
    low, high = sums.take(left, mode="clip"), sums.take(left + 1, mode="clip")
    return np.asarray(low + (at - column) * (high - low), dtype=np.float64)


def _running_sums(lines: Stretches, base: int, rows: int, grid: Grid) -> NDArray[np.float32]:
    """Covered length [m] west of each column edge, row after row, flat.

    A stretch adds a ramp that starts at its west end and stops at its east end: its bends are summed twice.
    """
    wide = WIDE * grid.cell
    here = (lines.row >= base) & (lines.row < base + rows)
    line = (lines.row[here] - base) * grid.columns
    sums = np.zeros(rows * grid.columns + 2, dtype=np.float32)
    for end, slope in ((lines.start[here], wide), (lines.end[here], -wide)):
        at = np.clip((end - grid.west) / wide, -1, grid.columns - 2)
        column = np.floor(at).astype(int)
        part = (slope * (at - column)).astype(np.float32)
        np.add.at(sums, line + column + 1, np.float32(slope) - part)
        np.add.at(sums, line + column + 2, part)
    table = sums[: rows * grid.columns].reshape(rows, grid.columns)
    for _ in range(2):
        np.cumsum(table, axis=1, out=table)
    return sums


def _stretches(cover: Shapes, grid: Grid) -> Stretches:
    """Where the middle line of each row is under the cover: by counting crossings."""
    row, x, turn = _crossings(cover, grid)
    order = np.argsort(row * (np.ptp(x) + 1) + (x - x.min()) if len(x) else x)
    row, x = row[order], x[order]
    depth = np.cumsum(turn[order])
    before = depth - turn[order]
    opens, closes = (before <= 0) & (depth > 0), (before > 0) & (depth <= 0)
    return Stretches(row[opens], x[opens], x[closes])


def _crossings(cover: Shapes, grid: Grid) -> tuple[Ints, Floats, Ints]:
    """Row, X [m] and sense (+1 enters the cover eastwards, -1 leaves it) of each crossing of a row by an outline."""
    (x0, y0), (x1, y1), inward = _edges(cover)
    low, high = (
        np.ceil((edge(y0, y1) - grid.south) / grid.cell - 0.5).astype(int) for edge in (np.minimum, np.maximum)
    )
    edge, nth = several(high - low)
    row = low[edge] + nth
    slope = (x1 - x0) / np.where(y1 == y0, 1.0, y1 - y0)
    x = x0[edge] + (grid.south + (row + 0.5) * grid.cell - y0[edge]) * slope[edge]
    return row, x, np.where(y1 < y0, inward, -inward)[edge]


def _edges(cover: Shapes) -> tuple[Floats, Floats, Ints]:
    """Both ends `(2, e)` of each edge of the cover's outlines, and +1 where a southward edge has the cover east of it.

    Outlines of polygons may run either way round: the sign of the area that an outline closes tells which.
    """
    polygons = shapely.get_parts(cover[held(cover)])
    polygons = polygons[shapely.get_type_id(polygons) == 3]
    holed = shapely.get_num_interior_rings(polygons) > 0
    rings, owner = shapely.get_rings(polygons[holed], return_index=True)
    outer = np.append(np.ones((~holed).sum(), dtype=bool), np.diff(owner, prepend=-1) > 0)
    xy, ring = shapely.get_coordinates(np.append(polygons[~holed], rings), return_index=True)
    same = ring[1:] == ring[:-1]
    start, end, ring = xy[:-1][same].T, xy[1:][same].T, ring[1:][same]
    (x0, y0), (x1, y1) = (ends - xy.mean(axis=0)[:, np.newaxis] for ends in (start, end)) if len(xy) else (start, end)
    anticlockwise = np.bincount(ring, x0 * y1 - x1 * y0, minlength=len(outer)) > 0
    return start, end, np.where(anticlockwise == outer, 1, -1)[ring]
