"""A document on paper: PDF/UA-1, and PDF/A-2a when it is dated; the same document gives the same bytes."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from coeurdeville.reports.documents.anchors import Anchors
from coeurdeville.reports.documents.document import Document
from coeurdeville.reports.documents.paper_blocks import text, written
from coeurdeville.reports.documents.wording import WORDS, dated
from coeurdeville.reports.typesetting import as_data, compiled, page_count
from coeurdeville.reports.wording import THEME_WORDS

TEMPLATE = Path(__file__).with_name("document.typ")
SIZE = 10.0
"""Of the body [pt]."""
SIZES = (12.0, 11.5, 11.0, 10.5, SIZE, 9.5, 9.0, 8.5)
"""Of a body that has so many pages [pt], tried in turn while the document passes them; `SIZE` if none holds."""
RUNNING = 70
"""Characters of the title, and of who speaks, at the head of the pages that follow the first."""


def render_pdf(document: Document, pages: int | None = None) -> bytes:
    """The whole file. Refused when the typeface was not prepared.

    `pages`: how many are wanted at most. The document is set a little larger to fill them, or a little smaller to hold
    there; nothing is left out, so one that is too long for that has more.
    """
    data = _data(document)
    sizes: Iterable[float] = SIZES if pages else (SIZE,)
    for size in sizes:
        made = compiled(TEMPLATE, {**data, "size": size}, document.date)
        if pages is None or page_count(made) <= pages:
            return made
    return compiled(TEMPLATE, {**data, "size": SIZE}, document.date)


def _data(document: Document) -> dict[str, Any]:
    """All that the template reads."""
    anchors = Anchors("doc")
    blocks = written(document.blocks, anchors)
    notes = [
        {"label": one.label, "link": one.link, "place": anchors.note(rank), "back": calls[0]}
        for rank, (one, calls) in enumerate(anchors.calls.items(), 1)
    ]
    said = {
        "title": document.title,
        "running": _short(document.title),
        "speaking": _short(" · ".join(document.issuers)),
        "subtitle": document.subtitle,
        "theme": document.theme,
        "theme_words": THEME_WORDS[document.theme] if document.theme else "",
        "dated": dated(document),
        "date": [document.date.year, document.date.month, document.date.day] if document.date else None,
        "issuers": document.issuers,
        "addressee": document.addressee,
        "notes": notes,
        "footer": document.footer,
        "contents": document.contents,
    }
    return {"document": {**as_data(said, text), "blocks": blocks}, "words": WORDS, "rows": 0}


def _short(said: str) -> str:
    return said if len(said) <= RUNNING else f"{said[:RUNNING].rstrip()}…"
