"""Workbooks (XLSX, XLS, ODS): one sheet, its header found under titles, numbers and dates as typed."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

import numpy as np

from coeurdeville.core.problems import Problem, Refused
from coeurdeville.readers.extent import require_bounded
from coeurdeville.readers.features import Features
from coeurdeville.readers.formats import Format
from coeurdeville.readers.header import LOOKED_AT, find_header
from coeurdeville.readers.merged import spread_over
from coeurdeville.readers.parts import choose
from coeurdeville.readers.refusals import EMPTY, PROTECTED, refusing
from coeurdeville.readers.tidy import tidy

if TYPE_CHECKING:
    import pandas as pd


def read(path: Path, found: Format, part: str | None) -> Features:
    """The sheet named `part`, else the first visible one with a table (two columns, two rows).

    A column of one type keeps it (numbers are float64, dates datetime64); a mixed one becomes text.
    `row_numbers` are those of the sheet. Raises `Refused` when no sheet holds anything.
    """
    sheet = open_sheet(path, found, part)
    return _table(sheet.rows, sheet.merged, path.name, found).noting(sheet.notes)


@dataclass(frozen=True)
class Sheet:
    """One sheet of a workbook, as it is typed."""

    rows: list[list[Any]]
    """Cells from A1 on, every row of the same length; an empty text where there is nothing."""
    merged: Sequence[Any]
    """Pairs of (row, column) of the first and last cell of each merged range, from 0; none is known in ODS."""
    notes: tuple[Problem, ...]


def open_sheet(path: Path, found: Format, part: str | None) -> Sheet:
    """The sheet named `part`, else the first visible one with a table, the others being said.

    Raises `Refused` when it is damaged, protected, too large once open, or holds nothing.
    """
    import python_calamine as calamine

    with refusing(path.name, found, calamine.CalamineError, ElementTree.ParseError, OSError, ValueError):
        require_bounded(path, found)
        try:
            book = calamine.load_workbook(io.BytesIO(path.read_bytes()))
        except calamine.PasswordError as failure:
            raise Refused([PROTECTED(name=path.name)]) from failure
        names = _visible(book) or list(book.sheet_names)
        name, notes = choose(names, part, path.name, "feuilles", lambda one: _holds_table(book, one))
        sheet = book.get_sheet_by_name(name)
        rows = sheet.to_python(skip_empty_area=False)
        merged = () if found is Format.ODS else sheet.merged_cell_ranges or ()
    if not any(cell != "" for row in rows for cell in row):
        raise Refused([EMPTY(name=path.name)])
    return Sheet(rows, merged, notes)


def sheets(path: Path) -> tuple[str, ...]:
    """The visible sheets that hold a table, in order. Raises `Refused` when the workbook cannot be opened."""
    import python_calamine as calamine

    with refusing(path.name, "classeur", calamine.CalamineError, OSError, ValueError):
        book = calamine.load_workbook(io.BytesIO(path.read_bytes()))
        return tuple(name for name in _visible(book) if _holds_table(book, name))


def _visible(book: Any) -> list[str]:
    return [sheet.name for sheet in book.sheets_metadata if str(sheet.visible).endswith("Visible")]


def _holds_table(book: Any, name: str) -> bool:
    sheet = book.get_sheet_by_name(name)
    return bool(sheet.height > 1 and sheet.width > 1)


def _table(rows: list[list[Any]], merged: Sequence[Any], name: str, found: Format) -> Features:
    import pandas as pd

    top = [[_text(cell) for cell in row] for row in rows[:LOOKED_AT]]
    on_two_rows = spread_over(top, merged)
    header = find_header(top, range(1, len(top) + 1), f"« {name} »")
    first = header.row + (2 if header.row == on_two_rows else 1)
    columns = zip(*rows[first:], strict=False) if first < len(rows) else [() for _ in header.names]
    frame = pd.DataFrame(dict(zip(header.names, map(_column, columns), strict=False)), columns=list(header.names))
    numbers = np.arange(first + 1, len(rows) + 1)
    frame, numbers, notes = tidy(frame, numbers, sorted(header.unnamed), name)
    return Features(frame, numbers, found, name, notes=(*header.notes, *notes))


def _column(cells: Sequence[Any]) -> pd.Series:
    """Cells of one column: their own type when there is one only, else text. Blank cells are missing."""
    import pandas as pd

    column = pd.Series(cells, dtype=object).replace("", None)
    kind = pd.api.types.infer_dtype(column, skipna=True)
    if kind in ("floating", "integer", "mixed-integer-float"):
        return column.astype("float64")
    if kind in ("datetime", "date"):
        return pd.to_datetime(column)
    if kind in ("string", "empty"):
        return column.astype("str")
    if kind == "boolean" and column.notna().all():
        return column.astype(bool)
    return column.map(_text, na_action="ignore").astype("str")


def _text(cell: Any) -> str:
    """A cell as one would type it: `80000` and not `80000.0`, ISO dates, `vrai` and `faux`."""
    if isinstance(cell, bool):
        return "vrai" if cell else "faux"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime | date):
        return cell.isoformat()
    return str(cell)
