"""The window of a map: which rectangle of ground is drawn, on how many pixels."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely

TENTHS = 10
"""Drawing units in one pixel: coordinates are integers, so paths stay short."""
WIDTH = 420
"""Pixels across by default: printed at half a page its 13 px names are 8 pt, on a phone 12 px."""


@dataclass(frozen=True)
class Frame:
    """A rectangle of ground in metres (any projected CRS, y to the north) and the width of its drawing in pixels."""

    west: float
    south: float
    east: float
    north: float
    width: int = WIDTH

    def __post_init__(self) -> None:
        if not (self.east > self.west and self.north > self.south):
            raise ValueError("a map needs a rectangle of ground with an area")

    @classmethod
    def around(
        cls,
        geometries: Any,
        width: int = WIDTH,
        margin: float = 0.04,
        shape: tuple[float, float] = (0.6, 1.0),
        least: float = 0.0,
    ) -> Frame:
        """The frame that holds them all, with a margin (share of the longer side).

        `shape` bounds height over width: a long town is given more ground at its sides, so that
        no map is a ribbon. A single point is given 100 m around. No side is under `least` metres.
        """
        west, south, east, north = shapely.total_bounds(np.asarray(geometries, dtype=object))
        if math.isnan(west):
            raise ValueError("nothing to draw a map around")
        pad = max((east - west), (north - south)) * margin or 100.0
        across, along = max(east - west + 2 * pad, least), max(north - south + 2 * pad, least)
        wanted = max(along, across * shape[0])
        wide = max(across, wanted / shape[1])
        x, y = (west + east) / 2, (south + north) / 2
        return cls(x - wide / 2, y - wanted / 2, x + wide / 2, y + wanted / 2, width)

    @property
    def scale(self) -> float:
        """Pixels in a metre."""
        return self.width / (self.east - self.west)

    @property
    def height(self) -> int:
        """Pixels down."""
        return round((self.north - self.south) * self.scale)

    def drawn(self, geometries: Any) -> Any:
        """Geometries cut at the frame and carried into tenths of a pixel, y down; empty ones are dropped.

        What leaves the frame is cut a little outside it, so that no outline runs along the edge.
        """
        flat = shapely.get_parts(np.atleast_1d(np.asarray(geometries, dtype=object)))
        flat = flat[~(shapely.is_missing(flat) | shapely.is_empty(flat))]
        shown = shapely.transform(self._cut(flat), self._to_tenths)
        return shown[~shapely.is_empty(shown)]

    def _cut(self, geometries: Any) -> Any:
        """Only what crosses the edge is cut; what is outside becomes empty."""
        edge = 8 / self.scale
        window = (self.west - edge, self.south - edge, self.east + edge, self.north + edge)
        bounds = shapely.bounds(geometries)
        crossing = (bounds[:, :2] < window[:2]).any(axis=1) | (bounds[:, 2:] > window[2:]).any(axis=1)
        cut = geometries.copy()
        cut[crossing] = shapely.clip_by_rect(geometries[crossing], *window)
        return cut

    def _to_tenths(self, coordinates: Any) -> Any:
        """Metres to drawing units."""
        origin = np.array([self.west, self.north])
        return (coordinates - origin) * np.array([1, -1]) * self.scale * TENTHS
