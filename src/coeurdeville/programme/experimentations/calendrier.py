"""The plan of a project: what it must hold to start, the days on which it starts and ends."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from django.utils.timezone import localdate

from coeurdeville.core.french import listing
from coeurdeville.core.problems import Kind, Problem
from coeurdeville.programme.experimentations.equipe import vacants

if TYPE_CHECKING:
    from coeurdeville.comptes.models import Utilisateur
    from coeurdeville.programme.models import Appel, Etape, Experimentation

DUREE: Final = (6, 9)
"""Months that an experiment lasts, when its call does not say otherwise."""
NO_DATES = Kind(
    "calendrier-sans-dates",
    "Les dates prévues du projet ne sont pas posées.",
    "Dans le plan, répartir les étapes sur la durée du projet.",
)
STEPS_WITHOUT_DATES = Kind(
    "etapes-sans-dates", "Dans le plan, il manque des dates à {steps}.", "Les poser dans le plan."
)
STEPS_OUTSIDE = Kind(
    "etapes-hors-du-projet",
    "Dans le plan, les dates du projet ne contiennent pas {steps}.",
    "Changer leurs dates, ou celles du projet.",
)
NO_STEP = Kind("plan-vide", "Le plan n’a aucune étape.", "En ajouter au moins une.")
PART_VACANT = Kind(
    "role-vacant", "Personne ne tient le rôle de {part}.", "Dire dans l’équipe qui le tient : sa fonction suffit."
)


def verifier(projet: Experimentation, _acteur: Utilisateur | None, _motif: str, **_: Any) -> Iterable[Problem]:
    """What a project lacks to start: its dates, those of its steps, somebody in each part of the pair."""
    steps = list(projet.etapes.all())
    if projet.debut_prevu is None or projet.fin_prevue is None:
        yield NO_DATES()
    yield from [] if steps else [NO_STEP()]
    yield from _steps(projet, steps)
    for part in vacants(projet.participants.all(), localdate()):
        yield PART_VACANT(part=part.label)


def demarrer(projet: Experimentation, _acteur: Utilisateur | None, _motif: str, **_: Any) -> None:
    """Write the real start, and keep the plan as it is now: drift is counted from it."""
    projet.debut_reel = localdate()
    projet.debut_initial, projet.fin_initiale = projet.debut_prevu, projet.fin_prevue
    projet.save(update_fields=["debut_reel", "debut_initial", "fin_initiale"])
    for step in projet.etapes.all():
        step.debut_initial, step.fin_initiale = step.debut_prevu, step.fin_prevue
        step.save(update_fields=["debut_initial", "fin_initiale"])


def terminer(projet: Experimentation, _acteur: Utilisateur | None, _motif: str, **_: Any) -> None:
    """Write the real end."""
    projet.fin_reelle = localdate()
    projet.save(update_fields=["fin_reelle"])


def duree_prevue(appel: Appel) -> tuple[int, int]:
    """Fewest and most months of the experiments of a call."""
    found = [int(one) for one in re.findall(r"\d+", appel.duree_mois)]
    return (min(found), max(found)) if found else DUREE


def repartition(debut: date, mois: int, etapes: int) -> Iterator[tuple[date, date]]:
    """First and last day of steps of about the same length, which together last so many months from a day."""
    end = ajouter_mois(debut, mois)
    total = (end - debut).days
    limits = [debut + timedelta(days=round(total * rank / etapes)) for rank in range(etapes + 1)]
    yield from ((first, last - timedelta(days=1)) for first, last in pairwise(limits))


def ajouter_mois(jour: date, mois: int) -> date:
    """The same day so many months later, the last of the month when it has no such day."""
    years, month = divmod(jour.month - 1 + mois, 12)
    year = jour.year + years
    return date(year, month + 1, min(jour.day, monthrange(year, month + 1)[1]))


def _steps(projet: Experimentation, steps: Iterable[Etape]) -> Iterator[Problem]:
    undated = [one.titre for one in steps if one.debut_prevu is None or one.fin_prevue is None]
    if undated:
        yield STEPS_WITHOUT_DATES(steps=_said(undated))
    outside = [one.titre for one in steps if _outside(projet, one)]
    if outside:
        yield STEPS_OUTSIDE(steps=_said(outside))


def _outside(projet: Experimentation, step: Etape) -> bool:
    early = projet.debut_prevu and step.debut_prevu and step.debut_prevu < projet.debut_prevu
    late = projet.fin_prevue and step.fin_prevue and step.fin_prevue > projet.fin_prevue
    return bool(early or late)


def _said(titles: list[str]) -> str:
    return listing([f"« {one} »" for one in titles])
