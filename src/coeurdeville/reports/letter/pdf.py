"""The letter on paper: one PDF/UA-1 and PDF/A-2a file, to sign; the annex, if any, on a page of its own.

A letter that would pass its page by a few lines is set a little tighter.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from coeurdeville.inventory.demandes.lettre import Lettre
from coeurdeville.reports.letter.wording import WORDS, annex_note, dateline
from coeurdeville.reports.typesetting import as_data, compiled, page_count, printed

TEMPLATE = Path(__file__).with_name("letter.typ")
SETTINGS = ((11.0, 1.1), (11.0, 0.9), (10.5, 0.95), (10.0, 0.95), (10.0, 0.8))
"""Size of the body [pt] and space between paragraphs [em], tried in turn until the letter holds on one page; the first
if none does."""
PRINTED = ("expediteur", "destinataire", "objet", "references", "civilite", "ouverture", "points", "suite", "signature",
           "copies", "annexe", "annexe_titre")  # fmt: skip


def render(lettre: Lettre) -> bytes:
    """The whole file; the same letter gives the same bytes. Refused when the typeface was not prepared."""
    wanted = 1 if lettre.annexe is None else 2
    for size, space in SETTINGS:
        document = compiled(TEMPLATE, _inputs(lettre, size, space), lettre.date)
        if page_count(document) <= wanted:
            return document
    return compiled(TEMPLATE, _inputs(lettre, *SETTINGS[0]), lettre.date)


def _inputs(lettre: Lettre, size: float, space: float) -> dict[str, Any]:
    """All that the template reads."""
    letter = {name: as_data(getattr(lettre, name)) for name in PRINTED}
    told = {"dateline": printed(dateline(lettre)), "note": printed(annex_note(lettre)), "date": lettre.date.isoformat()}
    return {"letter": {**letter, **told}, "words": WORDS, "size": size, "space": space}
