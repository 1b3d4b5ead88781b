"""The scale bar of a map: a round length, said in metres or kilometres."""

from __future__ import annotations

import math

from coeurdeville.core.french import quantity
from coeurdeville.reports.map_frame import TENTHS, Frame
from coeurdeville.reports.map_labels import Box
from coeurdeville.reports.palette import MUTED, PAPER

SHARE = 0.25
"""Of the map's width, at most."""
LEFT, BOTTOM, SIZE = 12, 12, 12
"""Pixels: margins and type size."""


def round_length(frame: Frame) -> float:
    """The longest of 1, 2, 5, 10 ... metres that takes at most a quarter of the width."""
    longest = (frame.east - frame.west) * SHARE
    power = 10.0 ** math.floor(math.log10(longest))
    return max(step * power for step in (1, 2, 5) if step * power <= longest)


def scale_box(frame: Frame) -> Box:
    """The ground that the bar covers, in pixels, at the lower left."""
    length = round_length(frame) * frame.scale
    return (LEFT - 7, frame.height - BOTTOM - 24, LEFT + max(length, 34) + 7, frame.height - 5)


def scale_bar(frame: Frame) -> str:
    """The bar on a white ground, with its length."""
    metres = round_length(frame)
    words = quantity(metres / 1000, "km") if metres >= 1000 else quantity(metres, "m")
    left, top, right, bottom = (round(side * TENTHS) for side in scale_box(frame))
    length, x, y = round(metres * frame.scale * TENTHS), LEFT * TENTHS, (frame.height - BOTTOM) * TENTHS
    return (
        f'<rect x="{left}" y="{top}" width="{right - left}" height="{bottom - top}" fill="{PAPER}" fill-opacity=".85"/>'
        f'<path d="M{x} {y - 50}v50h{length}v-50" fill="none" stroke="{MUTED}" stroke-width="13"/>'
        f'<text x="{x + length // 2}" y="{y - 75}" font-size="{SIZE * TENTHS}" text-anchor="middle" '
        f'fill="{MUTED}">{words}</text>'
    )
