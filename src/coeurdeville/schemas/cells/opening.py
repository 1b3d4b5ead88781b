"""The one way in: a file of any format that is read, as raw cells."""

from __future__ import annotations

import codecs
import csv
import io
import re
from dataclasses import replace
from itertools import islice
from pathlib import Path

from coeurdeville.core.problems import Kind, Level, Problem, Refused
from coeurdeville.readers.archive import unpacked
from coeurdeville.readers.delimiter import find_delimiter
from coeurdeville.readers.encoding import to_utf8
from coeurdeville.readers.formats import HEAD, Format
from coeurdeville.readers.header import LOOKED_AT
from coeurdeville.readers.quotes import without_open_quotes
from coeurdeville.readers.read import recognised
from coeurdeville.readers.refusals import PART_MISSING
from coeurdeville.schemas.cells.features import read_features
from coeurdeville.schemas.cells.header import best_header
from coeurdeville.schemas.cells.table import Cells
from coeurdeville.schemas.cells.text import OTHER_ENCODING, read_text
from coeurdeville.schemas.cells.workbook import read_workbook
from coeurdeville.schemas.model import TableSchema

MIXED = Kind(
    "encodages-melanges",
    "« {name} » mêle deux encodages : des accents y sont en UTF-8, d’autres non ; les premiers sont mal lus.",
    "Réunir de nouveau les fichiers d’origine, chacun enregistré d’abord en UTF-8.",
    Level.WARNING,
)
UTF8_ACCENT = re.compile(rb"\xc3[\x80-\xbf]|\xe2\x80[\x90-\xbf]")
"""An accented letter or a mark of French in UTF-8, which as Windows-1252 makes no word."""
WORKBOOKS = (Format.XLSX, Format.XLS, Format.ODS)
ARCHIVES = (Format.ZIP, Format.GZIP)


def open_cells(path: Path, *, part: str | None = None, schema: TableSchema | None = None) -> Cells:
    """The cells of a file, whose format is told by its content.

    Parameters
    ----------
    part
        Sheet of a workbook, layer of a GeoPackage or file of an archive; by default the first that holds data.
    schema
        Helps to find the header under titles, and says whether points are wanted as two columns.

    Raises
    ------
    Refused
        The file cannot be opened, is in no format that is read, is dangerous, damaged, or holds nothing.
    """
    found = recognised(path)
    if found in WORKBOOKS:
        return read_workbook(path, found, part=part, schema=schema)
    if found in ARCHIVES:
        with unpacked(path, found, part) as (inner, inner_part):
            return replace(open_cells(inner, part=inner_part, schema=schema), name=f"{path.name} : {inner.name}")
    if found is not Format.CSV or path.suffix.lower() in (".shp", ".dbf", ".shx", ".prj"):
        return read_features(path, part=part, schema=schema)
    if part is not None:
        raise Refused([_no_part(path, part)])
    return _noting_mixture(read_text(path, header_row=_header_row(path, schema)), path)


def _noting_mixture(cells: Cells, path: Path) -> Cells:
    """The same cells; that a text which is not UTF-8 as a whole is so in places is said."""
    if not any(note.code == OTHER_ENCODING.code for note in cells.notes):
        return cells
    data = path.read_bytes()
    count = 0 if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else len(UTF8_ACCENT.findall(data))
    return replace(cells, notes=(*cells.notes, MIXED(name=path.name, count=count))) if count else cells


def _no_part(path: Path, part: str) -> Problem:
    return PART_MISSING(part=part, name=path.name, available="ce fichier n’a qu’un contenu")


def _header_row(path: Path, schema: TableSchema | None) -> int:
    """Rank of the row that has names of the schema; 0 when none has, for it to be searched."""
    if schema is None:
        return 0
    with path.open("rb") as file:
        sample = to_utf8(_whole_lines(file.read(HEAD)), path.name).data.decode()
    delimiter = find_delimiter(sample)
    closed = without_open_quotes(sample.encode(), delimiter).data.decode()
    rows = csv.reader(io.StringIO(closed, newline=""), delimiter=delimiter)
    best = best_header(list(islice(rows, LOOKED_AT)), schema)
    return 0 if best is None else best + 1


def _whole_lines(data: bytes) -> bytes:
    """Cut at the last line break, so that no character is cut."""
    return data[: data.rfind(b"\n") + 1] or data
