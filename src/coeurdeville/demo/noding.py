"""Lines cut at all their crossings, so that pieces that meet share a vertex."""

import numpy as np
import shapely

OVERLAP = 0.3
"""Metres by which an end is pushed through the line that it was drawn to touch."""


def noded(lines: np.ndarray) -> np.ndarray:
    """Pieces of `lines` between crossings, on a centimetre grid; ends that touch a line are joined to it."""
    pieces = shapely.get_parts(shapely.union_all(pushed(lines), grid_size=0.01))
    ends = shapely.get_coordinates([shapely.get_point(pieces, 0), shapely.get_point(pieces, -1)])
    _, vertex, degree = np.unique(ends, axis=0, return_inverse=True, return_counts=True)
    loose = (degree[vertex].reshape(2, -1) == 1).any(axis=0)
    kept = pieces[~(loose & (shapely.length(pieces) < 3 * OVERLAP))]
    return np.asarray(shapely.get_parts(shapely.line_merge(shapely.multilinestrings(kept))))


def pushed(lines: np.ndarray) -> np.ndarray:
    """The same lines, longer by `OVERLAP` at both ends; closed ones as they are."""
    open_ = ~shapely.is_closed(lines)
    longer = lines.copy()
    xy, line = both_ends(lines[open_])
    longer[open_] = shapely.linestrings(xy, indices=line)
    return longer


def both_ends(lines: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Coordinates of `lines` with an added vertex before the first and after the last, and the line of each."""
    xy, line = shapely.get_coordinates(lines, return_index=True)
    first = np.searchsorted(line, np.arange(len(lines)))
    last = np.append(first[1:], len(xy)) - 1
    before = xy[first] + OVERLAP * unit(xy[first] - xy[first + 1])
    after = xy[last] + OVERLAP * unit(xy[last] - xy[last - 1])
    longer = np.insert(xy, np.concatenate([last + 1, first]), np.concatenate([after, before]), axis=0)
    return longer, np.repeat(np.arange(len(lines)), last - first + 3)


def unit(vectors: np.ndarray) -> np.ndarray:
    """Vectors `(n, 2)` brought to one metre."""
    return np.asarray(vectors / np.linalg.norm(vectors, axis=1)[:, None])
