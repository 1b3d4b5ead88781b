"""Our workbook: sheets of typed rows with their lists, the explanations, nothing that a spreadsheet would run."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from coeurdeville.catalogue.exchange.columns import Column
from coeurdeville.catalogue.exchange.guarded import guarded
from coeurdeville.catalogue.exchange.guide import GUIDE_HEADERS, GUIDE_WIDTHS, explained, sentences
from coeurdeville.catalogue.exchange.sheets import GUIDE, LISTS
from coeurdeville.core.french import spaced
from coeurdeville.schemas.template import MADE, OPTIONS
from coeurdeville.schemas.template_rules import LONGEST_HELP, LONGEST_TITLE

Cell = str | date | int
ROWS = 2_000
"""Rows that have their lists, those that are filled included or not."""
LONGEST = 32_767
"""Characters that a cell holds."""
FIRST_DAY = date(1901, 1, 1)
"""Earlier days are written as texts: spreadsheets count them differently."""
NEEDED = frozenset({"id", "titre", "donnee", "date", "statut", "avec", "forme"})


@dataclass(frozen=True)
class Sheet:
    """A sheet to write."""

    name: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]
    """Cells in the order of the columns; an empty text is a blank cell."""


def workbook(title: str, sheets: Sequence[Sheet]) -> bytes:
    """The workbook, its explanations and its lists last; the same sheets make the same bytes."""
    import xlsxwriter

    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, OPTIONS)
    book.set_properties({"title": title, "created": MADE})
    paint = _paint(book)
    lists: dict[tuple[str, ...], str] = {}
    for sheet in sheets:
        _sheet(book, paint, sheet, lists)
    _guide(book.add_worksheet(GUIDE), paint, sheets)
    _lists(book.add_worksheet(LISTS), lists)
    book.close()
    return file.getvalue()


def cut_cells(sheets: Sequence[Sheet]) -> list[str]:
    """Where texts are longer than a cell holds: `Données, ligne 3 : Qualité`."""
    return [
        f"{sheet.name}, ligne {rank} : {column.header}"
        for sheet in sheets
        for rank, row in enumerate(sheet.rows, start=2)
        for column, cell in zip(sheet.columns, row, strict=True)
        if isinstance(cell, str) and len(guarded(cell)) > LONGEST
    ]


def _paint(book: Any) -> Mapping[str, Any]:
    made = {
        "header": {"bold": True, "bg_color": "#DDEBE3", "bottom": 1, "text_wrap": True, "valign": "top"},
        "needed": {"bold": True, "bg_color": "#F6D9A8", "bottom": 1, "text_wrap": True, "valign": "top"},
        "title": {"bold": True, "font_size": 14},
        "wrapped": {"text_wrap": True, "valign": "top"},
        "text": {"num_format": "@", "valign": "top"},
        "day": {"num_format": "dd/mm/yyyy", "valign": "top", "align": "left"},
    }
    return {name: book.add_format(properties) for name, properties in made.items()}


def _sheet(book: Any, paint: Mapping[str, Any], sheet: Sheet, lists: dict[tuple[str, ...], str]) -> None:
    page = book.add_worksheet(sheet.name)
    for rank, column in enumerate(sheet.columns):
        page.set_column(rank, rank, column.width, paint["day" if column.day else "text"])
        page.write_string(0, rank, guarded(column.header), paint["needed" if column.key in NEEDED else "header"])
        rule = _rule(column, lists)
        if rule:
            page.data_validation(1, rank, max(ROWS, len(sheet.rows)), rank, rule)
    for row, cells in enumerate(sheet.rows, start=1):
        for rank, cell in enumerate(cells):
            _write(page, paint, row, rank, cell)
    page.freeze_panes(1, 1)


def _write(page: Any, paint: Mapping[str, Any], row: int, rank: int, cell: Cell) -> None:
    if isinstance(cell, date) and cell >= FIRST_DAY:
        page.write_datetime(row, rank, datetime.combine(cell, datetime.min.time()), paint["day"])
    elif isinstance(cell, int):
        page.write_number(row, rank, cell)
    elif text := str(cell):
        page.write_string(row, rank, guarded(text)[:LONGEST], paint["text"])


def _rule(column: Column, lists: dict[tuple[str, ...], str]) -> dict[str, Any] | None:
    """The list of a column, kept in the sheet of lists; days must be days."""
    help_text = spaced(column.note)[:LONGEST_HELP]
    said = {"ignore_blank": True, "input_title": column.header[:LONGEST_TITLE], "input_message": help_text,
            "error_title": "Valeur non prévue", "error_message": help_text}  # fmt: skip
    if column.day:
        return {"validate": "date", "criteria": ">=", "value": date(1900, 1, 1), **said}
    if column.choices is None:
        return None
    values = tuple(column.choices())
    letter = lists.setdefault(values, chr(65 + len(lists)))
    return {"validate": "list", "source": f"={LISTS}!${letter}$2:${letter}${len(values) + 1}", **said}


def _guide(page: Any, paint: Mapping[str, Any], sheets: Sequence[Sheet]) -> None:
    for rank, width in enumerate(GUIDE_WIDTHS):
        page.set_column(rank, rank, width)
    page.write_string(0, 0, "Inventaire des données", paint["title"])
    row = 1
    for row, sentence in enumerate(sentences(), start=2):
        page.write_string(row, 0, spaced(sentence))
    top = row + 2
    for rank, header in enumerate(GUIDE_HEADERS):
        page.write_string(top, rank, header, paint["header"])
    lines = [explained(sheet.name, column) for sheet in sheets for column in sheet.columns]
    for row, texts in enumerate(lines, start=top + 1):
        for rank, text in enumerate(texts):
            page.write_string(row, rank, guarded(text), paint["wrapped"])


def _lists(page: Any, lists: Mapping[tuple[str, ...], str]) -> None:
    for rank, values in enumerate(lists):
        page.write_string(0, rank, f"liste {rank + 1}")
        for row, value in enumerate(values, start=1):
            page.write_string(row, rank, guarded(value))
