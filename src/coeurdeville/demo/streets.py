"""The streets: noded at their crossings, named, with their width; and what is left of the blocks between them."""

from dataclasses import dataclass

import numpy as np
import shapely

from coeurdeville.demo.chance import stream
from coeurdeville.demo.names import street_names
from coeurdeville.demo.noding import noded
from coeurdeville.demo.plan import Plan
from coeurdeville.demo.skeleton import Lines

WIDTHS = {"boulevard": 22.0, "avenue": 15.0, "rue": 10.0, "ruelle": 6.5, "quai": 14.0, "chemin": 7.0}
"""Width of a street from front to front, m, by kind."""


@dataclass(frozen=True)
class Streets:
    """Pieces of streets between two crossings; pieces that meet share their end vertex."""

    shapes: np.ndarray
    kinds: np.ndarray
    names: np.ndarray

    @property
    def half(self) -> np.ndarray:
        """Half the width of each piece, m."""
        return np.array([WIDTHS[kind] / 2 for kind in self.kinds])


def draw_streets(plan: Plan, lines: Lines, outline: shapely.Polygon) -> Streets:
    """All lines noded to the centimetre; a piece keeps the kind and the name of the line that it lies on."""
    pieces = shapely.get_parts(shapely.intersection(noded(lines.shapes), outline))
    pieces = pieces[shapely.length(pieces) > 0.5]
    names = street_names(lines.kinds, stream(plan.seed, "street names"))
    middle = shapely.line_interpolate_point(pieces, 0.5, normalized=True)
    line = shapely.STRtree(lines.shapes).query_nearest(middle, all_matches=False)[1]
    return Streets(pieces, lines.kinds[line], names[line])


def islands(blocks: np.ndarray, streets: Streets, river: shapely.Polygon) -> np.ndarray:
    """Blocks without their streets and six metres of bank: empty where nothing is left."""
    taken = np.append(shapely.buffer(streets.shapes, streets.half, quad_segs=6), shapely.buffer(river, 6))
    block, street = shapely.STRtree(taken).query(blocks, predicate="intersects")
    order = np.argsort(block, kind="stable")
    around = shapely.union_all(grouped(taken[street[order]], block[order], len(blocks)), axis=1)
    return largest(shapely.difference(blocks, around))


def grouped(shapes: np.ndarray, group: np.ndarray, count: int) -> np.ndarray:
    """Shapes laid out one row per group, `None` after the last: `group` is sorted."""
    size = np.bincount(group, minlength=count)
    rank = np.arange(len(group)) - np.repeat(np.cumsum(size) - size, size)
    table = np.full((count, max(1, size.max(initial=0))), None, dtype=object)
    table[group, rank] = shapes
    return table


def largest(shapes: np.ndarray) -> np.ndarray:
    """The largest part of each shape; an empty polygon where there is none."""
    parts, rank = shapely.get_parts(shapes, return_index=True)
    order = np.lexsort((-shapely.area(parts), rank))
    first, at = np.unique(rank[order], return_index=True)
    kept = np.full(len(shapes), shapely.Polygon(), dtype=object)
    kept[first] = parts[order][at]
    return kept
