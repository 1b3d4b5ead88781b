"""Names beside marks of a map: each where it hides neither a mark nor another name, else not written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from coeurdeville.reports.fonts import text_width
from coeurdeville.reports.map_frame import TENTHS, Frame
from coeurdeville.reports.map_labels import Box, PlacedName

SIZE, AWAY = 13.0, 7.5
"""Pixels: type size, distance from the centre of the mark."""


def beside(wanted: Sequence[tuple[str, tuple[int, int]]], taken: Sequence[Box], frame: Frame) -> list[PlacedName]:
    """Greedy, in the order given. `wanted`: a name, and its mark in tenths of a pixel; `taken`: boxes in pixels."""
    boxes, placed = list(taken), []
    for words, (x, y) in wanted:
        for name in _positions(words, x / TENTHS, y / TENTHS):
            if _inside(name.box, frame) and not any(_overlap(name.box, box) for box in boxes):
                boxes.append(name.box)
                placed.append(name)
                break
    return placed


def _positions(words: str, x: float, y: float) -> Iterator[PlacedName]:
    """Right, left, above, below."""
    wide, high = text_width(words, SIZE), SIZE * 1.05
    for across, down in ((AWAY + wide / 2, 0.0), (-AWAY - wide / 2, 0.0), (0.0, -AWAY - 4), (0.0, AWAY + 4)):
        middle, top = x + across, y + down - high / 2
        box = (middle - wide / 2, top, middle + wide / 2, top + high)
        yield PlacedName((words,), middle, box, SIZE, 600)


def _inside(box: Box, frame: Frame) -> bool:
    return box[0] >= 2 and box[1] >= 2 and box[2] <= frame.width - 2 and box[3] <= frame.height - 2


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
