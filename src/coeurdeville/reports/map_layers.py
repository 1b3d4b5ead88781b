"""What a map is made of: areas, lines and dots of one class each, written as one path each."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import Any

from coeurdeville.reports.map_frame import TENTHS, Frame
from coeurdeville.reports.map_paths import area_path, dot_path, line_path
from coeurdeville.reports.palette import PAPER
from coeurdeville.reports.svg_hatch import hatch_fill


@dataclass(frozen=True)
class Areas:
    """Polygons of one class, in one path."""

    geometries: Any
    fill: str
    """`#RRGGBB`, `none`, or `palette.HATCH` for what is not known."""
    outline: str = "none"
    thickness: float = 1
    """Of the outline, in pixels."""
    dash: tuple[float, ...] = ()
    """Of the outline: lengths drawn and skipped, in pixels."""
    _paths: dict[Frame, str] = field(default_factory=dict, init=False, repr=False, compare=False)
    """Written once in each frame: the ground of a town lies under all its maps."""

    def svg(self, frame: Frame, key: str) -> str:
        """The path, or nothing."""
        paint = f'fill="{hatch_fill(key, self.fill)}" {_stroke(self.outline, self.thickness, self.dash)}'
        if frame not in self._paths:
            self._paths[frame] = area_path(frame.drawn(self.geometries))
        return _path(self._paths[frame], paint)


@dataclass(frozen=True)
class Lines:
    """Lines of one class, in one path."""

    geometries: Any
    colour: str
    thickness: float = 1
    """Pixels."""
    dash: tuple[float, ...] = ()
    _paths: dict[Frame, str] = field(default_factory=dict, init=False, repr=False, compare=False)
    """Written once in each frame."""

    def svg(self, frame: Frame, key: str) -> str:
        """The path, or nothing."""
        paint = f'fill="none" stroke-linecap="round" {_stroke(self.colour, self.thickness, self.dash)}'
        if frame not in self._paths:
            self._paths[frame] = line_path(frame.drawn(self.geometries))
        return _path(self._paths[frame], paint)


@dataclass(frozen=True)
class Dots:
    """Points of one class, in one path."""

    points: Any
    colour: str
    size: float = 3
    """Diameter, in pixels."""
    opacity: float = 1
    ring: bool = False
    """White inside: a second class that grey print keeps apart."""

    def svg(self, frame: Frame, key: str) -> str:
        """The path, twice for a ring, or nothing."""
        path = dot_path(frame.drawn(self.points))
        caps = f'fill="none" stroke-linecap="round" stroke-opacity="{self.opacity:g}"'
        outer = _path(path, f"{caps} {_stroke(self.colour, self.size)}")
        inner = _path(path, f"{caps} {_stroke(PAPER, self.size * 0.5)}") if self.ring else ""
        return outer + inner


def dot_size(count: int) -> float:
    """Diameter in pixels of dots that crowd or stand alone: 1.6 from 300 on, 9 up to nine."""
    return min(9.0, max(1.6, 27.0 / math.sqrt(max(count, 1))))


Layer = Areas | Lines | Dots


def _stroke(colour: str, thickness: float, dash: tuple[float, ...] = ()) -> str:
    """Attributes of a line, in drawing units; none when it is not drawn."""
    if colour == "none":
        return ""
    dashes = f' stroke-dasharray="{" ".join(f"{length * TENTHS:g}" for length in dash)}"' if dash else ""
    return f'stroke="{colour}" stroke-width="{thickness * TENTHS:g}" stroke-linejoin="round"{dashes}'


def _path(path: str, paint: str) -> str:
    return f'<path {paint.strip()} d="{path}"/>' if path else ""
