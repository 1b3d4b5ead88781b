"""Cutting a polygon in two, again and again, until it has the size of a block: all polygons at once."""

from dataclasses import dataclass

import numpy as np
import shapely

STEPS = np.linspace(-1, 1, 9)


@dataclass(frozen=True)
class Cuts:
    """Blocks, the cell each comes from, and the lines that cut them with the cell of each line."""

    blocks: np.ndarray
    cell: np.ndarray
    lines: np.ndarray
    line_cell: np.ndarray


def split(cells: np.ndarray, target: np.ndarray, tilt: np.ndarray, bow: np.ndarray, rng: np.random.Generator) -> Cuts:
    """Blocks of at most about `target` square metres (`inf`: the cell as it is).

    A polygon is cut across its longer side, near the middle, by a line turned by up to `tilt` radians and bent
    by up to `bow` of its length. Both halves come from one line, so that blocks cover their cell exactly.
    """
    blocks, cell, done, lines = cells, np.arange(len(cells)), [], []
    while len(blocks):
        wanted = target[cell] * rng.uniform(0.85, 1.6, len(blocks))
        small = shapely.area(blocks) <= wanted
        done.append((blocks[small], cell[small]))
        blocks, cell = blocks[~small], cell[~small]
        blade, side = cutting(blocks, tilt[cell], bow[cell], rng)
        lines.append((shapely.intersection(blade, blocks), cell))
        halves = np.concatenate([shapely.intersection(blocks, side), shapely.difference(blocks, side)])
        blocks, rank = shapely.get_parts(halves, return_index=True)
        cell = np.tile(cell, 2)[rank]
    line, rank = shapely.get_parts(np.concatenate([line for line, _ in lines]), return_index=True)
    line_cell = np.concatenate([of for _, of in lines])[rank]
    long = shapely.length(line) > 1
    return Cuts(
        np.concatenate([block for block, _ in done]),
        np.concatenate([of for _, of in done]),
        line[long],
        line_cell[long],
    )


def cutting(
    blocks: np.ndarray, tilt: np.ndarray, bow: np.ndarray, rng: np.random.Generator
) -> tuple[np.ndarray, np.ndarray]:
    """For each block the line that cuts it, and the area on one side of this line."""
    middle, along, size = axes(blocks)
    n = len(blocks)
    turn = rng.uniform(-1, 1, n) * tilt
    along = turned(along, turn)
    across = turned(along, np.full(n, np.pi / 2))
    start = middle + along * (rng.uniform(-0.12, 0.12, n) * size[:, 0])[:, None]
    half = size.sum(axis=1)[:, None, None] / 1.5
    bend = (rng.uniform(-1, 1, n) * bow)[:, None] * (1 - (STEPS * 1.5) ** 2) * size[:, 1][:, None]
    blade = start[:, None] + across[:, None] * STEPS[None, :, None] * half + along[:, None] * bend[:, :, None]
    far = along[:, None] * half * 3
    side = np.concatenate([blade, blade[:, -1:] + far, blade[:, :1] + far, blade[:, :1]], axis=1)
    return shapely.linestrings(blade), shapely.polygons(side)


def axes(shapes: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Centre `(n, 2)`, direction of the longer side `(n, 2)` and both lengths `(n, 2)` of the smallest box around."""
    corners = shapely.get_coordinates(shapely.get_exterior_ring(shapely.oriented_envelope(shapes))).reshape(-1, 5, 2)
    sides = np.diff(corners[:, :3], axis=1)
    lengths = np.linalg.norm(sides, axis=2)
    longer = lengths.argmax(axis=1)
    rows = np.arange(len(corners))
    along = sides[rows, longer] / lengths[rows, longer][:, None]
    return corners[:, :4].mean(axis=1), along, np.column_stack([lengths.max(axis=1), lengths.min(axis=1)])


def turned(vectors: np.ndarray, angle: np.ndarray) -> np.ndarray:
    """Vectors `(n, 2)` turned counter-clockwise by `angle` radians `(n,)`."""
    c, s = np.cos(angle), np.sin(angle)
    return np.column_stack([c * vectors[:, 0] - s * vectors[:, 1], s * vectors[:, 0] + c * vectors[:, 1]])
