"""The letter on paper: one PDF/UA-1 and PDF/A-2a file, to sign; the annex, if any, on a page of its own.

Texts travel as JSON data and are never read as markup. The same letter gives the same bytes. A letter that would pass
its page by a few lines is set a little tighter.
"""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

from coeurdeville.inventory.demandes.lettre import Lettre
from coeurdeville.reports.fonts import FAMILY, folder
from coeurdeville.reports.letter.wording import WORDS, annex_note, dateline
from coeurdeville.reports.palette import named
from coeurdeville.reports.pdf import STANDARDS, page_count, printed

TEMPLATE = Path(__file__).with_name("letter.typ")
SETTINGS = ((11.0, 1.1), (11.0, 0.9), (10.5, 0.95), (10.0, 0.95), (10.0, 0.8))
"""Size of the body [pt] and space between paragraphs [em], tried in turn until the letter holds on one page; the first
if none does."""
PRINTED = ("expediteur", "destinataire", "objet", "references", "civilite", "ouverture", "points", "suite", "signature",
           "copies", "annexe", "annexe_titre")  # fmt: skip


def render(lettre: Lettre) -> bytes:
    """The whole file. Refused when the typeface was not prepared."""
    wanted = 1 if lettre.annexe is None else 2
    for size, space in SETTINGS:
        document = _compiled(lettre, size, space)
        if page_count(document) <= wanted:
            return document
    return _compiled(lettre, *SETTINGS[0])


def _compiled(lettre: Lettre, size: float, space: float) -> bytes:
    import typst

    document: bytes = typst.compile(
        str(TEMPLATE),
        root=str(TEMPLATE.parent),
        font_paths=[str(folder())],
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(_inputs(lettre, size, space), ensure_ascii=False)},
        pdf_standards=list(STANDARDS),
        timestamp=datetime.combine(lettre.date, time(), tzinfo=UTC),
    )
    return document


def _inputs(lettre: Lettre, size: float, space: float) -> dict[str, Any]:
    """All that the template reads."""
    letter = {name: _data(getattr(lettre, name)) for name in PRINTED}
    told = {"dateline": printed(dateline(lettre)), "note": printed(annex_note(lettre)), "date": lettre.date.isoformat()}
    return {
        "letter": {**letter, **told},
        "words": WORDS,
        "family": FAMILY,
        "size": size,
        "space": space,
        "colours": named(),
    }


def _data(value: Any) -> Any:
    if isinstance(value, str):
        return printed(value)
    if isinstance(value, tuple):
        return [_data(one) for one in value]
    return {one.name: _data(getattr(value, one.name)) for one in fields(value)} if is_dataclass(value) else value
