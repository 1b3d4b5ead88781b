"""A file of data of the package: what catalogues say of it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass


@dataclass(frozen=True)
class Format:
    """A format of data files."""

    extension: str
    title: str
    media_type: str
    eu: str
    """Its code in the vocabulary `file-type` of the Publications Office."""


CSV = Format("csv", "CSV", "text/csv", "CSV")
GEOJSON = Format("geojson", "GeoJSON", "application/geo+json", "GEOJSON")


@dataclass(frozen=True)
class Resource:
    """A file of data."""

    name: str
    """Name of the file."""
    format: Format
    size: int
    """Bytes."""
    sha256: str
    """Its fingerprint, in hexadecimal."""


def resource_of(dataset: str, written: Format, content: bytes) -> Resource:
    """The file that holds `content` in the format `written`, named after the identifier of the dataset."""
    return Resource(f"{dataset}.{written.extension}", written, len(content), hashlib.sha256(content).hexdigest())
