"""Rows of the sheets that go with the entries: a dated status, a cooperation, a check by machine."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from coeurdeville.catalogue.exchange.cell_reading import CHOOSE
from coeurdeville.catalogue.exchange.day_words import day_of
from coeurdeville.catalogue.exchange.doubts import Doubts
from coeurdeville.catalogue.exchange.list_words import code_of
from coeurdeville.catalogue.exchange.rows import Row
from coeurdeville.catalogue.exchange.status_reading import day_or_today, read_status
from coeurdeville.core.problems import Kind, Level
from coeurdeville.inventory.donnee import Conformite, Cooperation, Statut
from coeurdeville.inventory.vocabulaire import Forme, Nature, Ouverture

BESIDE_UNCLEAR = Kind(
    "import-cooperation-incomprise",
    "« {text} » n’est pas une {what} prévue : la coopération est gardée {instead}, et ce texte dans son objet.",
    CHOOSE,
    Level.WARNING,
)
COUNT_UNREADABLE = Kind(
    "import-verification-illisible",
    "Des nombres de lignes vérifiées ne sont pas lisibles : ils sont mis à zéro.",
    "Refaire la vérification : coeurdeville inventaire conformite.",
    Level.WARNING,
)


def read_dated_status(row: Row, today: date, doubts: Doubts) -> Statut:
    """A status of the history."""
    cells = {key: text for key, text in row.cells.items() if key != "date"}
    read = read_status(replace(row, cells={**cells, "date_statut": row.cells.get("date", "")}), today, doubts)
    if read is None:
        when = day_or_today(row, "date", today, doubts) or today
        found = Statut(when, Ouverture.NON_RENSEIGNE, row.cells.get("auteur", ""), row.cells.get("preuve", ""),
                       fondement=row.cells.get("fondement", ""))  # fmt: skip
    else:
        found = read.statut
    answered = day_of(row.cells.get("reponse_date", ""))
    said = row.cells.get("reponse", "")
    if answered is None and (unread := row.cells.get("reponse_date")):
        said = f"{said} ({unread})".strip()
    return replace(found, reponse=said, reponse_date=answered[0] if answered else None)


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


def read_check(row: Row, today: date, doubts: Doubts) -> Conformite:
    """A check by machine."""
    counts = [row.cells.get(key, "") for key in ("lignes", "conformes")]
    if not all(one.isdecimal() for one in counts):
        doubts.note(COUNT_UNREADABLE, f"{row.place} : {', '.join(counts)}")
    lines, conforming = (int(one) if one.isdecimal() else 0 for one in counts)
    when = day_or_today(row, "date", today, doubts) or today
    return Conformite(row.cells.get("schema", ""), when, lines, conforming)
