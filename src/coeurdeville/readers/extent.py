"""How large a sheet is once open, told from its file: a few bytes can claim billions of cells."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO
from xml.etree import ElementTree

from coeurdeville.core.french import number
from coeurdeville.core.problems import Refused
from coeurdeville.readers import limits
from coeurdeville.readers.formats import Format
from coeurdeville.readers.zip_safety import DANGEROUS

_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_CELL = re.compile(rb'\sr="([A-Z]{1,3})([0-9]{1,7})"')
_CHUNK, _OVERLAP = 1 << 20, 64
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
Extent = tuple[int, int]
"""Rows and columns from A1 to the last cell."""


def require_bounded(path: Path, found: Format) -> None:
    """Nothing when each sheet of a workbook holds at most `limits.MAX_CELLS` cells from A1 to its last one.

    Raises `Refused` (`archive-dangereuse`) when one holds more. An XLS cannot: its format bounds it.
    """
    if found not in (Format.XLSX, Format.ODS):
        return
    with zipfile.ZipFile(path) as archive:
        for rows, columns in _xlsx(archive) if found is Format.XLSX else _ods(archive):
            if rows * columns > limits.MAX_CELLS:
                reason = f"une feuille y occupe {number(rows)} lignes sur {number(columns)} colonnes"
                raise Refused([DANGEROUS(name=path.name, reason=reason)])


def _xlsx(archive: zipfile.ZipFile) -> Iterator[Extent]:
    for name in filter(_SHEET.fullmatch, archive.namelist()):
        with archive.open(name) as file:
            yield _farthest(file)


def _farthest(file: IO[bytes]) -> Extent:
    rows, columns, kept = 0, 0, b""
    while chunk := file.read(_CHUNK):
        text = kept + chunk
        cells = _CELL.findall(text)
        rows = max([rows, *map(int, {row for _, row in cells})])
        columns = max([columns, *map(_rank, {letters for letters, _ in cells})])
        kept = text[-_OVERLAP:]
    return rows, columns


def _rank(letters: bytes) -> int:
    """`A` is 1, `Z` 26, `AA` 27."""
    rank = 0
    for letter in letters:
        rank = 26 * rank + letter - 64
    return rank


def _ods(archive: zipfile.ZipFile) -> Iterator[Extent]:
    """Rows and cells are repeated by a number; those that are empty count when something follows."""
    rows = pending = columns = width = place = 0
    with archive.open("content.xml") as file:
        for _, element in ElementTree.iterparse(file):
            if element.tag in (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
                place += _times(element, "columns")
                width = place if len(element) else width
            elif element.tag == f"{_TABLE}table-row":
                pending += _times(element, "rows")
                if width:
                    rows, columns, pending = rows + pending, max(columns, width), 0
                place = width = 0
                element.clear()
            elif element.tag == f"{_TABLE}table":
                yield rows, columns
                rows = pending = columns = 0
                element.clear()


def _times(element: ElementTree.Element, what: str) -> int:
    return int(element.get(f"{_TABLE}number-{what}-repeated") or 1)
