"""The ground on which a source is asked: the rectangle of a territory and what lies just beyond."""

from __future__ import annotations

import math

import numpy as np
import shapely
from shapely.geometry import Polygon

from coeurdeville.core.problems import Kind, Refused
from coeurdeville.territories.projections import WGS84, to_crs
from coeurdeville.territories.territory import Ground, Territory

BEYOND = 1000.0
"""Metres asked beyond the territory: no service looks further around a home."""
STEP = 1000.0
"""Metres between the points of an edge when it is put into degrees, where it is slightly curved."""
GROUND_NEEDED = Kind(
    "terrain-inconnu",
    "Sans le contour de {name}, on ne sait pas où chercher.",
    "Chercher d’abord le contour : coeurdeville source chercher <ville> geoapi-contour --en-ligne.",
)


def ground_of(territory: Territory) -> Polygon:
    """The rectangle around the outline, else around the circle, `BEYOND` metres wider; in the territory's CRS.

    Raises
    ------
    Refused
        `terrain-inconnu`, when neither is known.
    """
    match territory.ground:
        case Ground.OUTLINE:
            held = territory.outline
        case Ground.CIRCLE:
            held = shapely.buffer(territory.point, territory.radius_m)
        case Ground.UNKNOWN:
            raise Refused([GROUND_NEEDED(name=territory.name)])
    west, south, east, north = shapely.bounds(held)
    return shapely.box(west - BEYOND, south - BEYOND, east + BEYOND, north + BEYOND)


def in_degrees(ground: Polygon, crs: int) -> tuple[float, float, float, float]:
    """West, south, east and north of the box of longitudes and latitudes that holds the ground, to the metre."""
    edges = to_crs(shapely.get_coordinates(shapely.segmentize(ground, STEP)), crs, WGS84)
    west, south = (math.floor(value * 1e5) / 1e5 for value in np.min(edges, axis=0))
    east, north = (math.ceil(value * 1e5) / 1e5 for value in np.max(edges, axis=0))
    return west, south, east, north
