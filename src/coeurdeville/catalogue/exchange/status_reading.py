"""The status that a row of entries bears, as hands write it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from coeurdeville.catalogue.exchange.day_words import day_of
from coeurdeville.catalogue.exchange.doubts import Doubts
from coeurdeville.catalogue.exchange.entry_problems import STATUS_UNCLEAR, STATUS_UNDATED
from coeurdeville.catalogue.exchange.rows import Row
from coeurdeville.catalogue.exchange.status_words import ouverture_of, says_why
from coeurdeville.core.french import day, plain
from coeurdeville.inventory.donnee import Statut
from coeurdeville.inventory.vocabulaire import Ouverture
from coeurdeville.readers.values import MISSING_WORDS


@dataclass(frozen=True)
class ReadStatus:
    """A status, and whether its date is only that of the import."""

    statut: Statut
    undated: bool


def read_status(row: Row, today: date, doubts: Doubts) -> ReadStatus | None:
    """The status of a row; None when it bears none. What is not sure is `non-renseigne`, its text as the reason."""
    said, asked = row.cells.get("statut", ""), row.cells.get("ouvert", "")
    text = said or asked
    reason = row.cells.get("motif", "")
    if (not text or plain(text) in MISSING_WORDS) and not reason:
        return None
    found = ouverture_of(text, yes_or_no=not said) if text else Ouverture.NON_RENSEIGNE
    if found is None:
        doubts.note(STATUS_UNCLEAR, row.place, text=text)
    kept = text if found is None or says_why(text) else ""
    when = day_or_today(row, "date_statut", today, doubts)
    status = Statut(
        when or today, found or Ouverture.NON_RENSEIGNE, row.cells.get("auteur", ""), row.cells.get("preuve", ""),
        " ; ".join(filter(None, (kept, reason))), row.cells.get("fondement", ""),
    )  # fmt: skip
    return ReadStatus(status, undated=when is None)


def day_or_today(row: Row, key: str, today: date, doubts: Doubts) -> date | None:
    """The day of a cell; None when it has none that can be read, which is said with what it holds."""
    text = row.cells.get(key, "")
    found = day_of(text) if text else None
    if found is None:
        doubts.note(STATUS_UNDATED, f"{row.place}{f' : « {text} »' if text else ''}", day=day(today))
    return found[0] if found else None
