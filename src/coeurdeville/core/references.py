"""The publications that methods rest on, by the key under which code and pages cite them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

PLACES = (Path(__file__).parents[1] / "references.bib", Path(__file__).parents[3] / "docs" / "references.bib")
"""In an installed package, then in a checkout."""
LANGUAGES = {"french": "fr", "english": "en"}
"""Names that `langid` takes in the file, French without it."""
_ENTRY = re.compile(r"^@\w+\{(\w+),(.*?)^\}", re.MULTILINE | re.DOTALL)
_FIELD = re.compile(r"^\s*(\w+)\s*=\s*[{\"](.*?)[}\"],?\s*$", re.MULTILINE)


@dataclass(frozen=True)
class Reference:
    """One publication."""

    key: str
    authors: str
    year: str
    title: str
    where: str
    """Journal, publisher or institution."""
    doi: str = ""
    url: str = ""
    language: str = "fr"
    """Of the title, ISO 639-1."""

    def __str__(self) -> str:
        parts = (f"{self.authors} ({self.year})", self.title, self.where, f"doi {self.doi}" if self.doi else self.url)
        return f"{', '.join(part for part in parts if part)}."


@cache
def references() -> dict[str, Reference]:
    """Key -> publication, as `docs/references.bib` lists them."""
    file = next(path for path in PLACES if path.is_file())
    return {key: _reference(key, body) for key, body in _ENTRY.findall(file.read_text(encoding="utf-8"))}


def _reference(key: str, body: str) -> Reference:
    found = {name.lower(): re.sub(r"[{}]", "", value) for name, value in _FIELD.findall(body)}
    where = next((found[name] for name in ("journal", "booktitle", "publisher", "institution") if name in found), "")
    authors = found.get("author", "").replace(" and ", ", ")
    return Reference(key, authors, found.get("year", ""), found.get("title", ""), where, found.get("doi", ""),
                     found.get("url", ""), LANGUAGES[found.get("langid", "french")])  # fmt: skip
