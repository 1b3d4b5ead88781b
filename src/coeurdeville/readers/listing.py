"""What a file holds when it holds several things: the choice to offer before it is read."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from coeurdeville.readers.formats import Format
from coeurdeville.readers.read import recognised


def parts_of(path: Path) -> tuple[str, ...]:
    """Sheets with a table, layers with objects, or files of data, as `read` takes them by `part`.

    One name or none: there is nothing to choose. Raises `Refused` when the file cannot be opened.
    """
    found = recognised(path)
    if found in (Format.XLSX, Format.XLS, Format.ODS):
        sheets: tuple[str, ...] = import_module("coeurdeville.readers.spreadsheet").sheets(path)
        return sheets
    if found is Format.GPKG:
        layers: tuple[str, ...] = import_module("coeurdeville.readers.vector").layers(path, found)
        return layers
    if found is Format.ZIP:
        files: tuple[str, ...] = import_module("coeurdeville.readers.archive").files(path)
        return files
    return ()
