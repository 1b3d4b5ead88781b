"""Which format a file is in: what its first bytes say, then what its extension claims."""

from __future__ import annotations

import re
from enum import StrEnum

HEAD = 65_536
"""Bytes looked at to recognise a format."""


class Format(StrEnum):
    """The formats that are read, named as a town's officer knows them."""

    CSV = "CSV"
    XLSX = "classeur Excel (.xlsx)"
    XLS = "ancien classeur Excel (.xls)"
    ODS = "classeur LibreOffice (.ods)"
    JSON = "tableau JSON"
    GEOJSON = "GeoJSON"
    GPKG = "GeoPackage"
    SHAPEFILE = "Shapefile"
    MAPINFO = "MapInfo"
    OSM = "OpenStreetMap (.osm)"
    PBF = "OpenStreetMap compact (.pbf)"
    PARQUET = "Parquet"
    ZIP = "archive ZIP"
    GZIP = "fichier compressé gzip"


CLAIMS: dict[str, frozenset[Format]] = {
    ".csv": frozenset({Format.CSV}),
    ".tsv": frozenset({Format.CSV}),
    ".txt": frozenset({Format.CSV}),
    ".xlsx": frozenset({Format.XLSX}),
    ".xlsm": frozenset({Format.XLSX}),
    ".xls": frozenset({Format.XLS}),
    ".ods": frozenset({Format.ODS}),
    ".json": frozenset({Format.JSON, Format.GEOJSON}),
    ".geojson": frozenset({Format.GEOJSON}),
    ".gpkg": frozenset({Format.GPKG}),
    ".shp": frozenset({Format.SHAPEFILE}),
    ".dbf": frozenset({Format.SHAPEFILE}),
    ".tab": frozenset({Format.MAPINFO, Format.CSV}),
    ".mif": frozenset({Format.MAPINFO}),
    ".osm": frozenset({Format.OSM}),
    ".pbf": frozenset({Format.PBF}),
    ".parquet": frozenset({Format.PARQUET}),
    ".geoparquet": frozenset({Format.PARQUET}),
    ".zip": frozenset({Format.ZIP}),
    ".gz": frozenset({Format.GZIP}),
}
"""What each extension announces; one that is not here announces nothing."""

ACCEPTED = "CSV, XLSX, XLS, ODS, JSON, GeoJSON, GeoPackage, Shapefile, MapInfo, OpenStreetMap, Parquet, ZIP"

_MAGIC: tuple[tuple[re.Pattern[bytes], Format], ...] = (
    (re.compile(rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), Format.XLS),
    (re.compile(rb"SQLite format 3\x00.{52}GP", re.DOTALL), Format.GPKG),
    (re.compile(rb"PAR1"), Format.PARQUET),
    (re.compile(rb"\x00\x00\x27\x0a"), Format.SHAPEFILE),
    (re.compile(rb".{4}\x0a\x09OSMHeader", re.DOTALL), Format.PBF),
    (re.compile(rb"\x1f\x8b"), Format.GZIP),
    (re.compile(rb"(\xef\xbb\xbf)?\s*(<\?xml.*?)?<osm[\s>]", re.DOTALL), Format.OSM),
    (re.compile(rb"(?i)!table"), Format.MAPINFO),
    (re.compile(rb"(?i)version\s+\d+\s+.*?\bcolumns\s+\d", re.DOTALL), Format.MAPINFO),
)
_FOREIGN: tuple[tuple[re.Pattern[bytes], str], ...] = (
    (re.compile(rb"%PDF"), "un document PDF"),
    (re.compile(rb"\x89PNG|\xff\xd8\xff|GIF8"), "une image"),
    (re.compile(rb"II\*\x00|MM\x00\*"), "une image TIFF (ou un raster GeoTIFF)"),
    (re.compile(rb"(?i)(\xef\xbb\xbf)?\s*(<!doctype html|<html)"), "une page web"),
    (re.compile(rb"7z\xbc\xaf|Rar!"), "une archive 7z ou RAR"),
    (re.compile(rb"AC10"), "un plan AutoCAD (DWG)"),
    (re.compile(rb"SQLite format 3"), "une base SQLite qui n’est pas un GeoPackage"),
    (re.compile(rb"(\xef\xbb\xbf)?\s*<"), "un document XML qui n’est pas d’OpenStreetMap"),
)
_OF_SHAPES = re.compile(
    r'"type"\s*:\s*"(FeatureCollection|Feature|(Multi)?(Point|LineString|Polygon)|GeometryCollection)"'
    r'|"features"\s*:\s*\['
)
_CONTROLS = bytes({*range(1, 9), *range(14, 26), *range(28, 32)})


def recognise(head: bytes, extension: str) -> Format | None:
    """The format that the first `HEAD` bytes show, None when they show none that is read.

    A ZIP is an archive here: whether it is a workbook is seen inside. The extension only serves for
    DBF tables, whose first byte proves nothing.
    """
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return Format.ZIP
    for pattern, found in _MAGIC:
        if pattern.match(head):
            return found
    if extension == ".dbf" and head[:1] in (b"\x03", b"\x83", b"\x8b", b"\x30"):
        return Format.SHAPEFILE
    if foreign(head) or not _is_text(head):
        return None
    return _json(head) or Format.CSV


def foreign(head: bytes) -> str:
    """What the file is when it is known and not read, as a French noun with its article; else empty."""
    return next((name for pattern, name in _FOREIGN if pattern.match(head)), "")


def announced(extension: str) -> frozenset[Format]:
    """The formats that an extension (with its dot, any case) claims; empty when it claims none."""
    return CLAIMS.get(extension.lower(), frozenset())


def _json(head: bytes) -> Format | None:
    text = head.decode("utf-8", errors="ignore").lstrip("\ufeff \t\r\n")
    if not text.startswith(("{", "[")):
        return None
    return Format.GEOJSON if text.startswith("{") and _OF_SHAPES.search(text) else Format.JSON


def _is_text(head: bytes) -> bool:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    strange = len(head) - len(head.translate(None, _CONTROLS))
    return strange <= len(head) // 1000 and head.count(0) <= len(head) // 10
