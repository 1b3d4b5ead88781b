"""Where the rows of a table are: which columns say it, and the shape that they say."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Any

from coeurdeville.core.french import slug
from coeurdeville.schemas.model import Field, TableSchema
from coeurdeville.schemas.types.catalogue import field_types

DECIMALS = 6
"""Of a degree: about ten centimetres."""
LONGITUDES, LATITUDES = ({"longitude", "long", "lon", "lng", "xlong"}, {"latitude", "lat", "ylat"})
Shape = dict[str, Any]


@dataclass(frozen=True)
class Placement:
    """How a row is placed, in longitude and latitude (WGS84)."""

    columns: tuple[str, ...]
    read: Callable[[Sequence[str | None]], Shape | None]
    """The GeoJSON geometry of the cells of `columns`, which conform to their fields; None when one is empty.

    Raises ValueError for numbers that are not a longitude and a latitude."""


def placement_of(schema: TableSchema) -> Placement | None:
    """By a field of shapes, else of points, else by two numbers called longitude and latitude; None without any."""
    for kind, read in (("geojson", _shape), ("geopoint", _point)):
        field = next((one for one in schema.fields if one.type == kind and one.format != "topojson"), None)
        if field is not None:
            return Placement((field.name,), _reader((field,), read))
    pair = _axes(schema)
    return Placement(tuple(one.name for one in pair), _reader(pair, _pair)) if pair else None


def _axes(schema: TableSchema) -> tuple[Field, ...]:
    """The two columns of coordinates, longitude first; none unless there is one of each."""
    numbers = [one for one in schema.fields if one.type in ("number", "integer")]
    found = [[one for one in numbers if _called(one, names)] for names in (LONGITUDES, LATITUDES)]
    return tuple(one[0] for one in found) if [len(one) for one in found] == [1, 1] else ()


def _called(field: Field, names: set[str]) -> bool:
    words = slug(field.name).replace("_", "-").split("-")
    return any(word in names or word.rstrip("0123456789") in names for word in words)


def _reader(fields: tuple[Field, ...], shape: Callable[..., Shape | None]) -> Callable[..., Shape | None]:
    exact = [field_types()[one.type].exact(one) for one in fields]

    def read(cells: Sequence[str | None]) -> Shape | None:
        if any(cell is None or cell in field.missing for cell, field in zip(cells, fields, strict=True)):
            return None
        return shape(*(reads(str(cell)) for reads, cell in zip(exact, cells, strict=True)))

    return read


def _pair(longitude: Decimal | int, latitude: Decimal | int) -> Shape:
    point = [rounded(longitude), rounded(latitude)]
    if abs(point[0]) > 180 or abs(point[1]) > 90:
        raise ValueError(point)
    return {"type": "Point", "coordinates": point}


def _point(point: tuple[Decimal, Decimal]) -> Shape:
    return _pair(*point)


def _shape(value: Shape) -> Shape | None:
    """A geometry; that of a feature; those of a collection, together."""
    kind = value["type"]
    if kind == "Feature":
        return None if value["geometry"] is None else _shape(value["geometry"])
    if kind in ("GeometryCollection", "FeatureCollection"):
        parts = map(_shape, value["geometries" if kind == "GeometryCollection" else "features"])
        return {"type": "GeometryCollection", "geometries": [one for one in parts if one is not None]}
    coordinates = _rounded(value["coordinates"])
    if kind == "Polygon":
        coordinates = _wound(coordinates)
    elif kind == "MultiPolygon":
        coordinates = [_wound(one) for one in coordinates]
    return {"type": kind, "coordinates": coordinates}


def _rounded(value: Any) -> Any:
    return [_rounded(one) for one in value] if isinstance(value, list) else rounded(value)


def rounded(value: Decimal | float) -> float:
    """To `DECIMALS`, without the sign of a nought; ValueError for what is not a number."""
    if not math.isfinite(value):
        raise ValueError(value)
    return round(float(value), DECIMALS) + 0.0


def _wound(rings: list[Any]) -> list[Any]:
    """The outer ring anticlockwise, the holes clockwise, as RFC 7946 wants."""
    return [ring if (_area(ring) >= 0) == (rank == 0) else ring[::-1] for rank, ring in enumerate(rings)]


def _area(ring: list[list[float]]) -> float:
    """Twice the signed area of a ring; positive when it turns anticlockwise."""
    return math.fsum(_crosses(ring))


def _crosses(ring: list[list[float]]) -> Iterator[float]:
    x0, y0 = ring[0][:2] if ring else (0.0, 0.0)
    for one, other in pairwise(ring):
        yield (one[0] - x0) * (other[1] - y0) - (other[0] - x0) * (one[1] - y0)
