"""GeoJSON: longitude and latitude unless an old `crs` member says otherwise."""

from __future__ import annotations

from pathlib import Path

from coeurdeville.core.problems import Refused
from coeurdeville.readers import gdal
from coeurdeville.readers.encoding import utf8_source
from coeurdeville.readers.features import Features
from coeurdeville.readers.formats import Format
from coeurdeville.readers.refusals import UNREADABLE


def read(path: Path) -> Features:
    """Any GeoJSON: a collection, one feature or one geometry. Text that is not UTF-8 is read in Windows-1252."""
    _require_whole(path)
    source, notes = utf8_source(path)
    layer = gdal.read_layer(source, path.name, Format.GEOJSON)
    return gdal.features(layer, path.name, Format.GEOJSON, notes)


def _require_whole(path: Path) -> None:
    """GDAL reads a collection cut before its first feature as an empty one."""
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - 1024))
        end = file.read().rstrip(b" \t\r\n\0\x1a")
    if not end.endswith(b"}"):
        raise Refused([UNREADABLE(name=path.name, format=Format.GEOJSON, reason="la fin du fichier manque")])
