"""Workbooks (XLSX, XLS, ODS): one sheet, every cell as text, its header found under titles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from coeurdeville.core.problems import Kind, Level, Problem
from coeurdeville.readers.formats import Format
from coeurdeville.readers.header import LOOKED_AT, find_header
from coeurdeville.readers.merged import spread_over
from coeurdeville.readers.spreadsheet import open_sheet
from coeurdeville.schemas.cells.header import best_header
from coeurdeville.schemas.cells.table import Cells, Part, text_frame
from coeurdeville.schemas.cells.text import TITLES
from coeurdeville.schemas.cells.values import text_of
from coeurdeville.schemas.model import TableSchema

MERGED = Kind(
    "cellules-fusionnees",
    "Des cellules de « {name} » sont fusionnées : seule la première de chaque groupe a une valeur.",
    "Défusionner ces cellules et répéter la valeur sur chaque ligne.",
    Level.WARNING,
)
TWO_ROWS = Kind(
    "entete-sur-deux-lignes",
    "L’en-tête de « {name} » tient sur deux lignes ; les noms des colonnes réunissent les deux : {labels}.",
    "Ne garder qu’une ligne d’en-tête.",
    Level.WARNING,
)
ROWS = 100_000
"""Rows of a part."""


def read_workbook(path: Path, found: Format, *, part: str | None = None, schema: TableSchema | None = None) -> Cells:
    """The sheet named `part`, else the first visible one with a table; the others, when there are, are said.

    The header is the row that has most names of `schema` when one has some, else the one found under titles.

    Raises
    ------
    Refused
        The workbook is damaged, protected, dangerous, or holds nothing.
    """
    sheet = open_sheet(path, found, part)
    rows = [[text_of(cell) for cell in row] for row in _trimmed(sheet.rows)]
    top = [list(row) for row in rows[:LOOKED_AT]]
    doubled = spread_over(top, sheet.merged)
    header = best_header(top, schema)
    if header is None:
        header = max(find_header(top, range(1, len(top) + 1), path.name).row, 0)
    on_two = header == doubled
    first = header + (2 if on_two else 1)
    labels = tuple(cell.strip() for cell in top[header])
    notes = [*sheet.notes, *_saying_header(path.name, rows, header, labels if on_two else ())]
    merged = [_range(one) for one in sheet.merged if one[1][0] >= first]
    if merged:
        notes.append(MERGED(name=path.name, examples=merged))
    width = _width(labels, rows[first:])
    return Cells(path.name, labels[:width], header + 1, _parts(rows, first, width), tuple(notes), path.stat().st_size)


def _saying_header(name: str, rows: Sequence[Sequence[str]], header: int, labels: Sequence[str]) -> Iterator[Problem]:
    if any(cell.strip() for row in rows[:header] for cell in row):
        yield TITLES(name=name, row=header + 1)
    if labels:
        yield TWO_ROWS(name=name, labels=", ".join(filter(None, labels)))


def _trimmed(rows: list[list[Any]]) -> list[list[Any]]:
    """The rows without the blank ones at the end, which a workbook keeps for their look."""
    last = next(rank for rank in range(len(rows) - 1, -1, -1) if any(cell != "" for cell in rows[rank]))
    return rows[: last + 1]


def _width(labels: Sequence[str], rows: Sequence[Sequence[str]]) -> int:
    """Columns up to the last one with a name or a value."""
    width = len(labels)
    while width > 1 and not labels[width - 1] and not any(row[width - 1] for row in rows):
        width -= 1
    return width


def _parts(rows: Sequence[Sequence[str]], first: int, width: int) -> Iterator[Part]:
    for start in range(first, len(rows), ROWS):
        some = rows[start : start + ROWS]
        columns = [[row[place] for row in some] for place in range(width)]
        yield Part(text_frame(columns), np.arange(start + 1, start + 1 + len(some), dtype=np.int64))


def _range(merged: Any) -> str:
    """`A3:A7`."""
    (top, left), (bottom, right) = merged
    return f"{_letters(left)}{top + 1}:{_letters(right)}{bottom + 1}"


def _letters(column: int) -> str:
    """`A` for 0, `AA` for 26."""
    more, rank = divmod(column, 26)
    return (_letters(more - 1) if more else "") + chr(65 + rank)
