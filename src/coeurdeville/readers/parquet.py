"""Parquet and GeoParquet."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np

from coeurdeville.core.problems import Refused
from coeurdeville.readers import gdal
from coeurdeville.readers.features import Features
from coeurdeville.readers.formats import Format
from coeurdeville.readers.refusals import UNREADABLE, refusing


def read(path: Path) -> Features:
    """A Parquet table with its types; the main geometry column of a GeoParquet becomes the geometry.

    The projection is the one its metadata gives; none given means longitude and latitude, as GeoParquet says.
    """
    import pyarrow as pa
    from pyarrow import parquet

    with refusing(path.name, Format.PARQUET, pa.ArrowException, OSError, ValueError):
        table = parquet.read_table(path)
        geo = json.loads((table.schema.metadata or {}).get(b"geo", b"null"))
    crs, encoded = None, None
    if geo is not None:
        column = geo["primary_column"]
        crs = _crs(geo["columns"][column])
        encoded = _wkb(table[column], geo["columns"][column], path.name)
        table = table.drop_columns([column])
    frame = table.to_pandas(ignore_metadata=True).reindex(range(table.num_rows))
    return gdal.features(gdal.Layer(frame, encoded, crs, ()), path.name, Format.PARQUET)


def _wkb(column: Any, described: dict[str, Any], name: str) -> Any:
    """The shapes as WKB, the only encoding read."""
    if described.get("encoding") != "WKB":
        reason = f"géométrie en {described.get('encoding')} et non en WKB"
        raise Refused([UNREADABLE(name=name, format=Format.PARQUET, reason=reason)])
    return np.array(column.to_pylist(), dtype=object)


def _crs(column: dict[str, Any]) -> str | None:
    """What the metadata say: an absent member is CRS84, a null one is unknown."""
    if "crs" not in column:
        return "EPSG:4326"
    said = column["crs"]
    if said is None:
        return None
    identity = said.get("id", {}) if isinstance(said, dict) else {}
    if identity.get("authority") == "EPSG":
        return f"EPSG:{identity['code']}"
    return json.dumps(said)
