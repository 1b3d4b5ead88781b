"""The one way in: a path, whatever it holds, becomes `Features` or is refused in French."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from importlib import import_module
from pathlib import Path

from coeurdeville.core.french import NBSP
from coeurdeville.core.problems import Kind, Level, Problem, Refused
from coeurdeville.readers.features import Features
from coeurdeville.readers.formats import ACCEPTED, Format, announced, foreign, recognise
from coeurdeville.readers.opening import first_bytes
from coeurdeville.readers.refusals import PART_MISSING, UNREADABLE
from coeurdeville.readers.zip_safety import require_safe

UNKNOWN = Kind(
    "format-inconnu",
    "« {name} » n’est dans aucun format reconnu{seen}.",
    "Formats acceptés : {accepted}.",
)
MISNAMED = Kind(
    "extension-trompeuse",
    "« {name} » n’est pas ce que son extension « {extension} » annonce : c’est {found}.",
    "Renommer le fichier avec la bonne extension, ou vérifier que c’est le bon fichier.",
    Level.WARNING,
)

_READERS = {
    Format.CSV: "csv",
    Format.XLSX: "spreadsheet",
    Format.XLS: "spreadsheet",
    Format.ODS: "spreadsheet",
    Format.JSON: "json_table",
    Format.GEOJSON: "geojson",
    Format.GPKG: "vector",
    Format.SHAPEFILE: "shapefile",
    Format.MAPINFO: "vector",
    Format.OSM: "osm",
    Format.PBF: "osm",
    Format.PARQUET: "parquet",
    Format.ZIP: "archive",
    Format.GZIP: "archive",
}
_WITH_PARTS = {Format.XLSX, Format.XLS, Format.ODS, Format.GPKG, Format.MAPINFO, Format.ZIP, Format.GZIP}
_COMPANIONS = {".shx", ".prj", ".cpg", ".qpj", ".sbn", ".sbx"}


def read(path: Path | str, *, part: str | None = None) -> Features:
    """What the file holds, recognised by its content and not by its name.

    Parameters
    ----------
    path : a file; for a loose Shapefile any of its files.
    part : which sheet of a workbook, layer of a GeoPackage or file of an archive. By default the first
        one that holds data, and the others are named in the notes.

    Raises
    ------
    Refused : nothing can be read; its problems say why and what to do. A file that is readable but is not what
        its extension says is read, with a warning.
    """
    path = _main_file(Path(path))
    found = recognised(path)
    misnamed = _misnamed(path, found)
    try:
        features = _reader(found, part, path.name)(path)
    except Refused as refusal:
        raise Refused([*misnamed, *refusal.problems]) from refusal
    return replace(features, notes=(*misnamed, *features.notes))


def _main_file(path: Path) -> Path:
    """The `.shp` when one of its companions is given."""
    main = path.with_suffix(".shp")
    return main if path.suffix.lower() in _COMPANIONS and main.exists() else path


def recognised(path: Path) -> Format:
    """The format of a file, by its content; a ZIP is opened to see whether it is a workbook.

    Raises `Refused` when the file cannot be opened, is in no format that is read, or is a dangerous archive.
    """
    head = first_bytes(path)
    found = recognise(head, path.suffix.lower())
    if found is Format.ZIP:
        return _inside(path)
    if found is None:
        kind = foreign(head)
        raise Refused([*_announced_but(path, kind), UNKNOWN(name=path.name, seen=_seen(kind), accepted=ACCEPTED)])
    return found


def _inside(path: Path) -> Format:
    """The workbook that a ZIP is, or an archive; a workbook can hide a bomb as well as an archive."""
    try:
        with zipfile.ZipFile(path) as archive:
            require_safe(archive, path.name)
            names = set(archive.namelist())
    except (zipfile.BadZipFile, OSError) as failure:
        claimed = next(iter(announced(path.suffix)), Format.ZIP)
        raise Refused([UNREADABLE(name=path.name, format=claimed, reason="la fin du fichier manque")]) from failure
    if "xl/workbook.xml" in names:
        return Format.XLSX
    return Format.ODS if {"mimetype", "content.xml"} <= names else Format.ZIP


def _reader(found: Format, part: str | None, name: str) -> Callable[[Path], Features]:
    """The reader of a format, its module imported now. A part of a file that has none is refused."""
    reader = import_module(f"coeurdeville.readers.{_READERS[found]}").read
    if found in _WITH_PARTS:
        return partial(reader, found=found, part=part)
    if part is not None:
        raise Refused([PART_MISSING(part=part, name=name, available="ce fichier n’a qu’un contenu")])
    return partial(reader)


def _misnamed(path: Path, found: Format) -> tuple[Problem, ...]:
    claimed = announced(path.suffix)
    if not claimed or found in claimed:
        return ()
    return (MISNAMED(name=path.name, extension=path.suffix, found=f"un fichier de format {found}"),)


def _announced_but(path: Path, kind: str) -> tuple[Problem, ...]:
    if not announced(path.suffix):
        return ()
    return (MISNAMED(name=path.name, extension=path.suffix, found=kind or "un fichier d’un autre format"),)


def _seen(kind: str) -> str:
    return f"{NBSP}: c’est {kind}" if kind else ""
