"""Rows of the other sheets put with the entry that each names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from coeurdeville.catalogue.exchange.beside_reading import read_check, read_cooperation, read_dated_status
from coeurdeville.catalogue.exchange.contract import Entry
from coeurdeville.catalogue.exchange.doubts import Doubts
from coeurdeville.catalogue.exchange.rows import Row
from coeurdeville.catalogue.exchange.sheets import BESIDE_ENTRIES, CHECKS, COOPERATIONS, STATUSES
from coeurdeville.core.french import spaced
from coeurdeville.inventory.donnee import Donnee

READERS: Mapping[str, tuple[str, str, Callable[[Row, date, Doubts], object | None]]] = {
    STATUSES: ("statuts", "statut_lu", read_dated_status),
    COOPERATIONS: ("cooperations", "cooperation_lu", read_cooperation),
    CHECKS: ("conformites", "verification_lu", read_check),
}
"""Sheet -> field of the entry, key under which a row that cannot be read is kept, how a row is read."""


def joined(
    entries: Sequence[Entry], sheet: str, rows: Sequence[Row], doubts: Doubts, today: date
) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
    """The entries, each with what a sheet says of it; then one entry for each row of which the file holds none."""
    known = {one.donnee.id for one in entries}
    field, key, reader = READERS[sheet]
    found: defaultdict[str, list[tuple[object | None, Row]]] = defaultdict(list)
    for row in rows:
        found[row.cells.get("donnee", "")].append((reader(row, today, doubts), row))
    alone = [
        replace(_with(Entry(Donnee(owner, "", ""), ""), field, key, sheet, [one]), place=_place(sheet, one[1]))
        for owner, read in found.items()
        if owner not in known
        for one in read
    ]
    return tuple(_with(one, field, key, sheet, found.get(one.donnee.id, ())) for one in entries), tuple(alone)


def _with(entry: Entry, field: str, key: str, sheet: str, read: Sequence[tuple[object | None, Row]]) -> Entry:
    """The entry with what was read, and the texts of what was not."""
    if not read:
        return entry
    before = entry.donnee
    texts = [_text(sheet, row) for found, row in read if found is None]
    kept = " / ".join(filter(None, (str(before.autres.get(key, "")), *texts)))
    fields: dict[str, Any] = {field: (*(one for one, _ in read if one is not None), *getattr(before, field))}
    autres = {**before.autres, **({key: kept} if texts else {})}
    return replace(entry, donnee=replace(before, autres=autres, **fields))


def _place(sheet: str, row: Row) -> str:
    return f"{sheet}, {row.place} : {_text(sheet, row)}"


def _text(sheet: str, row: Row) -> str:
    """What a row says: `Date : bientôt ; Statut : fermé au public`."""
    headers = {one.key: one.header for one in BESIDE_ENTRIES[sheet] if one.key != "donnee"}
    said = {**{headers[key]: text for key, text in row.cells.items() if key in headers}, **row.extra}
    return " ; ".join(spaced(f"{header} : {text}") for header, text in said.items())
