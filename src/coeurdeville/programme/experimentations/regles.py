"""What a record of a project must say to be kept: every fault at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any, Final

from django.db import models
from django.utils.timezone import localdate

from coeurdeville.core.problems import Kind, Problem, Refused
from coeurdeville.layers.catalogue import kinds
from coeurdeville.programme.experimentations.quantites import compter
from coeurdeville.programme.models import (
    Condition,
    Cooperation,
    DonneeUtile,
    Effort,
    Etape,
    Experimentation,
    Mission,
    NoteJournal,
    Objectif,
    Obstacle,
    Participant,
    Preuve,
)
from coeurdeville.territories.perimeter import perimeter

DATES_REVERSED = Kind("dates-a-l-envers", "{what} : la fin est avant le début.", "Corriger l’une des deux dates.")
DAY_TO_COME = Kind(
    "jour-du-projet-a-venir", "{what} n’est pas encore passé.", "Écrire un jour passé, ou celui d’aujourd’hui."
)
EFFORT_EMPTY = Kind("effort-vide", "Ni jours ni euros.", "Écrire au moins l’un des deux.")
EFFORT_WITHOUT_PART = Kind(
    "effort-sans-role", "Des jours, sans dire de quel rôle.", "Choisir le rôle de ceux qui les ont passés."
)
LAYER_UNKNOWN = Kind(
    "couche-du-projet-inconnue", "« {slug} » n’est pas une couche connue.", "La choisir dans la liste."
)
OVERCOME_HOW = Kind(
    "obstacle-leve-sans-mots",
    "L’obstacle est levé, sans dire comment.",
    "L’écrire en une phrase : cela servira à d’autres.",
)
LISTED = Kind(
    "donnee-deja-listee",
    "« {slug} » est déjà dans les données du service.",
    "Modifier sa ligne, ou choisir une autre donnée.",
)
CONDITION_WITHOUT_LAYER = Kind(
    "condition-sans-couche", "Une donnée indispensable sans sa couche.", "Choisir la couche dans la liste."
)
CONDITION_WITHOUT_PLACE = Kind(
    "condition-sans-perimetre",
    "Un périmètre sans population ni lieu.",
    "Écrire une population, ou un lieu : un département, une région, une intercommunalité.",
)
BOUNDS_REVERSED = Kind(
    "bornes-a-l-envers", "La population la plus grande est en dessous de la plus petite.", "Corriger l’une des deux."
)


def controler(fiche: models.Model) -> Iterable[Problem]:
    """All that is wrong with a record: by its own rule, if it has one, then by what it counts."""
    rule = RULES.get(type(fiche))
    return [*([] if rule is None else rule(fiche)), *compter(fiche)]


def _projet(one: Experimentation) -> Iterator[Problem]:
    yield from _ordered("Le projet", one.debut_prevu, one.fin_prevue)


def _participant(one: Participant) -> Iterator[Problem]:
    yield from _ordered(f"« {one.fonction} »", one.du, one.au)


def _etape(one: Etape) -> Iterator[Problem]:
    yield from _ordered(f"« {one.titre} », dates prévues", one.debut_prevu, one.fin_prevue)
    yield from _ordered(f"« {one.titre} », dates réelles", one.debut_reel, one.fin_reelle)
    yield from _past("Le début réel", one.debut_reel)
    yield from _past("La fin réelle", one.fin_reelle)


def _note(one: NoteJournal) -> Iterator[Problem]:
    yield from _past("Le jour de cette page", one.jour)


def _obstacle(one: Obstacle) -> Iterator[Problem]:
    yield from _ordered("L’obstacle", one.rencontre_le, one.leve_le)
    yield from _past("Le jour de la rencontre", one.rencontre_le)
    if one.leve_le and not one.leve_comment.strip():
        yield OVERCOME_HOW()
    yield from _layer(one.couche)


def _effort(one: Effort) -> Iterator[Problem]:
    yield from _past("Le jour", one.jour)
    if not one.jours and not one.euros:
        yield EFFORT_EMPTY()
    if one.jours and not one.part:
        yield EFFORT_WITHOUT_PART()


def _cooperation(one: Cooperation) -> Iterator[Problem]:
    yield from _layer(one.couche)


def _preuve(one: Preuve) -> Iterator[Problem]:
    from coeurdeville.programme.experimentations.preuves import verifier

    yield from verifier(one)


def _mission(one: Mission) -> Iterator[Problem]:
    yield from _ordered("La mission", one.debut, one.fin)


def _objectif(one: Objectif) -> Iterator[Problem]:
    from coeurdeville.programme.evaluations.chiffres import verifier

    yield from verifier(one)


def _donnee(one: DonneeUtile) -> Iterator[Problem]:
    yield from _layer(one.couche)
    if one.evaluation.donnees.filter(couche=one.couche).exclude(pk=one.pk).exists():
        yield LISTED(slug=one.couche)


def _condition(one: Condition) -> Iterator[Problem]:
    if one.nature == Condition.Nature.DONNEE:
        yield from _layer(one.couche) if one.couche else [CONDITION_WITHOUT_LAYER()]
    if one.nature == Condition.Nature.PERIMETRE:
        yield from _bounds(one)


def _bounds(one: Condition) -> Iterator[Problem]:
    if one.minimum is None and one.maximum is None and not one.perimetre.strip():
        yield CONDITION_WITHOUT_PLACE()
    if one.minimum is not None and one.maximum is not None and one.maximum < one.minimum:
        yield BOUNDS_REVERSED()
    if one.perimetre.strip():
        try:
            perimeter(one.perimetre)
        except Refused as refused:
            yield from refused.problems


def _ordered(what: str, start: date | None, end: date | None) -> Iterator[Problem]:
    if start is not None and end is not None and end < start:
        yield DATES_REVERSED(what=what)


def _past(what: str, day: date | None) -> Iterator[Problem]:
    if day is not None and day > localdate():
        yield DAY_TO_COME(what=what)


def _layer(slug: str) -> Iterator[Problem]:
    if slug and slug not in kinds():
        yield LAYER_UNKNOWN(slug=slug)


RULES: Final[dict[type[models.Model], Callable[[Any], Iterator[Problem]]]] = {
    Experimentation: _projet, Participant: _participant, Etape: _etape, NoteJournal: _note, Obstacle: _obstacle,
    Effort: _effort, Cooperation: _cooperation, Preuve: _preuve, Mission: _mission,
    Objectif: _objectif, DonneeUtile: _donnee, Condition: _condition,
}  # fmt: skip
