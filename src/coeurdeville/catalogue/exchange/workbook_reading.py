"""Our workbook, or any table of entries filled by hand: good rows are kept, doubtful cells are told."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from coeurdeville.catalogue.exchange.columns import known_headers
from coeurdeville.catalogue.exchange.contract import Entry, Imported
from coeurdeville.catalogue.exchange.doubts import Doubts
from coeurdeville.catalogue.exchange.entry_reading import read_entries
from coeurdeville.catalogue.exchange.formula_cells import with_formulas
from coeurdeville.catalogue.exchange.headers import bare
from coeurdeville.catalogue.exchange.joining import joined
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
from coeurdeville.core.problems import Problem
from coeurdeville.readers.extent import require_bounded
from coeurdeville.readers.formats import Format
from coeurdeville.readers.read import read, recognised
from coeurdeville.readers.refusals import NO_ROWS, SEVERAL_PARTS

_WORKBOOKS = (Format.XLSX, Format.XLS, Format.ODS)


def read_workbook(path: Path, today: date) -> Imported:
    """The entries of the sheet « Données », else of the first table, with what the other sheets say of them.

    Any format of table is read. Raises `Refused` when the file cannot be opened or holds no table.
    """
    names = _sheet_names(path)
    main = names.get(bare(ENTRIES))
    features = read(path, part=main)
    doubts = Doubts()
    sheet = main or _first_table(path, names)
    rows = with_formulas(path, sheet, features, known_headers(), rows_of(features, known_headers()), doubts)
    entries = read_entries(rows, today, doubts)
    notes = list(features.notes)
    orphans: list[Entry] = []
    for name in (STATUSES, COOPERATIONS, CHECKS):
        if main is not None and bare(name) in names:
            beside, said = _beside(path, names[bare(name)], name, doubts)
            notes.extend(said)
            entries, alone = joined(entries, name, beside, doubts, today)
            orphans.extend(alone)
    ours = {bare(one) for one in (*BESIDE_ENTRIES, ENTRIES, GUIDE, LISTS)}
    if main is not None and (others := [name for key, name in names.items() if key not in ours]):
        listed = ", ".join(f"« {one} »" for one in others)
        notes.append(SEVERAL_PARTS(name=path.name, words="feuilles", part=main, others=listed))
    return Imported(entries, (*notes, *doubts.problems()), tuple(orphans))


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


def _first_table(path: Path, names: Mapping[str, str]) -> str:
    """The sheet that is read when none has our name: the first that can be seen, with two columns and two rows."""
    import python_calamine as calamine

    if not names:
        return ""
    book = calamine.load_workbook(io.BytesIO(path.read_bytes()))
    seen = [one.name for one in book.sheets_metadata if str(one.visible).endswith("Visible")]
    sheets = [book.get_sheet_by_name(name) for name in seen or names.values()]
    return next((one.name for one in sheets if one.height > 1 and one.width > 1), sheets[0].name)


def _beside(path: Path, part: str, name: str, doubts: Doubts) -> tuple[Sequence[Row], Sequence[Problem]]:
    """The rows of a sheet that goes with the entries; that it is empty is no news."""
    features = read(path, part=part)
    known = headers_of(BESIDE_ENTRIES[name])
    rows = with_formulas(path, part, features, known, rows_of(features, known), doubts)
    texts = [replace(one, cells={**one.cells, **one.unread}) for one in rows]
    return texts, [one for one in features.notes if one.code != NO_ROWS.code]
