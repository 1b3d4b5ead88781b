"""Values written in JSON: objects, arrays, shapes."""

from __future__ import annotations

import json
from typing import Any

from coeurdeville.schemas.model import Field
from coeurdeville.schemas.types.contract import LISTED, MEASURED, Exact, FieldType

SHAPES = {
    "Point": 1, "MultiPoint": 2, "LineString": 2, "MultiLineString": 3, "Polygon": 3, "MultiPolygon": 4,
}  # fmt: skip
"""Kinds of GeoJSON geometries, and how deep their coordinates are."""


def _loaded(text: str, kind: type) -> Any:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, kind) else None


def _object(_: Field) -> Exact:
    return lambda text: _loaded(text, dict)


def _array(_: Field) -> Exact:
    return lambda text: _loaded(text, list)


def _geojson(field: Field) -> Exact:
    def read(text: str) -> Any:
        found = _loaded(text, dict)
        right = is_topojson(found) if field.format == "topojson" else is_geojson(found)
        return found if right else None

    return read


def is_geojson(value: Any) -> bool:
    """Whether it is a geometry, a feature or a collection, as RFC 7946 writes them."""
    if not isinstance(value, dict):
        return False
    kind = value.get("type")
    if kind in SHAPES:
        return _deep(value.get("coordinates"), SHAPES[kind])
    if kind == "GeometryCollection":
        return isinstance(value.get("geometries"), list) and all(map(is_geojson, value["geometries"]))
    if kind == "Feature":
        geometry = value.get("geometry", False)
        return "properties" in value and (geometry is None or is_geojson(geometry))
    return (
        kind == "FeatureCollection"
        and isinstance(value.get("features"), list)
        and all(map(is_geojson, value["features"]))
    )


def is_topojson(value: Any) -> bool:
    """Whether it is a topology, or a geometry made of its arcs."""
    if not isinstance(value, dict):
        return False
    kind = value.get("type")
    if kind == "Topology":
        return isinstance(value.get("objects"), dict) and isinstance(value.get("arcs"), list)
    if kind in ("Point", "MultiPoint"):
        return _deep(value.get("coordinates"), SHAPES[kind])
    if kind == "GeometryCollection":
        return isinstance(value.get("geometries"), list) and all(map(is_topojson, value["geometries"]))
    return kind in SHAPES and isinstance(value.get("arcs"), list)


def _deep(coordinates: Any, depth: int) -> bool:
    if not isinstance(coordinates, list):
        return False
    if depth > 1:
        return all(_deep(one, depth - 1) for one in coordinates)
    return len(coordinates) >= 2 and all(
        isinstance(one, int | float) and not isinstance(one, bool) for one in coordinates
    )


object_type = FieldType("object", "un objet JSON", MEASURED, _object)
array = FieldType("array", "une liste JSON", MEASURED, _array)
geojson = FieldType("geojson", "une géométrie GeoJSON", LISTED, _geojson, formats=frozenset({"default", "topojson"}))
