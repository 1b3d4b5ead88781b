"""What entries of an inventory say and that cannot be true: never an error, since their files can be used."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from coeurdeville.core.french import day, plural
from coeurdeville.core.problems import Kind, Level, Problem
from coeurdeville.inventory.derivations import check_derivations
from coeurdeville.inventory.detenteur import check_detenteur
from coeurdeville.inventory.donnee import Donnee
from coeurdeville.inventory.historique import check_historique
from coeurdeville.inventory.ouvertures import check_ouverture
from coeurdeville.inventory.rivales import check_rivales

TO_COME = Kind(
    "date-a-venir",
    "Donnée « {id} » : {count_words} après aujourd’hui, le {today}.",
    "Corriger l’année, ou attendre ce jour pour l’écrire.",
    Level.WARNING,
)
COUNT_IMPOSSIBLE = Kind(
    "conformite-impossible",
    "Donnée « {id} » : d’après la vérification du {day} par le schéma « {schema} », {good} sur {rows} sont conformes.",
    "Refaire la vérification : coeurdeville inventaire conformite.",
    Level.WARNING,
)


def check_said(donnee: Donnee, today: date) -> Iterator[Problem]:
    """Every contradiction of an entry with itself, or with the day on which it is read."""
    yield from check_detenteur(donnee)
    yield from check_ouverture(donnee)
    yield from check_historique(donnee)
    yield from _dates(donnee, today)
    yield from _counts(donnee)


def check_together(donnees: Sequence[Donnee]) -> Iterator[Problem]:
    """Every contradiction of entries with one another."""
    yield from check_derivations(donnees)
    yield from check_rivales(donnees)


def _dates(donnee: Donnee, today: date) -> Iterator[Problem]:
    """Days that have not come yet."""
    told: list[tuple[str, date | None]] = [
        *(("statut", one.date) for one in donnee.statuts),
        *(("réponse", one.reponse_date) for one in donnee.statuts),
        *(("vérification", one.date) for one in donnee.conformites),
    ]
    late = [f"{what} du {day(when)}" for what, when in told if when is not None and when > today]
    if late:
        yield TO_COME(id=donnee.appellation, count_words=plural(len(late), "date"), today=day(today), examples=late)


def _counts(donnee: Donnee) -> Iterator[Problem]:
    for one in donnee.conformites:
        if not 0 <= one.conformes <= one.lignes:
            good, rows = plural(one.conformes, "ligne"), str(one.lignes)
            yield COUNT_IMPOSSIBLE(id=donnee.appellation, day=day(one.date), schema=one.schema, good=good, rows=rows)
