"""What keeps minutes from being drawn up: nobody sat, something is not decided, or by somebody with a link."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from coeurdeville.core.problems import Kind, Problem
from coeurdeville.programme.instructions.contenu import decisions
from coeurdeville.programme.instructions.jours import seance_possible
from coeurdeville.programme.instructions.valeur import attendu, courant
from coeurdeville.programme.models import Appel, Candidature, Decision

UNDECIDED = Kind(
    "decisions-absentes", "Des candidatures déposées n’ont pas de décision.", "Décider de chacune à la table du jury."
)
AWAITED = Kind(
    "complements-attendus",
    "Des villes complètent encore leur candidature.",
    "Attendre leur réponse, ou reprendre sans le complément.",
)
SAME_RANK = Kind(
    "rangs-en-double", "Des candidatures en liste d’attente ont le même rang.", "Donner à chacune un rang différent."
)
LINKED = Kind(
    "decisions-de-recuses",
    "Des décisions ont été écrites par quelqu’un qui a ensuite déclaré un lien.",
    "Les faire écrire de nouveau par un autre membre du jury.",
)
NOT_NOW = Kind(
    "proces-verbal-hors-instruction",
    "L’appel est à l’état « {etat} » : son jury ne siège pas.",
    "Clore d’abord les dépôts.",
)
ALREADY = Kind(
    "proces-verbal-deja-etabli",
    "Le procès-verbal nº {rang} vaut encore.",
    "Le remplacer d’abord, en disant pourquoi ; il reste lisible.",
)
NOBODY = Kind("proces-verbal-sans-presents", "Personne n’est dit présent.", "Cocher les membres du jury qui ont siégé.")
NOTHING_NEW = Kind(
    "proces-verbal-sans-decision",
    "Rien n’est décidé de plus de la liste d’attente depuis l’annonce.",
    "Écrire d’abord la décision à la table du jury.",
)


@dataclass(frozen=True)
class Seance:
    """When the jury sat, who was there, what is worth noting."""

    le: date | None
    """None: what was written is no day."""
    presents: Sequence[int]
    """Numbers of the mandates."""
    observations: str = ""


def manques(appel: Appel, seance: Seance) -> Iterator[Problem]:
    """All of it, for the minutes of a call, or for complementary ones once it is announced."""
    yield from (_first if appel.annonce_le is None else _complementary)(appel, seance)


def incomplets(appel: Appel) -> Iterator[Problem]:
    """What keeps the jury from having decided of everything."""
    found = Candidature.objects.filter(appel=appel, etat__in=("deposee", "a_completer")).select_related("decision")
    towns = list(found.prefetch_related("recusations"))
    if waiting := [one.nom for one in towns if one.etat == "a_completer"]:
        yield AWAITED(examples=waiting)
    if without := [one.nom for one in towns if one.etat == "deposee" and not hasattr(one, "decision")]:
        yield UNDECIDED(examples=without)
    if linked := [one.nom for one in towns if hasattr(one, "decision") and _linked(one)]:
        yield LINKED(examples=linked)
    ranked = [one for one in towns if hasattr(one, "decision") and one.decision.issue == Decision.Issue.ATTENTE]
    twice = {rank for rank, count in Counter(one.decision.rang for one in ranked).items() if count > 1}
    if same := [f"{one.nom} (rang {one.decision.rang})" for one in ranked if one.decision.rang in twice]:
        yield SAME_RANK(examples=same)


def _first(appel: Appel, seance: Seance) -> Iterator[Problem]:
    if appel.etat != "instruction":
        yield NOT_NOW(etat=appel.en_etat.nom)
    former = courant(appel)
    if former is not None:
        yield ALREADY(rang=former.rang)
    yield from _seat(appel, seance)
    yield from incomplets(appel)


def _complementary(appel: Appel, seance: Seance) -> Iterator[Problem]:
    """What keeps minutes of the waiting list from being drawn up."""
    if appel.etat != "decide":
        yield NOT_NOW(etat=appel.en_etat.nom)
    former = courant(appel)
    if former is not None and attendu(former):
        yield ALREADY(rang=former.rang)
    told = [one["numero"] for one in decisions(appel)]
    if not told:
        yield NOTHING_NEW()
    towns = Candidature.objects.filter(pk__in=told).select_related("decision").prefetch_related("recusations")
    if linked := [one.nom for one in towns if _linked(one)]:
        yield LINKED(examples=linked)
    yield from _seat(appel, seance)


def _seat(appel: Appel, seance: Seance) -> Iterator[Problem]:
    yield from seance_possible(appel, seance.le)
    if not appel.mandats.filter(role="jury", pk__in=seance.presents).exists():
        yield NOBODY()


def _linked(candidature: Candidature) -> bool:
    """Nobody knows which account that is gone was which: a link and a decision, both unnamed, count as one's own."""
    return any(one.utilisateur_id == candidature.decision.par_id for one in candidature.recusations.all())
