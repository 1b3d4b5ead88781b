"""Names on a map, placed one after the other where they hide neither each other nor the scale."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely

from coeurdeville.reports.escaping import escaped
from coeurdeville.reports.fonts import text_width
from coeurdeville.reports.map_frame import TENTHS, Frame
from coeurdeville.reports.palette import INK, PAPER

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in pixels."""
LONG = 92.0
"""Pixels beyond which a name is set on two lines."""
APART = 3.0
"""Pixels kept between two names: the width of a halo on each side."""
LEADING = 1.1
"""Line spacing, in type sizes."""


@dataclass(frozen=True)
class Labels:
    """Names of places, the most important first: a name that finds no room is left to the map's table."""

    places: Any
    """Geometries `(n,)`: a name stands in the middle of an area, beside a point."""
    words: Sequence[str]
    size: float = 13
    """Pixels."""
    weight: int = 600


@dataclass(frozen=True)
class PlacedName:
    """Lines of a name, centred on `x`, within their box."""

    lines: tuple[str, ...]
    x: float
    box: Box
    size: float
    weight: int

    def svg(self) -> str:
        """Text with a white halo, in tenths of a pixel."""
        size = self.size * TENTHS
        baselines = (self.box[1] + (0.86 + row * LEADING) * self.size for row in range(len(self.lines)))
        spans = "".join(
            f'<tspan x="{self.x * TENTHS:.0f}" y="{y * TENTHS:.0f}">{escaped(line)}</tspan>'
            for line, y in zip(self.lines, baselines, strict=True)
        )
        halo = f'stroke="{PAPER}" stroke-width="{size / 4:.0f}" stroke-linejoin="round" paint-order="stroke"'
        face = f'font-size="{size:.0f}" font-weight="{self.weight}" text-anchor="middle" fill="{INK}"'
        return f"<text {face} {halo}>{spans}</text>"


def place(labels: Labels, frame: Frame, taken: Sequence[Box] = ()) -> list[PlacedName]:
    """Greedy: each name takes the first of its positions that is free and inside the frame; else it is not shown."""
    boxes = list(taken)
    placed = []
    for geometry, words in zip(np.asarray(labels.places, dtype=object), labels.words, strict=True):
        for name in _positions(frame.drawn(geometry), words, labels):
            if _inside(name.box, frame) and not any(_overlap(name.box, box) for box in boxes):
                boxes.append(name.box)
                placed.append(name)
                break
    return placed


def two_lines(words: str, size: float) -> tuple[str, ...]:
    """The name, cut at the space or hyphen that balances its lines best when it is long."""
    if text_width(words, size) <= LONG:
        return (words,)
    cuts = [i + 1 for i, character in enumerate(words[:-1]) if character in " -–"]
    if not cuts:
        return (words,)
    best = min(cuts, key=lambda cut: max(text_width(words[:cut], size), text_width(words[cut:], size)))
    return (words[:best].rstrip(), words[best:])


def _positions(parts: Any, words: str, labels: Labels) -> Iterator[PlacedName]:
    """Where a name could stand, the best first; nowhere when its place is outside the frame."""
    if not len(parts):
        return
    lines = two_lines(" ".join(words.split()), labels.size)
    width = max(text_width(line, labels.size) for line in lines)
    height = labels.size * (LEADING * (len(lines) - 1) + 1.05)
    x, y, is_area = _anchor(parts)
    beside = width / 2 + labels.size / 2
    above = height / 2 + labels.size / 2
    offsets = [(0, 0), (0, -height), (0, height), (-width / 3, 0), (width / 3, 0)]
    if not is_area:
        offsets = [(beside, 0), (0, -above), (0, above), (-beside, 0)]
    for right, down in offsets:
        left, top = x + right - width / 2, y + down - height / 2
        yield PlacedName(lines, x + right, (left, top, left + width, top + height), labels.size, labels.weight)


def _anchor(parts: Any) -> tuple[float, float, bool]:
    """In pixels: the middle of the widest part of an area, the middle of what is not one."""
    largest = parts[np.argmax(shapely.area(parts))]
    is_area = largest.geom_type == "Polygon"
    if is_area:
        inner = shapely.get_point(shapely.maximum_inscribed_circle(largest, tolerance=TENTHS), 0)
    else:
        inner = shapely.centroid(largest)
    return inner.x / TENTHS, inner.y / TENTHS, is_area


def _inside(box: Box, frame: Frame) -> bool:
    return box[0] >= 2 and box[1] >= 2 and box[2] <= frame.width - 2 and box[3] <= frame.height - 2


def _overlap(one: Box, other: Box) -> bool:
    across = one[0] < other[2] + APART and other[0] < one[2] + APART
    return across and one[1] < other[3] + APART and other[1] < one[3] + APART
