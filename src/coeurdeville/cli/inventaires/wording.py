"""Parts of an entry in words, as the commands of the inventory say them."""

from __future__ import annotations

from datetime import date

from coeurdeville.core.french import day, number, plural
from coeurdeville.core.frequency import Frequency
from coeurdeville.core.sentences import share
from coeurdeville.inventory.donnee import Conformite, Donnee
from coeurdeville.inventory.vocabulaire import Acteur


def holder(donnee: Donnee) -> str:
    """`Ville de Valbois (commune)`; that it is not known is said."""
    sort = donnee.nature.libelle if donnee.nature else donnee.categorie.libelle
    known = donnee.nature is not None or donnee.categorie is not Acteur.NON_RENSEIGNE
    return f"{donnee.tenue_par} ({sort})" if donnee.tenue_par and known else donnee.tenue_par or sort


def status(donnee: Donnee) -> str:
    """`déjà ouverte (25/11/2026)`."""
    latest = donnee.statut
    return f"{latest.ouverture.libelle} ({written_day(latest.date)})" if latest else donnee.ouverture.libelle


def written_day(when: date | None) -> str:
    """`25/11/2026`; that it is not there, or could not be read, is said."""
    if when is None:
        return "sans date"
    return "date illisible" if when == date.min else day(when)


def vintage(donnee: Donnee) -> str:
    """`2024`, or that it is not known."""
    return str(donnee.millesime) if donnee.millesime else "millésime à préciser"


def rhythm(donnee: Donnee) -> str:
    """`mise à jour : annuelle`, or that it is not known."""
    if donnee.rythme is Frequency.UNKNOWN:
        return "rythme à préciser"
    return f"mise à jour : {str(donnee.rythme).lower()}"


def conformity(one: Conformite) -> str:
    """`arbres-urbains : 980 lignes conformes sur 1 000 (98 %), le 25/11/2026`."""
    rate = f" ({share(100 * one.conformes / one.lignes)})" if one.lignes > 0 else ""
    lines = plural(one.conformes, "ligne conforme", "lignes conformes")
    return f"{one.schema} : {lines} sur {number(one.lignes)}{rate}, {_on(one.date)}"


def _on(when: date) -> str:
    return written_day(when) if when == date.min else f"le {day(when)}"


def last_conformity(donnee: Donnee) -> str:
    """The latest check by machine; that there was none is said."""
    return conformity(max(donnee.conformites, key=lambda one: one.date)) if donnee.conformites else "jamais vérifiée"
