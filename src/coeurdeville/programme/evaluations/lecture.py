"""What pages read of an evaluation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from coeurdeville.programme.droits import binome, suit
from coeurdeville.programme.evaluations.durables import durable
from coeurdeville.programme.experimentations.cloture import OPEN
from coeurdeville.programme.experimentations.effort import Bilan, bilan
from coeurdeville.programme.models import Evaluation

if TYPE_CHECKING:
    from coeurdeville.comptes.models import Utilisateur
    from coeurdeville.programme.models import Condition, DonneeUtile, Objectif, Resultat


@dataclass(frozen=True)
class Lue:
    """The records of an evaluation."""

    objectifs: Sequence[Objectif]
    resultats: Sequence[Resultat]
    donnees: Sequence[tuple[DonneeUtile, date | None, bool]]
    """Each with the day of its verdict, and whether all that a machine looked at is well."""
    conditions: Sequence[Condition]
    bilan: Bilan


def evaluation(numero: int, *_: Any, **__: Any) -> Evaluation | None:
    """The evaluation of a project, one query; None when there is none."""
    found = Evaluation.objects.select_related("experimentation__candidature__appel")
    return found.filter(experimentation=numero).first()


def lit(user: Utilisateur, one: Evaluation) -> bool:
    """Whether somebody may read it: those who follow the project."""
    return suit(user, one.experimentation)


def ecrit(user: Utilisateur, one: Evaluation) -> bool:
    """Whether somebody may write in it now: the pair, until it is handed in."""
    return binome(user, one) and one.etat in OPEN


def lue(one: Evaluation) -> Lue:
    """All that it says. Six queries."""
    return Lue(
        list(one.objectifs.all()),
        list(one.resultats.select_related("piece")),
        [(each, _day(each), durable(each.verdict)) for each in one.donnees.all()],
        list(one.conditions.all()),
        bilan(one.experimentation),
    )


def _day(each: DonneeUtile) -> date | None:
    return date.fromisoformat(each.verdict["le"]) if each.verdict else None
