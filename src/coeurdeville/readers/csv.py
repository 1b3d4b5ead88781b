"""Text tables: any delimiter, French encodings, title lines, uneven rows; every cell is kept as text."""

from __future__ import annotations

import csv
import io
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from coeurdeville.core.problems import Kind, Level, Problem, Refused
from coeurdeville.readers.csv_rows import SURPLUS, Rows, read_rows
from coeurdeville.readers.delimiter import CANDIDATES, NONE, find_delimiter
from coeurdeville.readers.encoding import CP1252, Text, to_utf8
from coeurdeville.readers.features import Features
from coeurdeville.readers.formats import Format
from coeurdeville.readers.header import LOOKED_AT, Header, find_header
from coeurdeville.readers.quotes import without_open_quotes
from coeurdeville.readers.refusals import EMPTY
from coeurdeville.readers.tidy import tidy

READ_AS = Kind(
    "lecture-texte",
    "« {name} » est lu en {encoding}, {cells}.",
    "Rien à faire si les accents et les colonnes sont justes.",
    Level.NOTE,
)
RAGGED = Kind(
    "lignes-irregulieres",
    "Des lignes de « {name} » n’ont pas {width} cellules comme l’en-tête : ce qui manque est laissé vide, "
    "ce qui est en trop est gardé dans la colonne « {surplus} ».",
    "Vérifier ces lignes : un séparateur ou un guillemet y est souvent mal placé.",
    Level.WARNING,
)
_SAMPLE = 65_536


def read(path: Path) -> Features:
    """Any table in text. `row_numbers` counts the physical lines, those inside quotes included.

    Raises `Refused` when there is nothing but blanks.
    """
    text = to_utf8(path.read_bytes(), path.name)
    if not text.data.strip():
        raise Refused([EMPTY(name=path.name)])
    delimiter = find_delimiter(text.data[:_SAMPLE].decode(errors="ignore"))
    closed = without_open_quotes(text.data, delimiter)
    sample = closed.data[:_SAMPLE].decode(errors="ignore")
    top, lines = _top(sample, delimiter)
    if not any(cell.strip() for row in top for cell in row):
        raise Refused([EMPTY(name=path.name)])
    header = find_header(top, lines, f"« {path.name} »")
    first = lines[header.row + 1]
    rows = read_rows(closed.data, _offset(sample, first - 1), header.names, delimiter, path.name)
    numbers = first + np.arange(len(rows.frame)) + np.r_[0, np.cumsum(rows.broken_lines)[:-1]][: len(rows.frame)]
    ragged = _saying_ragged(rows, numbers, header, path.name)
    frame, numbers, notes = tidy(rows.frame, numbers, sorted(header.unnamed & {*rows.frame}), path.name)
    said = (
        read_as(text, delimiter, path.name),
        *text.notes,
        *header.notes,
        *closed.problems(path.name),
        *ragged,
        *notes,
    )
    return Features(frame, numbers.astype(np.int64), Format.CSV, path.name, notes=said)


def _top(sample: str, delimiter: str) -> tuple[list[list[str]], list[int]]:
    """The first rows, until enough are not blank, and the line where each starts; one more for the row after them."""
    reader = csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter)
    rows, lines, said = [], [1], 0
    for row in reader:
        rows.append(row)
        lines.append(reader.line_num + 1)
        said += any(cell.strip() for cell in row)
        if said == LOOKED_AT:
            break
    return rows, lines


def _offset(sample: str, lines: int) -> int:
    """The bytes that the first lines take, whatever ends them."""
    return sum(len(line.encode()) for line in islice(io.StringIO(sample, newline=""), lines))


def _saying_ragged(rows: Rows, numbers: NDArray[np.int64], header: Header, name: str) -> tuple[Problem, ...]:
    if not rows.uneven.any():
        return ()
    examples = [f"ligne {line}" for line in numbers[rows.uneven][:5]]
    count = int(rows.uneven.sum())
    return (RAGGED(name=name, width=len(header.names), surplus=SURPLUS, examples=examples, count=count),)


def read_as(text: Text, delimiter: str, name: str) -> Problem:
    """How a text table was read: its encoding, what separates its cells."""
    encoding = f"{text.encoding} (il n’est pas en UTF-8)" if text.encoding == CP1252 else text.encoding
    cells = "en une seule colonne" if delimiter == NONE else f"séparateur : {CANDIDATES[delimiter]}"
    return READ_AS(name=name, encoding=encoding, cells=cells)
