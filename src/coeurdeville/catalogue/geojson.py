"""`<id>.geojson`: the same rows as features, in longitude and latitude (RFC 7946)."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from itertools import repeat
from typing import Any

from coeurdeville.catalogue.geometry import Placement, Shape, rounded
from coeurdeville.catalogue.table import OpenTable
from coeurdeville.core.french import number
from coeurdeville.core.problems import Kind, Refused
from coeurdeville.schemas.model import Field
from coeurdeville.schemas.types.catalogue import field_types

OUT_OF_WGS84 = Kind(
    "coordonnees-hors-du-globe",
    "Des coordonnées de « {columns} » ne sont pas une longitude et une latitude.",
    "Les convertir en degrés (WGS84) : « coeurdeville schema reparer » le fait.",
)
_JSON = ("integer", "year", "boolean", "object", "array", "geojson")
"""Types whose values are those of JSON."""
_ITEMS = ("string", "integer", "boolean")
"""The same for what a list holds."""
_WHOLE = 2**53
"""Beyond, a program that reads JSON may lose the last figures of a whole number."""
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False)
_NOT_JSON = re.compile("NaN|Infinity")
"""What Python reads in a JSON text and JSON does not have."""


def geojson(table: OpenTable, placement: Placement, shapes: Sequence[Shape | None]) -> bytes:
    """One feature a row, at its shape, which may be null; the columns of coordinates are not told twice."""
    kept = [one for one in table.fields if one.name not in placement.columns]
    readers = [(one.name, _reader(one)) for one in kept]
    rows = table.rows(tuple(one.name for one in kept)) if kept else repeat((), len(shapes))
    features = (
        _written({"type": "Feature", "geometry": shape, "properties": _properties(readers, row)})
        for shape, row in zip(shapes, rows, strict=True)
    )
    return b'{"type":"FeatureCollection","features":[\n' + b",\n".join(features) + b"\n]}\n"


def shapes_of(table: OpenTable, placement: Placement) -> list[Shape | None]:
    """The geometry of each row; None where there are no coordinates.

    Raises
    ------
    Refused
        `coordonnees-hors-du-globe` when some are not a longitude and a latitude.
    """
    shapes: list[Shape | None] = []
    wrong: list[str] = []
    for rank, cells in enumerate(table.rows(placement.columns), start=2):
        try:
            shapes.append(placement.read(cells))
        except ValueError:
            wrong.append(f"ligne {number(rank)} : « {', '.join(map(str, cells))} »")
    if wrong:
        raise Refused([OUT_OF_WGS84(columns=", ".join(placement.columns), examples=wrong)])
    return shapes


def _properties(readers: list[tuple[str, Callable[[str], Any]]], row: tuple[str | None, ...]) -> dict[str, Any]:
    cells = zip(readers, row, strict=True)
    return {name: None if cell is None else read(cell) for (name, read), cell in cells}


def _reader(field: Field) -> Callable[[str], Any]:
    """The value of a cell in JSON: a number, yes or no, an object; the text itself where JSON has no such value."""
    value = _value(field)

    def read(text: str) -> Any:
        return None if text in field.missing else value(text)

    return read


def _value(field: Field) -> Callable[[str], Any]:
    exact = field_types()[field.type].exact(field)
    if field.type == "number":
        return lambda text: _number(exact(text))
    if field.type == "geopoint":
        return lambda text: [rounded(one) for one in exact(text)]
    if field.type == "list":
        return exact if field.options.get("itemType", "string") in _ITEMS else str
    return (lambda text: text if _NOT_JSON.search(text) else exact(text)) if field.type in _JSON else str


def _number(value: Decimal) -> int | float | None:
    """A whole number stays whole; JSON has neither NaN nor infinity, nor what is as large."""
    near = float(value)
    if not math.isfinite(near):
        return None
    return int(near) if "." not in str(value) and near.is_integer() and abs(near) < _WHOLE else near


def _written(value: Any) -> bytes:
    return _ENCODER.encode(value).encode()
