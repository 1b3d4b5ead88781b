"""Text tables: encoding and delimiter found as the readers find them, cells kept as they are typed."""

from __future__ import annotations

import csv
import io
from itertools import islice
from pathlib import Path

from coeurdeville.core.problems import Kind, Level, Problem
from coeurdeville.readers.csv import read_as
from coeurdeville.readers.delimiter import find_delimiter
from coeurdeville.readers.encoding import UTF8, to_utf8
from coeurdeville.readers.header import LOOKED_AT, find_header
from coeurdeville.readers.quotes import without_open_quotes
from coeurdeville.schemas.cells.rows import parts_of, rows_at
from coeurdeville.schemas.cells.table import Cells

OTHER_ENCODING = Kind(
    "encoding-error",
    "« {name} » est en {encoding} ; un fichier à publier est en UTF-8.",
    "L’enregistrer en UTF-8 ; « coeurdeville schema reparer » le fait.",
    Level.WARNING,
)
TITLES = Kind(
    "titres-avant-entete",
    "L’en-tête de « {name} » est à la ligne {row} ; un fichier à publier commence par son en-tête.",
    "Retirer les lignes de titre ; « coeurdeville schema reparer » le fait.",
    Level.WARNING,
)
_SAMPLE = 1 << 16


def read_text(path: Path, *, delimiter: str = "", header_row: int = 0) -> Cells:
    """A text table. A delimiter or a header row that is not given is searched for; a title found above is said."""
    text = to_utf8(path.read_bytes(), path.name)
    delimiter = delimiter or find_delimiter(text.data[:_SAMPLE].decode(errors="ignore"))
    closed = without_open_quotes(text.data, delimiter)
    sample = closed.data[:_SAMPLE].decode(errors="ignore")
    top = list(islice(csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter), LOOKED_AT + 1))
    if not any(cell.strip() for row in top for cell in row):
        return Cells(path.name, (), 0, iter(()), text.notes)
    header_row = header_row or _header(top, path.name)
    labels = tuple(cell.strip() for cell in top[header_row - 1])
    start = _offset(sample, header_row, delimiter)
    notes: list[Problem] = [*text.notes]
    if text.encoding != UTF8:
        notes.append(OTHER_ENCODING(name=path.name, encoding=text.encoding))
    if header_row > 1:
        notes.append(TITLES(name=path.name, row=header_row))
    parts = parts_of(closed.data, start, header_row + 1, len(labels), delimiter)
    said = read_as(text, delimiter, path.name).message
    opened = rows_at(closed.data, closed.opened, delimiter)
    return Cells(path.name, labels, header_row, parts, tuple(notes), len(closed.data), said, opened)


def _header(top: list[list[str]], name: str) -> int:
    """Rank of the header; the first row when none is found, for a schema has names to compare it with."""
    return max(find_header(top, range(1, len(top) + 2), name).row, 0) + 1


def _offset(sample: str, rows: int, delimiter: str) -> int:
    """The bytes that the first rows take, line breaks inside quotes included."""
    source = io.StringIO(sample, newline="")
    reader = csv.reader(source, delimiter=delimiter)
    for _ in range(rows):
        next(reader, None)
    lines = reader.line_num
    return sum(len(line.encode()) for line in islice(io.StringIO(sample, newline=""), lines))
