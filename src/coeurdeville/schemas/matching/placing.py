"""Where the places of a file are: its shapes, longitude and latitude, X and Y in any French projection."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import shapely
from numpy.typing import NDArray

from coeurdeville.core.problems import Problem, Refused
from coeurdeville.readers.coordinate_columns import places
from coeurdeville.readers.coordinates import locate
from coeurdeville.readers.features import Features
from coeurdeville.readers.projection import Vicinity
from coeurdeville.schemas.mapping.correspondance import Lecture
from coeurdeville.schemas.mapping.vicinity import anywhere, vicinity_of
from coeurdeville.schemas.model import TableSchema
from coeurdeville.territories.projections import WGS84, to_crs
from coeurdeville.territories.territory import Territory

LONGITUDE, LATITUDE = "longitude", "latitude"


@dataclass(frozen=True, eq=False)
class Located:
    """Places in longitude and latitude [degrees]."""

    xy: NDArray[np.float64]
    """Shape `(n, 2)`; NaN where a row has no place."""
    shapes: NDArray[np.object_]
    """The shapes themselves, shape `(n,)`; None where a row has none."""
    notes: tuple[Problem, ...]
    """How they were found."""


def wants_places(schema: TableSchema) -> bool:
    """Whether the schema has a longitude and a latitude."""
    return schema.field(LONGITUDE) is not None and schema.field(LATITUDE) is not None


def reading_of(
    features: Features, lecture: Lecture, territory: Territory | None
) -> tuple[Lecture, tuple[Problem, ...]]:
    """How the coordinates of a table are read, found where it is not told, and what is to be said of it.

    Unchanged for a layer of shapes, for a table without coordinates, and for one whose coordinates are already a
    longitude and a latitude in degrees.
    """
    if features.geometry is not None:
        return lecture, ()
    candidates = places(features.frame)
    told = (lecture.x, lecture.y) if lecture.x and lecture.y else candidates[0].columns if candidates else ()
    if len(told) != 2:
        return lecture, ()
    found = locate(features, _vicinity(territory), columns=told, crs=lecture.projection)
    if found.crs in (None, WGS84):
        return lecture, ()
    return replace(lecture, x=told[0], y=told[1], projection=found.crs), found.notes[len(features.notes) :]


def _vicinity(territory: Territory | None) -> Vicinity:
    return anywhere() if territory is None else vicinity_of(territory)


def located(features: Features, lecture: Lecture, territory: Territory | None) -> Located | None:
    """The places of a file; None when nothing in it holds places.

    A projection is found from the numbers and from where the town is; without a town, from the whole country.

    Raises
    ------
    Refused
        Columns that are told and are not in the file.
    """
    columns = [one for one in (lecture.x, lecture.y) if one]
    try:
        found = locate(features, _vicinity(territory), columns=columns, crs=lecture.projection)
    except Refused:
        if columns:
            raise
        return None
    assert found.geometry is not None
    shapes = found.geometry
    if found.crs not in (None, WGS84):
        source = found.crs
        shapes = np.asarray(shapely.transform(shapes, lambda xy: to_crs(xy, source, WGS84)), dtype=object)
    points = shapely.point_on_surface(shapes)
    xy = np.stack([shapely.get_x(points), shapely.get_y(points)], axis=1)
    return Located(xy, shapes, found.notes[len(features.notes) :])
