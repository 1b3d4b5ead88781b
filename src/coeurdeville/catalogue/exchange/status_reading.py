"""The status that a row bears, as hands write it: it is read whole, or kept as a text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from coeurdeville.catalogue.exchange.day_words import day_of
from coeurdeville.catalogue.exchange.doubts import Doubts
from coeurdeville.catalogue.exchange.entry_problems import (
    REASON_ALONE,
    STATUS_DAY_UNREADABLE,
    STATUS_ROUNDED,
    STATUS_UNCLEAR,
    STATUS_UNDATED,
)
from coeurdeville.catalogue.exchange.rows import Row
from coeurdeville.catalogue.exchange.status_words import ouverture_of, says_why
from coeurdeville.core.french import day, plain
from coeurdeville.inventory.donnee import Statut
from coeurdeville.inventory.vocabulaire import Ouverture
from coeurdeville.readers.values import MISSING_WORDS

KEYS = ("statut", "ouvert", "date_statut", "motif", "auteur", "preuve", "fondement")


@dataclass(frozen=True)
class ReadStatus:
    """A status, or the texts of a row that states none with certainty."""

    statut: Statut | None = None
    undated: bool = False
    """Its date is only that of the import."""
    kept: Mapping[str, str] = field(default_factory=dict)
    """`statut_lu`, `date_statut_lu`…: what could not be read, as it is written."""


def read_status(row: Row, today: date, doubts: Doubts) -> ReadStatus:
    """The status of a row.

    What is not sure is no status: with a word or a day that cannot be read, the texts are kept and the latest status of
    the town stays. A status without a day has that of the import, and a month or a year its first day: both are said.
    """
    said, asked = row.cells.get("statut", ""), row.cells.get("ouvert", "")
    text = said or asked
    if not text or plain(text) in MISSING_WORDS:
        if not row.cells.get("motif"):
            return ReadStatus()
        doubts.note(REASON_ALONE, f"{row.place} : « {row.cells['motif']} »")
        return ReadStatus(kept=as_read(row))
    found = ouverture_of(text, yes_or_no=not said)
    if found is None:
        doubts.note(STATUS_UNCLEAR, row.place, text=text)
        return ReadStatus(kept=as_read(row))
    written = row.cells.get("date_statut", "")
    if found is Ouverture.NON_RENSEIGNE and not written:
        return ReadStatus(kept={"motif_lu": row.cells["motif"]} if row.cells.get("motif") else {})
    when = _day(written, row, today, doubts)
    if when is None:
        return ReadStatus(kept=as_read(row))
    reason = " ; ".join(filter(None, (text if says_why(text) else "", row.cells.get("motif", ""))))
    status = Statut(
        when, found, row.cells.get("auteur", ""), row.cells.get("preuve", ""), reason, row.cells.get("fondement", "")
    )
    return ReadStatus(status, undated=not written)


def as_read(row: Row) -> dict[str, str]:
    """What a row says of a status, under the keys of what could not be read."""
    said = {key: row.cells[key] for key in KEYS if row.cells.get(key)}
    asked = said.pop("ouvert", "")
    return {f"{key}_lu": text for key, text in {**({"statut": asked} if asked else {}), **said}.items()}


def _day(text: str, row: Row, today: date, doubts: Doubts) -> date | None:
    """The day of a status; None when what is written is none."""
    if not text:
        doubts.note(STATUS_UNDATED, row.place, day=day(today))
        return today
    found = day_of(text)
    if found is None:
        doubts.note(STATUS_DAY_UNREADABLE, f"{row.place} : « {text} »")
        return None
    if not found[1]:
        doubts.note(STATUS_ROUNDED, f"{row.place} : « {text} », lu {day(found[0])}")
    return found[0]
