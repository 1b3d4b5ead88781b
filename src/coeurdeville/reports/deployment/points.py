"""Where communes stand on a drawing: the metropole in its projection, each overseas territory in its own frame."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely

from coeurdeville.reports.map_frame import TENTHS, Frame
from coeurdeville.territories.acv import members
from coeurdeville.territories.projections import METROPOLE, OF_PLACES, WGS84, departement_of, to_crs

INSETS = {
    "971": "Guadeloupe",
    "972": "Martinique",
    "973": "Guyane",
    "974": "La Réunion",
    "976": "Mayotte",
}
"""Overseas territories of the programme, in the order of their frames."""
WIDTH, SIDE, BETWEEN, LEFT, LEAST = 520, 58, 9, 74, 30_000.0
"""Pixels: the drawing, the side of a frame, between two frames, ground kept for them; metres: a frame, at least."""

LonLat = tuple[float, float]
"""Degrees."""


@dataclass(frozen=True)
class Window:
    """A part of the drawing: a rectangle of ground, where its corner stands in pixels, the communes inside."""

    name: str
    """Empty for the metropole."""
    frame: Frame
    left: float
    top: float
    points: Mapping[str, Any]
    """Insee code -> point in metres."""

    def drawn(self, codes: Iterable[str]) -> list[tuple[int, int]]:
        """Places of these communes on the whole drawing, in tenths of a pixel."""
        here = [self.points[code] for code in codes if code in self.points]
        if not here:
            return []
        xy = shapely.get_coordinates(self.frame.drawn(np.array(here, dtype=object)))
        return [(round(x + self.left * TENTHS), round(y + self.top * TENTHS)) for x, y in xy]


def programme_points() -> dict[str, LonLat]:
    """The communes of the programme, near the centre of their ground."""
    return {one.code_insee: (one.longitude, one.latitude) for one in members()}


def windows(points: Mapping[str, LonLat]) -> tuple[Window, ...]:
    """The metropole, then a frame for each overseas territory that has a point, down the left side.

    Frames have each their own scale. A map without a point of the metropole shows its frames only, on the same ground.
    """
    places: dict[str, dict[str, LonLat]] = {}
    for code, lonlat in points.items():
        departement = departement_of(code)
        places.setdefault(departement if departement in INSETS else METROPOLE, {})[code] = lonlat
    metropole = _metropole(places.get(METROPOLE, {}))
    inside = [code for code in INSETS if code in places]
    frames = [_inset(code, places[code], 20 + rank * (SIDE + 14 + BETWEEN)) for rank, code in enumerate(inside)]
    return (metropole, *frames)


def _metropole(points: Mapping[str, LonLat]) -> Window:
    """Room is kept at the left for the frames, and no ribbon is drawn when the communes stand in a line."""
    metres = _metres(points, METROPOLE)
    shapes = np.array(list(metres.values()), dtype=object)
    if not len(shapes):
        shapes = shapely.points([[100_000.0, 6_050_000.0], [1_240_000.0, 7_110_000.0]])
    tight = Frame.around(shapes, WIDTH - LEFT, 0.03, (0.9, 1.1), LEAST)
    wide = Frame(tight.west - LEFT / tight.scale, tight.south, tight.east, tight.north, WIDTH)
    return Window("", wide, 0, 0, metres)


def _inset(code: str, points: Mapping[str, LonLat], top: float) -> Window:
    metres = _metres(points, code)
    frame = Frame.around(np.array(list(metres.values()), dtype=object), SIDE, 0.2, (1.0, 1.0), LEAST)
    return Window(INSETS[code], frame, 8, top, metres)


def _metres(points: Mapping[str, LonLat], territory: str) -> dict[str, Any]:
    if not points:
        return {}
    xy = to_crs(np.array(list(points.values()), dtype=float), WGS84, OF_PLACES[territory][0].epsg)
    return dict(zip(points, shapely.points(xy), strict=True))
