"""The table of a call as CSV and as a workbook; no cell is taken for a formula."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

from coeurdeville.core.formulas import harmless
from coeurdeville.programme.candidatures.archives.lignes import Cell, Tableau, notes, tableau

if TYPE_CHECKING:
    from coeurdeville.programme.models import Appel

OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
WIDE = 60
"""Characters of the widest column."""


def en_csv(table: Tableau) -> bytes:
    """UTF-8 with its mark, so that spreadsheets read accents."""
    target = io.StringIO()
    written = csv.writer(target, lineterminator="\r\n")
    written.writerow(map(harmless, table.titres))
    written.writerows([_plain(cell) for cell in row] for row in table.lignes)
    return target.getvalue().encode("utf-8-sig")


def classeur(appel: Appel, *, noms: bool) -> bytes:
    """A sheet of candidatures, a sheet of scores."""
    import xlsxwriter

    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, OPTIONS)
    book.set_properties({"title": appel.titre})
    _sheet(book, "Candidatures", tableau(appel))
    _sheet(book, "Notes", notes(appel, noms=noms))
    book.close()
    return file.getvalue()


def _sheet(book: Any, name: str, table: Tableau) -> None:
    sheet = book.add_worksheet(name)
    bold, wrapped = (
        book.add_format({"bold": True, "text_wrap": True}),
        book.add_format({"text_wrap": True, "valign": "top"}),
    )
    for column, title in enumerate(table.titres):
        longest = max([len(title), *(len(str(row[column] or "")) for row in table.lignes)])
        sheet.set_column(column, column, min(WIDE, max(10, longest)))
        sheet.write_string(0, column, title, bold)
    for rank, row in enumerate(table.lignes, 1):
        for column, cell in enumerate(row):
            if isinstance(cell, str):
                sheet.write_string(rank, column, cell, wrapped)
            elif cell is not None:
                sheet.write_number(rank, column, cell, wrapped)
    sheet.freeze_panes(1, 2)


def _plain(cell: Cell) -> str | float:
    return "" if cell is None else harmless(cell) if isinstance(cell, str) else cell
