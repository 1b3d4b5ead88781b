"""GeoJSON, one object a line, six decimals: for a screen, a class and a text; for data, their values; with an index."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from coeurdeville.reports.editions.feature_index import INDEX
from coeurdeville.reports.editions.interactive_map import Bounds
from coeurdeville.territories.projections import WGS84, to_crs

DECIMALS = 6
"""About ten centimetres."""
UNKNOWN = -1
"""Rank of an object whose class is not known."""
LONG = re.compile(r"-?\d+\.\d{7,}(?:e-\d+)?")
"""GEOS writes one number in a thousand longer than needed: 49.061476999999996 for 49.061477."""
HEAD, BETWEEN, TAIL = b'{"type":"FeatureCollection","features":[\n', b",\n", b"\n]}\n"


def in_degrees(shapes: NDArray[np.object_], crs: int) -> NDArray[np.object_]:
    """Shapes of a projection as they are written: longitude and latitude rounded, outer rings counterclockwise."""

    def rounded(coordinates: Any) -> Any:
        return np.round(to_crs(coordinates, crs, WGS84), DECIMALS) + 0.0

    return np.asarray(shapely.orient_polygons(shapely.transform(shapes, rounded)), dtype=object)


def view_of(west: float, south: float, east: float, north: float, crs: int) -> Bounds:
    """The rectangle in degrees that holds a rectangle of a projection, whose sides bend."""
    sides = shapely.segmentize(shapely.box(west, south, east, north), max((east - west), (north - south)) / 8)
    return bounds_of(in_degrees(np.array([sides], dtype=object), crs))


def bounds_of(shapes: NDArray[np.object_]) -> Bounds:
    """West, south, east, north of shapes in degrees; there must be one at least."""
    west, south, east, north = shapely.total_bounds(shapes).tolist()
    return west, south, east, north


def write_features(
    shapes: NDArray[np.object_], ranks: NDArray[np.int64], texts: Sequence[str] | None = None
) -> tuple[bytes, bytes]:
    """The file and its index, from shapes in degrees; a text for each object, or none at all."""
    return _collected(shapes, _properties(ranks, texts), HEAD)


def write_values(
    shapes: NDArray[np.object_], properties: Iterable[str], members: Mapping[str, Any]
) -> tuple[bytes, bytes]:
    """The file and its index, from the properties of each object in JSON, and what is said of them all."""
    head = json.dumps({"type": "FeatureCollection", **members}, ensure_ascii=False, separators=(",", ":"))
    return _collected(shapes, properties, f'{head[:-1]},"features":[\n'.encode())


def _collected(shapes: NDArray[np.object_], properties: Iterable[str], head: bytes) -> tuple[bytes, bytes]:
    pieces = [_piece(*one) for one in zip(properties, shapely.to_geojson(shapes), strict=True)]
    return head + BETWEEN.join(pieces) + TAIL, _index(shapes, pieces, len(head))


def _piece(properties: str, geometry: str) -> bytes:
    written = LONG.sub(lambda found: repr(float(found[0])), geometry)
    return f'{{"type":"Feature","properties":{properties},"geometry":{written}}}'.encode()


def _properties(ranks: NDArray[np.int64], texts: Sequence[str] | None) -> list[str]:
    """Each different text is written in JSON once."""
    known = ["null" if rank == UNKNOWN else str(rank) for rank in ranks.tolist()]
    if texts is None:
        return [f'{{"c":{rank}}}' for rank in known]
    written = {text: json.dumps(text, ensure_ascii=False) for text in set(texts)}
    return [f'{{"c":{rank},"t":{written[text]}}}' for rank, text in zip(known, texts, strict=True)]


def _index(shapes: NDArray[np.object_], pieces: Sequence[bytes], head: int) -> bytes:
    """Where each object is, on the ground and in the file."""
    rows = np.empty(len(pieces), dtype=INDEX)
    rows["bounds"] = shapely.bounds(shapes)
    rows["length"] = [len(piece) for piece in pieces]
    rows["start"] = head + np.cumsum(rows["length"] + len(BETWEEN)) - rows["length"] - len(BETWEEN)
    file = io.BytesIO()
    np.save(file, rows, allow_pickle=False)
    return file.getvalue()
