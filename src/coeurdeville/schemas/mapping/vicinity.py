"""Where the objects of a town are expected, so that the projection of a file can be found from its numbers."""

from __future__ import annotations

import shapely

from coeurdeville.readers.projection import Vicinity
from coeurdeville.territories.projections import METROPOLE, OF_PLACES, WGS84, WORLD, candidate_crs, to_crs
from coeurdeville.territories.territory import Territory

MARGIN = 3.0
"""The vicinity in which objects are looked for, in times the radius of the town."""
_CENTRE, _REACH = (2.5, 46.6), 700_000.0
"""A point near the middle of the metropole, in degrees, and the metres around it that hold it all."""


def vicinity_of(territory: Territory) -> Vicinity:
    """Around the town's outline, else its point, else the whole metropole."""
    projections = tuple(one.epsg for one in candidate_crs(territory.code))
    point, radius = territory.point, territory.radius_m
    if territory.outline is not None:
        west, south, east, north = territory.outline.bounds
        point, radius = territory.outline.centroid, max(east - west, north - south) / 2
    if point is None or radius is None:
        return Vicinity(*_CENTRE, _REACH, projections, of_town=False)
    longitude, latitude = to_crs(shapely.get_coordinates(point), territory.crs, WGS84)[0]
    return Vicinity(float(longitude), float(latitude), MARGIN * radius, projections)


def anywhere() -> Vicinity:
    """The whole metropole, for a file of a town that is not told: several projections may then fit."""
    own, *others = OF_PLACES[METROPOLE]
    return Vicinity(*_CENTRE, _REACH, tuple(one.epsg for one in (own, *WORLD, *others)), of_town=False)
