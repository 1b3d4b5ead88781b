"""The tables of a card."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from coeurdeville.core.french import capital, day, number, spaced
from coeurdeville.inventory.vocabulaire import Ouverture
from coeurdeville.programme.cas_usage.donnees import NATIONALE, statut
from coeurdeville.programme.cas_usage.fiche import Condition, Donnee, Fiche, Objectif
from coeurdeville.programme.experimentations.effort import jours
from coeurdeville.programme.models import Condition as Kept
from coeurdeville.reports.documents import Column, Table
from coeurdeville.reports.palette import Status

UNKNOWN: Final = "à préciser"
_BETWEEN_DIGITS: Final = re.compile(r"(?<=\d)\s(?=\d)")
TONES: Final[dict[str, Status]] = {
    NATIONALE: "ok", Ouverture.OUVERTE: "ok", Ouverture.NON_RENSEIGNE: "missing", Ouverture.ABSENTE: "wrong",
    Ouverture.SANS_RAISON: "wrong",
}  # fmt: skip
"""Code of a status -> tone of its badge; those that are left out are halfway."""


def donnees(fiche: Fiche) -> Iterator[Table]:
    """Who holds each data set, its status, its licence, its schema."""
    if not fiche.donnees:
        return
    yield Table(
        spaced("Les données du service, avec leur statut à la date de la fiche"),
        (Column("Donnée"), Column("Détenue par"), Column("Statut", shows="badge"), Column("Licence"), Column("Schéma")),
        tuple(_donnee(one) for one in fiche.donnees),
        spaced("* Donnée indispensable : le service ne tourne pas sans elle."),
        tuple(TONES.get(one.ouverture, "partial") for one in fiche.donnees),
    )


def _donnee(one: Donnee) -> tuple[str, ...]:
    since = spaced(f", {day(date.fromisoformat(one.depuis))}") if one.depuis else ""
    schema = " ; ".join(filter(None, (one.schema, one.conformite)))
    kept = (
        spaced(f"{one.detenteur or UNKNOWN} ; entretien : {one.entretien}")
        if one.entretien
        else one.detenteur or UNKNOWN
    )
    title = f"{one.titre} *" if one.indispensable else one.titre
    return title, kept, f"{statut(one)}{since}", one.licence or UNKNOWN, spaced(schema) or UNKNOWN


def objectifs(fiche: Fiche) -> Iterator[Table]:
    """What was aimed at, before and after."""
    if fiche.objectifs:
        columns = (Column("Objectif"), Column("Au départ"), Column("Visé"), Column("Résultat"), Column("Source"))
        yield Table(
            "Objectifs et résultats", columns,
            tuple(_aim(one) for one in fiche.objectifs),
        )  # fmt: skip


def _aim(one: Objectif) -> tuple[str, ...]:
    unknown = (one.depart or UNKNOWN, one.cible or UNKNOWN, one.resultat or "non mesuré", one.source or UNKNOWN)
    return one.titre, *unknown


def effort(fiche: Fiche) -> Iterator[Table]:
    """Days by role, euros."""
    told = fiche.effort
    rows = [(capital(one.role), jours(one.jours)) for one in told.roles]
    rows += [("Dépenses de la ville", f"{number(told.euros)} €")] if told.euros else []
    rows += [("Conseil, payé à part", jours(told.conseil))] if told.conseil else []
    if rows:
        yield Table(
            "Jours et euros, d’après le journal du projet",
            (Column("Qui"), Column("Combien", numeric=True)),
            tuple(rows),
        )


def cooperations(fiche: Fiche) -> Iterator[Table]:
    """Who works with whom, in what form, at what cost."""
    if fiche.cooperations:
        columns = (Column("Sur quoi"), Column("Avec"), Column("Forme"), Column("Coût"))
        rows = tuple((one.titre, one.avec, one.forme, one.cout or UNKNOWN) for one in fiche.cooperations)
        yield Table("Modes de coopération", columns, rows)


def condition(one: Condition) -> str:
    """`Donnée indispensable : Arbres`; bounds that its words tell already are not told twice."""
    bounds = ((one.minimum, "au moins"), (one.maximum, "au plus"))
    said = ", ".join(f"{number(count)} habitants {side}" for count, side in bounds
                     if count is not None and str(count) not in _BETWEEN_DIGITS.sub("", one.texte))  # fmt: skip
    nature = capital(str(Kept.Nature(one.nature).label))
    return spaced(f"{nature} : {one.texte}{f' ({said})' if said else ''}")
