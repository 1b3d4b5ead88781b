"""The report on paper: one PDF/UA-1 and PDF/A-2a file, set by typst from the same structure as the screen."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from coeurdeville.reports.model import Report
from coeurdeville.reports.statements import Reference, Source
from coeurdeville.reports.typesetting import as_data, compiled, page_count, printed
from coeurdeville.reports.wording import GRADE_STATUS, GRADE_WORDS, THEME_WORDS, WORDS

TEMPLATE = Path(__file__).with_name("report.typ")
PAGES = 10
"""At most, as far as shortening long tables allows: nothing else is left out."""
ROWS = (0, 12, 6)
"""Rows kept in a table, tried in turn while there are too many pages; 0 keeps all."""


def render(report: Report) -> bytes:
    """The whole file; the same report gives the same bytes. Refused when the typeface was not prepared.

    Tables lose their last rows, and say so, when the report would pass `PAGES`.
    """
    document = b""
    for rows in ROWS:
        document = compiled(TEMPLATE, _inputs(report, rows), date.fromisoformat(report.date_iso))
        if page_count(document) <= PAGES:
            break
    return document


def _inputs(report: Report, rows: int) -> dict[str, Any]:
    """All that the template reads."""
    words = {
        **WORDS,
        "grades": GRADE_WORDS,
        "statuses": GRADE_STATUS,
        "themes": THEME_WORDS,
        "labels": {page.key: printed(page.label) for page in report.services},
    }
    return {"report": as_data(report, worded=(Source, Reference)), "words": words, "rows": rows}
