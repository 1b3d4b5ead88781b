"""The first sheet of the workbook: its words, laid out."""

from __future__ import annotations

from typing import Any

from coeurdeville.reports.exports.readme import HEADERS, Readme
from coeurdeville.reports.exports.sheet import Paint, Style, lay_out

WIDTHS = (30, 60, 18, 22, 60, 12, 40)
"""Of the columns, in characters; a sentence runs over those from the second to the fifth."""
LINE, HEIGHT = 140, 15
"""Characters of a sentence on one line, height of a line in points."""


def add_readme(book: Any, paint: Paint, readme: Readme) -> None:
    """The sheet « Lisez-moi »."""
    sheet = book.add_worksheet("Lisez-moi")
    for rank, width in enumerate(WIDTHS):
        sheet.set_column(rank, rank, width)
    lines = _lines(readme)
    for line, (style, cells) in enumerate(lines):
        if style == "label":
            _sentence(sheet, paint, line, *cells)
            continue
        for rank, cell in enumerate(cells):
            sheet.write_string(line, rank, cell, paint.style(style))
    sheet.hide_gridlines(2)
    lay_out(sheet)


def _lines(readme: Readme) -> list[tuple[Style, tuple[str, ...]]]:
    """Every line of the sheet, from the top: how it is written, its cells."""
    found: list[tuple[Style, tuple[str, ...]]] = [
        ("title", (readme.title,)),
        ("label", ("", readme.intro)),
        ("text", ()),
    ]
    for section in readme.sections:
        found += [("heading", (section.title,)), *(("label", line) for line in section.lines), ("text", ())]
    found += [("heading", ("Sources, licences, méthodes, confiance",)), ("header", HEADERS)]
    return [*found, *(("wrapped", row) for row in readme.services)]


def _sentence(sheet: Any, paint: Paint, line: int, word: str, said: str) -> None:
    """A word, then its sentence over four columns, high enough to be read."""
    sheet.write_string(line, 0, word, paint.style("label"))
    sheet.merge_range(line, 1, line, 4, "", paint.style("wrapped"))
    sheet.write_string(line, 1, said, paint.style("wrapped"))
    sheet.set_row(line, HEIGHT * (1 + len(said) // LINE))
