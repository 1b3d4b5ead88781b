"""What is known of the openness of data, written down day after day: lines are added, never rewritten."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from coeurdeville.core.french import day
from coeurdeville.core.problems import Kind, Problem, refuse_errors
from coeurdeville.inventory.donnee import Donnee, Statut
from coeurdeville.inventory.ecriture import statut_row
from coeurdeville.inventory.edition import edit_entry, entry_named
from coeurdeville.inventory.retouche import add_row
from coeurdeville.inventory.ville import Ville

NOT_YET = Kind(
    "jour-a-venir", "Le {day} n’est pas encore passé.", "Écrire le jour où cela a été constaté, ou celui de la réponse."
)
NOTHING_SAID = Kind("reponse-vide", "La réponse du détenteur est vide.", "Écrire sa réponse, dans ses mots.")
NO_STATUS = Kind(
    "reponse-sans-statut",
    "Donnée « {id} » : elle n’a encore aucun statut daté auquel répondre.",
    "Noter d’abord son statut : coeurdeville inventaire statut.",
)
TOO_EARLY = Kind(
    "reponse-trop-ancienne",
    "Donnée « {id} » : son statut est du {day}, et la réponse serait du {reply}.",
    "Corriger la date de la réponse.",
)
ANSWERED = Kind(
    "reponse-deja-notee",
    "Donnée « {id} » : le détenteur a déjà répondu le {reply} au statut du {day}.",
    "Noter un nouveau statut d’après ce qu’il dit maintenant, puis sa réponse.",
)


def add_statut(ville: Ville, name: str, statut: Statut, today: date | None = None) -> Ville:
    """The town with one more status at the end of the history of an entry; former ones stay as they are written.

    Raises
    ------
    Refused
        `nom-inconnu` with the nearest entry, or `jour-a-venir`.
    """
    donnee = entry_named(ville, name)
    days = [one for one in (statut.date, statut.reponse_date) if one is not None]
    refuse_errors(NOT_YET(day=day(one)) for one in days if one > (today or date.today()))
    return edit_entry(ville, donnee.id, lambda entry: add_row(entry, "statuts", statut_row(statut)))


def add_reponse(ville: Ville, name: str, text: str, when: date, today: date | None = None) -> Ville:
    """The town with what the holder answered to the latest status of an entry, which is not otherwise changed.

    Raises
    ------
    Refused
        `nom-inconnu`; no status to answer to, or one that is answered already; an empty answer, one of a day to come
        or of before the status.
    """
    donnee = entry_named(ville, name)
    refuse_errors(_wrong(donnee, text, when, today or date.today()))

    def answer(entry: Any) -> None:
        row = entry["statuts"][_latest(donnee, today or date.today())]
        row["reponse"], row["reponse_date"] = text.strip(), when

    return edit_entry(ville, donnee.id, answer)


def awaits_answer(ville: Ville, name: str, today: date | None = None) -> bool:
    """Whether the latest status of an entry is dated and has no answer of the holder yet. Raises as `add_reponse`."""
    statut = entry_named(ville, name).statut_au(today or date.today())
    return statut is not None and statut.date != date.min and not statut.reponse


def _wrong(donnee: Donnee, text: str, when: date, today: date) -> Iterator[Problem]:
    if not text.strip():
        yield NOTHING_SAID()
    if when > today:
        yield NOT_YET(day=day(when))
    statut = donnee.statut_au(today)
    if statut is None or statut.date == date.min:
        yield NO_STATUS(id=donnee.id)
    elif statut.reponse:
        reply = day(statut.reponse_date) if statut.reponse_date else "jour inconnu"
        yield ANSWERED(id=donnee.id, reply=reply, day=day(statut.date))
    elif when < statut.date:
        yield TOO_EARLY(id=donnee.id, day=day(statut.date), reply=day(when))


def _latest(donnee: Donnee, today: date) -> int:
    """The rank in the file of the latest status."""
    latest = donnee.statut_au(today)
    return next(rank for rank, one in enumerate(donnee.statuts) if one is latest)
