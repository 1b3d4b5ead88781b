"""What a file that arrives may be: the formats that are read as data, then documents and pictures."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeAlias

from coeurdeville.readers.formats import CLAIMS, Format


class Document(StrEnum):
    """What is kept and shown, and read as no table."""

    PDF = "document PDF"
    PNG = "image PNG"
    JPEG = "image JPEG"
    WEBP = "image WebP"


Sort: TypeAlias = Format | Document

OF_DOCUMENTS: dict[str, Sort] = {
    ".pdf": Document.PDF,
    ".png": Document.PNG,
    ".jpg": Document.JPEG,
    ".jpeg": Document.JPEG,
    ".webp": Document.WEBP,
}
"""What each extension of a document announces."""
USUAL: dict[Sort, str] = {
    Format.CSV: ".csv",
    Format.XLSX: ".xlsx",
    Format.XLS: ".xls",
    Format.ODS: ".ods",
    Format.JSON: ".json",
    Format.GEOJSON: ".geojson",
    Format.GPKG: ".gpkg",
    Format.SHAPEFILE: ".shp",
    Format.MAPINFO: ".tab",
    Format.OSM: ".osm",
    Format.PBF: ".pbf",
    Format.PARQUET: ".parquet",
    Format.ZIP: ".zip",
    Format.GZIP: ".gz",
    Document.PDF: ".pdf",
    Document.PNG: ".png",
    Document.JPEG: ".jpg",
    Document.WEBP: ".webp",
}
"""The extension that each sort is kept under when its own is another's."""
COMPANIONS = frozenset({".shx", ".prj", ".cpg", ".qpj", ".id", ".dat", ".map", ".mid"})
"""Extensions of the files that go with a Shapefile or a MapInfo table."""


def claimed(extension: str) -> frozenset[Sort]:
    """What an extension (lower case, with its dot) announces; empty when it announces nothing."""
    document = OF_DOCUMENTS.get(extension)
    return frozenset({document}) if document is not None else frozenset(CLAIMS.get(extension, ()))
