"""The report on paper: one PDF/UA-1 and PDF/A-2a file, set by typst from the same structure as the screen.

`render(report)` gives the file's bytes; the same report gives the same bytes. Texts travel as
JSON data and are never read as markup. typst itself refuses a drawing without alternative text, a
skipped level of heading or a character that the typeface lacks; such characters, which a town's
file may hold, are shown as `?`.
"""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

from coeurdeville.reports.escaping import printable
from coeurdeville.reports.fonts import FAMILY, UNKNOWN, advances, folder
from coeurdeville.reports.model import Report
from coeurdeville.reports.palette import named
from coeurdeville.reports.statements import Reference, Source
from coeurdeville.reports.wording import GRADE_STATUS, GRADE_WORDS, THEME_WORDS, WORDS

TEMPLATE = Path(__file__).with_name("report.typ")
STANDARDS: tuple[Literal["ua-1"], Literal["a-2a"]] = ("ua-1", "a-2a")
PAGES = 10
"""At most, as far as shortening long tables allows: nothing else is left out."""
ROWS = (0, 12, 6)
"""Rows kept in a table, tried in turn while there are too many pages; 0 keeps all."""
_PAGE = re.compile(rb"/Type\s*/Page\b")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")


def render(report: Report) -> bytes:
    """The whole file. Refused when the typeface was not prepared.

    Tables lose their last rows, and say so, when the report would pass `PAGES`.
    """
    document = b""
    for rows in ROWS:
        document = _compiled(report, rows)
        if page_count(document) <= PAGES:
            break
    return document


def page_count(document: bytes) -> int:
    """Pages of a file made by `render`."""
    return len(_PAGE.findall(document))


def _compiled(report: Report, rows: int) -> bytes:
    import typst

    day = datetime.fromisoformat(report.date_iso).replace(tzinfo=UTC)
    document: bytes = typst.compile(
        str(TEMPLATE),
        root=str(TEMPLATE.parent),
        font_paths=[str(folder())],
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(_inputs(report, rows), ensure_ascii=False)},
        pdf_standards=list(STANDARDS),
        timestamp=day,
    )
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
    return {"report": _data(report), "words": words, "colours": named(), "family": FAMILY, "rows": rows}


def _data(value: Any) -> Any:
    """The structure as JSON data: sources and references in words, every text printable."""
    if isinstance(value, Source | Reference):
        return printed(value.words())
    if is_dataclass(value):
        return {field.name: _data(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [_data(item) for item in value]
    return printed(value) if isinstance(value, str) else value


def printed(text: str) -> str:
    """The text with composed accents, on one line, characters that the typeface lacks shown as `?`."""
    composed = _INVISIBLE.sub("", printable(unicodedata.normalize("NFC", text)))
    lacking = set(composed) - advances().keys()
    return composed.translate({ord(character): " " if character.isspace() else UNKNOWN for character in lacking})
