"""A sheet of a workbook: a table of typed cells under frozen headers, with filters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from coeurdeville.core.missing import Missing
from coeurdeville.reports import palette

A4 = 9
"""The paper, as spreadsheets number it."""
WIDEST = 16_384
"""Most columns of a sheet: those beyond stay in the other files."""
Style = Literal["text", "wrapped", "missing", "header", "group", "title", "heading", "label", "date"]
FORMATS: dict[Style, dict[str, Any]] = {
    "text": {"valign": "top"},
    "wrapped": {"valign": "top", "text_wrap": True},
    "missing": {"valign": "top", "italic": True, "font_color": palette.MUTED},
    "header": {"bold": True, "bg_color": palette.TINT, "bottom": 1, "text_wrap": True, "valign": "top"},
    "group": {"bold": True, "font_color": palette.MUTED},
    "title": {"bold": True, "font_size": 16},
    "heading": {"bold": True, "font_size": 12, "bottom": 1},
    "label": {"bold": True, "valign": "top", "text_wrap": True},
    "date": {"num_format": "dd/mm/yyyy", "valign": "top", "align": "left"},
}


@dataclass(frozen=True)
class Number:
    """A number with what decides how it is shown."""

    value: float
    unit: str = ""
    digits: int = 0


Cell = Number | str | date | Missing | None


@dataclass(frozen=True)
class Header:
    """A column of a sheet."""

    title: str
    width: float = 14
    """Characters."""
    group: str = ""
    """Written once above the columns that share it."""
    wrap: bool = False
    """Its texts run over several lines; else they stay on one, so that rows keep their height."""


@dataclass
class Paint:
    """The formats of a workbook, each made once."""

    book: Any
    _made: dict[str, Any] = field(default_factory=dict)

    def style(self, name: Style) -> Any:
        """A format by its name."""
        return self._get(name, FORMATS[name])

    def number(self, number: Number) -> Any:
        """Thousands and decimals as the reader's program writes them; shares with their sign."""
        shown = "#,##0" + ("." + "0" * number.digits if number.digits else "")
        shown += '"\u202f%"' if number.unit == "%" else ""
        return self._get(shown, {"num_format": shown, "valign": "top"})

    def _get(self, key: str, properties: dict[str, Any]) -> Any:
        if key not in self._made:
            self._made[key] = self.book.add_format(properties)
        return self._made[key]


def add_table(book: Any, paint: Paint, name: str, headers: Sequence[Header], rows: Iterable[Sequence[Cell]]) -> None:
    """A sheet of this name: groups if any, headers, rows; the headers and the first column stay in sight."""
    sheet, headers = book.add_worksheet(name), headers[:WIDEST]
    top = int(any(header.group for header in headers))
    for rank, header in enumerate(headers):
        sheet.set_column(rank, rank, header.width)
        if header.group and (rank == 0 or headers[rank - 1].group != header.group):
            sheet.write_string(0, rank, header.group, paint.style("group"))
        sheet.write_string(top, rank, header.title, paint.style("header"))
    bottom = top
    for bottom, row in enumerate(rows, top + 1):
        for rank, (header, cell) in enumerate(zip(headers, row, strict=False)):
            _write(sheet, paint, (bottom, rank), cell, "wrapped" if header.wrap else "text")
    sheet.freeze_panes(top + 1, 1)
    sheet.autofilter(top, 0, max(bottom, top + 1), len(headers) - 1)
    sheet.repeat_rows(0, top)
    lay_out(sheet)


def lay_out(sheet: Any) -> None:
    """Printed across a page, as many pages long as needed."""
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)


def _write(sheet: Any, paint: Paint, place: tuple[int, int], cell: Cell, style: Style) -> None:
    """One cell as what it is: a text is never a formula, a missing figure says why."""
    if isinstance(cell, Number):
        sheet.write_number(*place, cell.value, paint.number(cell))
    elif isinstance(cell, Missing):
        sheet.write_string(*place, cell.reason, paint.style("missing"))
    elif isinstance(cell, date):
        sheet.write_datetime(*place, cell, paint.style("date"))
    elif cell:
        sheet.write_string(*place, cell, paint.style(style))
