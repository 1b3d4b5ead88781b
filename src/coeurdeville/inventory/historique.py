"""The dated history of the statuses of an entry: what each lacks, and what does not follow from one to the next."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from coeurdeville.core.french import day, plural, quoted
from coeurdeville.core.problems import Kind, Level, Problem
from coeurdeville.inventory.demandes.droit import articles_for, droit
from coeurdeville.inventory.donnee import Donnee, Statut
from coeurdeville.inventory.vocabulaire import Ouverture

UNPROVED = Kind(
    "statut-sans-preuve",
    "Donnée « {id} » : {count_words} sans auteur ou sans preuve.",
    "Écrire qui l’a constaté, et l’adresse, la lettre ou le fichier qui permet de le vérifier.",
    Level.WARNING,
)
UNREASONED = Kind(
    "statut-ferme-sans-raison",
    "Donnée « {id} » : {count_words} « {status} » sans motif ni fondement.",
    "Écrire le motif, et sous « fondement » l’article qui le permet : {known}.",
    Level.WARNING,
)
GROUND_UNKNOWN = Kind(
    "statut-fondement-inconnu",
    "Donnée « {id} » : le fondement « {ground} » n’est pas un article connu.",
    "Écrire l’un de : {known}.",
    Level.WARNING,
)
GROUND_OTHER = Kind(
    "statut-fondement-autre",
    "Donnée « {id} » : l’article {reference} ne ferme pas une donnée « {status} ».",
    "Corriger le statut, ou écrire l’un de : {known}.",
    Level.WARNING,
)
OPEN_CLOSED = Kind(
    "statut-ouvert-avec-fondement",
    "Donnée « {id} » : elle est dite ouverte le {day}, et l’article {reference}, qui ferme des données, est cité.",
    "Retirer « fondement », ou noter le statut que cet article permet.",
    Level.WARNING,
)
SAME_DAY = Kind(
    "statuts-du-meme-jour",
    "Donnée « {id} » : le {day}, elle est dite à la fois {statuses} ; le dernier écrit est retenu.",
    "Ne garder que le bon, ou corriger une date.",
    Level.WARNING,
)
REPLY_BEFORE = Kind(
    "reponse-avant-statut",
    "Donnée « {id} » : la réponse du détenteur est du {reply}, avant le statut auquel elle répond, du {day}.",
    "Corriger l’une des deux dates.",
    Level.WARNING,
)
REPLY_HALF = Kind(
    "reponse-incomplete",
    "Donnée « {id} » : la réponse du détenteur au statut du {day} n’a pas de {lacking}.",
    "Compléter « reponse » et « reponse_date ».",
    Level.WARNING,
)


def check_historique(donnee: Donnee) -> Iterator[Problem]:
    """Statuses without author, evidence or reason; wrong grounds; replies out of time; two statuses of one day."""
    told = [one for one in donnee.statuts if one.date != date.min]
    if unproved := [_lacking(one) for one in told if _lacking(one)]:
        yield UNPROVED(id=donnee.appellation, count_words=plural(len(unproved), "statut"), examples=unproved)
    yield from _unreasoned(donnee, told)
    yield from (problem for one in told if one.fondement for problem in _ground(donnee, one))
    yield from (problem for one in told for problem in _reply(donnee, one))
    for when, group in groupby(sorted(told, key=lambda one: one.date), key=lambda one: one.date):
        statuses = list(dict.fromkeys(one.ouverture.libelle for one in group))
        if len(statuses) > 1:
            yield SAME_DAY(id=donnee.appellation, day=day(when), statuses=quoted(statuses, len(statuses)))


def _unreasoned(donnee: Donnee, told: list[Statut]) -> Iterator[Problem]:
    """The closed statuses without a reason, each kind with the articles that may close it."""
    bare = [one for one in told if one.ouverture.fermee and not (one.motif or one.fondement)]
    for status in dict.fromkeys(one.ouverture for one in bare):
        days = [day(one.date) for one in bare if one.ouverture is status]
        known = ", ".join(one.cle for one in articles_for(status))
        yield UNREASONED(id=donnee.appellation, count_words=plural(len(days), "statut"), status=status.libelle,
                         known=known, examples=days)  # fmt: skip


def _lacking(statut: Statut) -> str:
    """`01/02/2026 : sans preuve`; empty when nothing lacks. That one does not know needs no proof."""
    if statut.ouverture is Ouverture.NON_RENSEIGNE:
        return ""
    lacking = " ni ".join(word for word in ("auteur", "preuve") if not getattr(statut, word))
    return f"{day(statut.date)} : sans {lacking}" if lacking else ""


def _ground(donnee: Donnee, statut: Statut) -> Iterator[Problem]:
    """A ground that is no article of the table, or one that does not close such data."""
    article = droit().get(statut.fondement)
    fits = [key for key, one in droit().items() if one.ferme and (statut.ouverture in one.ferme or article is None)]
    if article is None:
        yield GROUND_UNKNOWN(id=donnee.appellation, ground=statut.fondement, known=", ".join(fits))
    elif statut.ouverture.fermee and statut.ouverture not in article.ferme:
        status = statut.ouverture.libelle
        yield GROUND_OTHER(id=donnee.appellation, reference=article.reference, status=status, known=", ".join(fits))
    elif statut.ouverture is Ouverture.OUVERTE and article.ferme:
        yield OPEN_CLOSED(id=donnee.appellation, day=day(statut.date), reference=article.reference)


def _reply(donnee: Donnee, statut: Statut) -> Iterator[Problem]:
    if bool(statut.reponse) != (statut.reponse_date is not None):
        lacking = "date" if statut.reponse else "texte"
        yield REPLY_HALF(id=donnee.appellation, day=day(statut.date), lacking=lacking)
    elif statut.reponse_date is not None and statut.reponse_date < statut.date:
        yield REPLY_BEFORE(id=donnee.appellation, day=day(statut.date), reply=day(statut.reponse_date))
