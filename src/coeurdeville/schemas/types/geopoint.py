"""Points, longitude first."""

from __future__ import annotations

import json
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from coeurdeville.schemas.model import Field
from coeurdeville.schemas.types.contract import LISTED, Exact, FieldType


def _pair(text: str) -> tuple[Any, Any]:
    longitude, latitude = text.split(",")
    return longitude.strip(), latitude.strip()


def _array(text: str) -> tuple[Any, Any]:
    longitude, latitude = json.loads(text)
    return longitude, latitude


def _object(text: str) -> tuple[Any, Any]:
    point = json.loads(text)
    if len(point) != 2:
        raise ValueError(text)
    return point["lon"], point["lat"]


_FORMATS: dict[str, Callable[[str], tuple[Any, Any]]] = {"default": _pair, "array": _array, "object": _object}


def _exact(field: Field) -> Exact:
    split = _FORMATS.get(field.format, _pair)

    def read(text: str) -> Any:
        try:
            longitude, latitude = map(Decimal, split(text))
            inside = -180 <= longitude <= 180 and -90 <= latitude <= 90
        except (ArithmeticError, ValueError, TypeError, KeyError):
            return None
        return (longitude, latitude) if inside else None

    return read


geopoint = FieldType("geopoint", "un point « longitude, latitude »", LISTED, _exact, formats=frozenset(_FORMATS))
