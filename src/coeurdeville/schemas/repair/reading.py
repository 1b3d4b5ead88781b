"""What reading a file has already changed: lines and characters that are no longer there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from coeurdeville.core.problems import Problem
from coeurdeville.readers.encoding import NULS, UNREADABLE_CHARACTERS
from coeurdeville.readers.header import DUPLICATE_NAMES, TITLE_LINES
from coeurdeville.readers.quotes import OPEN_QUOTE
from coeurdeville.readers.tidy import BLANK_NAMES, BLANK_ROWS, REPEATED_HEADER
from coeurdeville.schemas.repair.changes import Change

SAID = {
    OPEN_QUOTE.code: "guillemet jamais fermé, retiré",
    UNREADABLE_CHARACTERS.code: "caractère illisible, remplacé par « � »",
    NULS.code: "octet nul, retiré",
    TITLE_LINES.code: "lignes de titre placées avant l’en-tête, retirées",
    DUPLICATE_NAMES.code: "colonne du même nom qu’une autre, numérotée",
    BLANK_NAMES.code: "colonne sans nom, nommée d’après son rang",
    BLANK_ROWS.code: "ligne entièrement vide, retirée",
    REPEATED_HEADER.code: "ligne d’en-tête répétée, retirée",
}
"""Code of what a reader says -> what it did, where it changed something."""


def reading_changes(notes: Iterable[Problem]) -> Iterator[Change]:
    """The changes among what the reader of a file says, with their first places."""
    for one in (known for known in notes if known.code in SAID):
        places = ", ".join(one.examples) + (" …" if one.count > len(one.examples) > 0 else "")
        yield Change(one.code, SAID[one.code] + (f" ({places})" if places else ""), "", "", one.count)
