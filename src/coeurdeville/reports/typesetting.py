"""A template of typst filled with data becomes an accessible PDF file; texts are data, never read as markup.

The same template and data give the same bytes. typst itself refuses a drawing without alternative text, a skipped level
of heading or a character that the typeface lacks; such characters are shown as `?`.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any, Literal

from coeurdeville.reports.escaping import printable
from coeurdeville.reports.fonts import FAMILY, UNKNOWN, advances, folder
from coeurdeville.reports.palette import named

ROOT = Path(__file__).parent
"""Templates and the pieces that they share are in this folder."""
UNDATED: tuple[Literal["ua-1"], ...] = ("ua-1",)
STANDARDS: tuple[Literal["ua-1"], Literal["a-2a"]] = ("ua-1", "a-2a")
"""Accessible, and to be archived: the second asks for a date."""
_LONG_AGO = date(2000, 1, 1)
_PAGE = re.compile(rb"/Type\s*/Page\b")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")


def compiled(template: Path, inputs: Mapping[str, Any], day: date | None) -> bytes:
    """The file that a template of this package makes of `inputs`, with the typeface and colours of reports.

    Without a day, the file does not claim to be an archive. Refused when the typeface was not prepared.
    """
    import typst

    data = {"family": FAMILY, "colours": named(), **inputs}
    document: bytes = typst.compile(
        str(template),
        root=str(ROOT),
        font_paths=[str(folder())],
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        pdf_standards=list(STANDARDS if day else UNDATED),
        timestamp=datetime.combine(day or _LONG_AGO, time(), tzinfo=UTC),
    )
    return document


def page_count(document: bytes) -> int:
    """Pages of a file made by `compiled`."""
    return len(_PAGE.findall(document))


def printed(text: str) -> str:
    """The text with composed accents, on one line, characters that the typeface lacks shown as `?`."""
    composed = _INVISIBLE.sub("", printable(unicodedata.normalize("NFC", text)))
    lacking = set(composed) - advances().keys()
    return composed.translate({ord(character): " " if character.isspace() else UNKNOWN for character in lacking})


def as_data(value: Any, text: Callable[[str], str] = printed, worded: tuple[type, ...] = ()) -> Any:
    """A structure as JSON data, each text through `text`; values of the types `worded` are said by their `words()`."""
    if isinstance(value, worded):
        return text(value.words())  # type: ignore[attr-defined]
    if is_dataclass(value):
        return {field.name: as_data(getattr(value, field.name), text, worded) for field in fields(value)}
    if isinstance(value, Mapping):
        return {name: as_data(item, text, worded) for name, item in value.items()}
    if isinstance(value, tuple | list):
        return [as_data(item, text, worded) for item in value]
    return text(value) if isinstance(value, str) else value
