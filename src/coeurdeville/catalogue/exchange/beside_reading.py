"""Rows of the sheets that go with the entries: a dated status, a cooperation, a check by machine.

Each is read as far as it can be; one that is not sure gives nothing but its text, which the entry keeps.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from coeurdeville.catalogue.exchange.cell_reading import CHOOSE
from coeurdeville.catalogue.exchange.day_words import day_of
from coeurdeville.catalogue.exchange.doubts import Doubts
from coeurdeville.catalogue.exchange.entry_problems import (
    ANSWER_DAY_UNREADABLE,
    CHECK_UNREADABLE,
    STATUS_DAY_UNREADABLE,
    STATUS_UNCLEAR,
)
from coeurdeville.catalogue.exchange.list_words import code_of
from coeurdeville.catalogue.exchange.rows import Row
from coeurdeville.catalogue.exchange.status_reading import read_status
from coeurdeville.core.problems import Kind, Level
from coeurdeville.inventory.donnee import Conformite, Cooperation, Statut
from coeurdeville.inventory.vocabulaire import Forme, Nature

BESIDE_UNCLEAR = Kind(
    "import-cooperation-incomprise",
    "« {text} » n’est pas une {what} prévue : la coopération est gardée {instead}, et ce texte dans son objet.",
    CHOOSE,
    Level.WARNING,
)


def read_dated_status(row: Row, today: date, doubts: Doubts) -> Statut | None:
    """A status of the history; None when it has no word or no day that is sure."""
    cells = {key: text for key, text in row.cells.items() if key != "date"}
    if not row.cells.get("date"):
        doubts.note(STATUS_DAY_UNREADABLE, f"{row.place} : sans date")
        return None
    if not row.cells.get("statut"):
        doubts.note(STATUS_UNCLEAR, row.place, text="(vide)")
        return None
    read = read_status(replace(row, cells={**cells, "date_statut": row.cells["date"]}), today, doubts).statut
    if read is None:
        return None
    answered, unread = day_of(row.cells.get("reponse_date", "")), row.cells.get("reponse_date", "")
    said = row.cells.get("reponse", "")
    whole = answered is not None and answered[1]
    if unread and not whole:
        doubts.note(ANSWER_DAY_UNREADABLE, f"{row.place} : « {unread} »")
        said = f"{said} ({unread})".strip()
    return replace(read, reponse=said, reponse_date=answered[0] if answered and whole else None)


def read_cooperation(row: Row, _: date, doubts: Doubts) -> Cooperation:
    """A cooperation; a form or a nature that is not sure stays unknown, and its words go to the aim."""
    form, nature = row.cells.get("forme", ""), row.cells.get("nature", "")
    found_form, found_nature = code_of(Forme, form), code_of(Nature, nature)
    unclear = []
    if form and found_form is None:
        unclear.append(form)
        doubts.note(BESIDE_UNCLEAR, row.place, text=form, what="forme", instead="sans forme")
    if nature and found_nature is None:
        unclear.append(nature)
        doubts.note(BESIDE_UNCLEAR, row.place, text=nature, what="nature", instead="sans nature")
    aim = " ; ".join(filter(None, (row.cells.get("objet", ""), *unclear)))
    return Cooperation(
        row.cells.get("avec", ""), found_form, found_nature, aim, row.cells.get("duree", ""),
        row.cells.get("cout", ""),
    )  # fmt: skip


def read_check(row: Row, _: date, doubts: Doubts) -> Conformite | None:
    """A check by machine; None when its day or one of its counts cannot be read: neither is made up."""
    lines, conforming = (row.cells.get(key, "") for key in ("lignes", "conformes"))
    when = day_of(row.cells.get("date", ""))
    if when is None or not when[1] or not (lines.isdecimal() and conforming.isdecimal()):
        doubts.note(CHECK_UNREADABLE, f"{row.place} : {' ; '.join(row.cells.values())}")
        return None
    return Conformite(row.cells.get("schema", ""), when[0], int(lines), int(conforming))
