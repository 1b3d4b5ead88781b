"""The files of a version as they are offered: what each holds, its format, its size, the type it is sent with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from coeurdeville.core.french import plural, quantity
from coeurdeville.reports.editions.edition import Edition
from coeurdeville.reports.editions.interactive_map import InteractiveMap
from coeurdeville.reports.editions.offered import WHOLE

FORMATS = {
    "pdf": ("PDF", "application/pdf"),
    "html": ("HTML", "text/html; charset=utf-8"),
    "xlsx": ("XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "csv": ("CSV", "text/csv; charset=utf-8"),
    "json": ("JSON", "application/json"),
    "geojson": ("GeoJSON", "application/geo+json"),
    "gpkg": ("GeoPackage", "application/geopackage+sqlite3"),
}
"""Ending of a name -> what people call it, what it is sent as."""
UNKNOWN_TYPE = "application/octet-stream"


@dataclass(frozen=True)
class Download:
    """One file that is offered."""

    name: str
    what: str
    format: str
    size: str
    """`245 ko`."""


def whole(files: Mapping[str, int]) -> list[Download]:
    """The files of the whole diagnostic, those that there are, in a fixed order."""
    return [_download(name, what, files[name]) for name, what in WHOLE.items() if name in files]


def of_map(found: InteractiveMap, files: Mapping[str, int]) -> list[Download]:
    """The layers of a map, with the values of their objects when there are some; those of the service first."""
    layers = sorted(found.layers, key=lambda layer: not layer.file.startswith(f"carte-{found.service}-"))
    return [_download(name, layer.words, files[name]) for layer in layers for name in [layer.data or layer.file]]


def type_of(name: str) -> str:
    """The media type of a file."""
    return FORMATS.get(_ending(name), ("", UNKNOWN_TYPE))[1]


def layers(edition: Edition) -> list[tuple[str, list[Download]]]:
    """Title of each service that has a map -> its layers."""
    titles = {page.key: page.label for page in edition.report.services}
    return [(titles[one.service], of_map(one, edition.files)) for one in edition.maps]


def weight(size: int) -> str:
    """`850 octets`, `245 ko`, `1,3 Mo`, from bytes."""
    if size < 1000:
        return plural(size, "octet")
    return quantity(size / 1000, "ko") if size < 999_500 else quantity(size / 1_000_000, "Mo", 1)


def _download(name: str, what: str, size: int) -> Download:
    return Download(name, what, FORMATS[_ending(name)][0], weight(size))


def _ending(name: str) -> str:
    return name.rpartition(".")[2]
