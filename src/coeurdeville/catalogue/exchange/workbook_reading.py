"""Our workbook, or any table of entries filled by hand: good rows are kept, doubtful cells are told."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from coeurdeville.catalogue.exchange.beside_reading import read_check, read_cooperation, read_dated_status
from coeurdeville.catalogue.exchange.columns import known_headers
from coeurdeville.catalogue.exchange.contract import Entry, Imported
from coeurdeville.catalogue.exchange.doubts import Doubts
from coeurdeville.catalogue.exchange.entry_reading import read_entries
from coeurdeville.catalogue.exchange.headers import bare
from coeurdeville.catalogue.exchange.rows import Row, rows_of
from coeurdeville.catalogue.exchange.sheets import (
    BESIDE_ENTRIES,
    CHECKS,
    COOPERATIONS,
    ENTRIES,
    GUIDE,
    LISTS,
    STATUSES,
    headers_of,
)  # fmt: skip
from coeurdeville.core.problems import Kind, Level, Problem
from coeurdeville.readers.extent import require_bounded
from coeurdeville.readers.formats import Format
from coeurdeville.readers.read import read, recognised
from coeurdeville.readers.refusals import NO_ROWS, SEVERAL_PARTS

OWNER_UNKNOWN = Kind(
    "import-ligne-sans-donnee",
    "Feuille « {sheet} » : « {id} » n’est pas l’identifiant d’une donnée de ce classeur ; "
    "ces lignes ne sont pas reprises.",
    "Corriger l’identifiant, ou ajouter la donnée dans la première feuille.",
    Level.WARNING,
)
_WORKBOOKS = (Format.XLSX, Format.XLS, Format.ODS)


def read_workbook(path: Path, today: date) -> Imported:
    """The entries of the sheet « Données », else of the first table, with what the other sheets say of them.

    Any format of table is read. Raises `Refused` when the file cannot be opened or holds no table.
    """
    names = _sheet_names(path)
    main = names.get(bare(ENTRIES))
    features = read(path, part=main)
    doubts = Doubts()
    entries = read_entries(rows_of(features, known_headers()), today, doubts, blank_says=True)
    notes = list(features.notes)
    for name in (STATUSES, COOPERATIONS, CHECKS):
        if main is not None and bare(name) in names:
            rows, said = _beside(path, names[bare(name)], name)
            notes.extend(said)
            entries = _joined(entries, name, rows, doubts, today)
    ours = {bare(one) for one in (*BESIDE_ENTRIES, ENTRIES, GUIDE, LISTS)}
    if main is not None and (others := [name for key, name in names.items() if key not in ours]):
        listed = ", ".join(f"« {one} »" for one in others)
        notes.append(SEVERAL_PARTS(name=path.name, words="feuilles", part=main, others=listed))
    return Imported(entries, (*notes, *doubts.problems()))


def _sheet_names(path: Path) -> Mapping[str, str]:
    """Bare name -> name of each sheet; nothing when the file is not a workbook."""
    import python_calamine as calamine

    found = recognised(path)
    if found not in _WORKBOOKS:
        return {}
    require_bounded(path, found)
    try:
        book = calamine.load_workbook(io.BytesIO(path.read_bytes()))
    except (calamine.CalamineError, OSError, ValueError):
        return {}
    return {bare(name): name for name in book.sheet_names}


def _beside(path: Path, part: str, name: str) -> tuple[Sequence[Row], Sequence[Problem]]:
    """The rows of a sheet that goes with the entries; that it is empty is no news."""
    features = read(path, part=part)
    rows = rows_of(features, headers_of(BESIDE_ENTRIES[name]))
    return rows, [one for one in features.notes if one.code != NO_ROWS.code]


def _joined(entries: Sequence[Entry], name: str, rows: Sequence[Row], doubts: Doubts, today: date) -> tuple[Entry, ...]:
    """The entries, each with what a sheet says of it."""
    known = {one.donnee.id for one in entries}
    for row in rows:
        owner = row.cells.get("donnee", "")
        if owner not in known:
            said = " ; ".join((*row.cells.values(), *row.extra.values()))
            doubts.note(OWNER_UNKNOWN, f"{row.place} : {said}", sheet=name, id=owner)
    readers: Mapping[str, tuple[str, Callable[[Row, date, Doubts], object]]] = {
        STATUSES: ("statuts", read_dated_status),
        COOPERATIONS: ("cooperations", read_cooperation),
        CHECKS: ("conformites", read_check),
    }
    field, reader = readers[name]
    read_rows = [(row.cells.get("donnee", ""), reader(row, today, doubts)) for row in rows]
    return tuple(_with(one, field, [each for owner, each in read_rows if owner == one.donnee.id]) for one in entries)


def _with(entry: Entry, field: str, found: Sequence[object]) -> Entry:
    before = getattr(entry.donnee, field)
    fields: dict[str, Any] = {field: (*found, *before)}
    donnee = replace(entry.donnee, **fields)
    return replace(entry, donnee=donnee, said=entry.said | {field})
