"""What the page of a part shows beside its records."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import Any, Final

from django.utils.timezone import localdate

from coeurdeville.programme.experimentations.derive import derive
from coeurdeville.programme.experimentations.effort import bilan_de
from coeurdeville.programme.experimentations.equipe import tient, vacances
from coeurdeville.programme.experimentations.fichiers import fichiers
from coeurdeville.programme.experimentations.preuves import pieces
from coeurdeville.programme.experimentations.suspensions import suspensions
from coeurdeville.programme.models import Experimentation, Obstacle

Found = dict[str, Any]


def contenu(projet: Experimentation, cle: str, fiches: Sequence[Any]) -> Found:
    """Names of the template and their values; nothing for a part that only lists its records."""
    made = MADE.get(cle)
    return {} if made is None else made(projet, fiches)


def _plan(projet: Experimentation, fiches: Sequence[Any]) -> Found:
    return {"derive": derive(projet, fiches, suspensions([projet])[projet.pk], localdate())}


def _team(projet: Experimentation, fiches: Sequence[Any]) -> Found:
    today = localdate()
    return {
        "presents": [one for one in fiches if tient(one, today)],
        "partis": [one for one in fiches if not tient(one, today)],
        "vacances": vacances(fiches, projet, today),
    }


def _obstacles(_: Experimentation, fiches: Sequence[Obstacle]) -> Found:
    ordered = sorted(fiches, key=lambda one: (Obstacle.Famille.values.index(one.famille), one.rencontre_le))
    groups = groupby(ordered, key=lambda one: one.get_famille_display())
    return {"familles": [(name, list(those)) for name, those in groups],
            "leves": sum(one.leve_le is not None for one in fiches)}  # fmt: skip


def _effort(projet: Experimentation, fiches: Sequence[Any]) -> Found:
    return {"bilan": bilan_de(fiches, projet.missions.all()), "fiches": list(reversed(fiches))}


def _deliverables(_: Experimentation, fiches: Sequence[Any]) -> Found:
    today = localdate()
    late = [one for one in fiches if one.rendu_le is None and one.attendu_le and one.attendu_le < today]
    return {"en_retard": late}


def _evidence(projet: Experimentation, fiches: Sequence[Any]) -> Found:
    return {"pieces": pieces(projet, fiches), "fichiers": fichiers(projet)}


MADE: Final[dict[str, Callable[[Experimentation, Sequence[Any]], Found]]] = {
    "plan": _plan, "equipe": _team, "obstacles": _obstacles, "effort": _effort, "livrables": _deliverables,
    "preuves": _evidence,
}  # fmt: skip
