"""Words of documents, the same on screen and on paper, and texts of any author made ready for both."""

from __future__ import annotations

import re

from coeurdeville.core.french import NBSP, long_day, spaced
from coeurdeville.reports import exhibits
from coeurdeville.reports.documents.blocks import Table
from coeurdeville.reports.documents.document import Document

WORDS = {
    "contents": "Sommaire",
    "notes": "Sur quoi reposent ces phrases",
    "back": "Retour au texte",
    "note": "Note",
    "info": "À savoir",
    "warning": "Attention",
    "page": "page",
    "of": "sur",
    "colon": f"{NBSP}:",
    "rest": "",
    "no_row": "aucune ligne.",
    "unknown": "non renseigné",
    "empty": "–",
}
_ENDING = re.compile(r"[\s\u00a0\u202f]*[.!?…]+$")


def ready(text: str) -> str:
    """The text as it is shown: French spaces, no blank at its ends, one line break a line."""
    return spaced("\n".join(line.strip() for line in text.strip().splitlines()))


def sentence_parts(text: str) -> tuple[str, str]:
    """A text before and after the place of its notes: in French, they come before the last full stop."""
    shown = ready(text)
    found = _ENDING.search(shown)
    return (shown[: found.start()], shown[found.start() :]) if found else (shown, "")


def table_shown(table: Table) -> exhibits.Table:
    """A table that has rows, as reports show them."""
    rows = tuple(tuple(ready(cell) or WORDS["empty"] for cell in row) for row in table.rows)
    columns = tuple(exhibits.Column(ready(one.label), one.numeric, one.shows) for one in table.columns)
    notes = (ready(table.note),) if table.note.strip() else ()
    return exhibits.Table(ready(table.caption), columns, rows, badges=table.badges, notes=notes)


def dated(document: Document) -> tuple[str, ...]:
    """The date and the reference, those that are given."""
    day = long_day(document.date) if document.date else ""
    return tuple(filter(None, (day, ready(document.reference))))
