"""The identifiers of the rows of a file: those that are written are kept for their rows before any is made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from coeurdeville.catalogue.exchange.doubts import Doubts
from coeurdeville.catalogue.exchange.entry_problems import ID_AGAIN, ID_MADE
from coeurdeville.catalogue.exchange.rows import Row
from coeurdeville.core.french import slug

SOURCES = (("titre", "leur titre"), ("couche", "leur couche, faute de titre"))
"""Where an identifier is taken from, in this order: key -> how it is said."""


def identifiers_of(rows: Sequence[Row], doubts: Doubts) -> list[str]:
    """One for each row, in order, all of them different.

    Of several rows that write the same, the first keeps it. An identifier that is made from a title never takes one
    that is written elsewhere in the file: other sheets name entries by it.
    """
    given = {row.cells["id"] for row in rows if row.cells.get("id")}
    seen = set[str]()
    return list(_each(rows, given, seen, doubts))


def _each(rows: Sequence[Row], given: set[str], seen: set[str], doubts: Doubts) -> Iterator[str]:
    for row in rows:
        wanted = row.cells.get("id", "")
        if wanted and wanted not in seen:
            seen.add(wanted)
            yield wanted
            continue
        if wanted:
            doubts.note(ID_AGAIN, row.place, id=wanted)
            found = unused(wanted, given)
        else:
            made, source = _made(row)
            found = unused(made, given)
            doubts.note(ID_MADE, f"{row.place} : « {found} »", source=source)
        given.add(found)
        yield found


def _made(row: Row) -> tuple[str, str]:
    for key, said in SOURCES:
        if found := slug(row.cells.get(key, "")):
            return found, said
    return "donnee", "leur rang, faute de titre et de couche"


def unused(wanted: str, taken: set[str]) -> str:
    """The identifier, with the first number that makes it different from those that are taken."""
    rank, found = 2, wanted
    while found in taken:
        found, rank = f"{wanted}-{rank}", rank + 1
    return found
