"""The life of a project, day after day: its steps, what its pair writes, who comes and goes, how it ends."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from functools import partial
from typing import Any, Final, TypeVar

from django.db.models import Model

from coeurdeville.comptes.models import Utilisateur
from coeurdeville.programme.demonstration.missions import accompagner, remettre
from coeurdeville.programme.demonstration.temps import instant, le
from coeurdeville.programme.etats.franchir import franchir
from coeurdeville.programme.experimentations.ecriture import ajouter, changer
from coeurdeville.programme.experimentations.succession import succeder
from coeurdeville.programme.models import (
    Cooperation,
    Effort,
    Etape,
    Experimentation,
    Livrable,
    NoteJournal,
    Obstacle,
    Participant,
    Preuve,
)

M = TypeVar("M", bound=Model)
Recit = Mapping[str, Any]
Moment = tuple[datetime, Callable[[], object]]
"""When, and what was done."""
RECORDS: Final = (
    (NoteJournal, "journal"), (Obstacle, "obstacles"), (Effort, "effort"), (Livrable, "livrables"),
    (Preuve, "preuves"), (Cooperation, "cooperations"),
)  # fmt: skip
AWAITED: Final = "attendu_le"
"""The one day of a record that may be to come when it is written."""


def vivre(projet: Experimentation, recit: Recit, binome: Utilisateur, gens: tuple[Utilisateur, Utilisateur]) -> None:
    """Everything from the day it begins, each on its day. `gens`: the coordination, the consultant."""
    moments = [*_course(projet, recit, binome), *_missions(projet, recit, gens)]
    for when, act in sorted(moments, key=lambda one: one[0]):
        with le(when):
            act()


def _course(projet: Experimentation, recit: Recit, binome: Utilisateur) -> Iterator[Moment]:
    yield instant(recit["debut"], 9), partial(_pass, projet, "demarrer", binome)
    begun = recit["debut"]
    for step, ended in zip(projet.etapes.all(), recit["etapes_finies"], strict=False):
        yield instant(ended, 16), partial(_step, step, begun, ended, binome)
        begun = ended
    for model, name in RECORDS:
        for one in recit.get(name, ()):
            yield _written(one, recit["etapes_finies"][0]), partial(_add, model, projet, one, binome)
    if "succession" in recit:
        since, function = recit["succession"]
        yield instant(since, 11), partial(_succeed, projet, function, since, binome)
    yield from _ends(projet, recit, binome)


def _ends(projet: Experimentation, recit: Recit, binome: Utilisateur) -> Iterator[Moment]:
    for name, verb in (("suspension", "suspendre"), ("abandon", "abandonner")):
        if name in recit:
            when, why = recit[name]
            yield instant(when, 11), partial(_pass, projet, verb, binome, why)
    if "reprise" in recit:
        yield instant(recit["reprise"], 9), partial(_pass, projet, "reprendre", binome)
    if "fin" in recit:
        yield instant(recit["fin"], 17), partial(_pass, projet, "terminer", binome)


def _missions(projet: Experimentation, recit: Recit, gens: tuple[Utilisateur, Utilisateur]) -> Iterator[Moment]:
    coordination, consultant = gens
    if "mission" in recit:
        told = recit["mission"]
        yield instant(told["debut"], 14), partial(accompagner, projet, told, consultant, coordination)
        if "rendue_le" in told:
            yield instant(told["rendue_le"], 15), partial(remettre, projet, told, consultant)


def _written(told: Recit, usual: date) -> datetime:
    """When a record was written as it is told: its last day."""
    days = [value for key, value in told.items() if isinstance(value, date) and key != AWAITED]
    return instant(max(days, default=usual), 10)


def _pass(projet: Experimentation, verbe: str, binome: Utilisateur, motif: str = "") -> None:
    franchir(_again(projet), verbe, binome, motif)


def _step(step: Etape, begun: date, ended: date, binome: Utilisateur) -> None:
    step.debut_reel, step.fin_reelle = begun, ended
    changer(step, binome)


def _add(model: type[M], projet: Experimentation, told: Recit, binome: Utilisateur) -> None:
    """A record from what the story says of it; numbers that have decimals are kept exact."""
    values = {key: Decimal(str(value)) if key in ("jours", "euros") else value for key, value in told.items()}
    author = {"auteur": None} if model is NoteJournal else {}
    ajouter(model(experimentation=_again(projet), **author, **values), binome)


def _succeed(projet: Experimentation, function: str, since: date, binome: Utilisateur) -> None:
    former = _again(projet).participants.get(part=Participant.Part.REFERENT)
    succeder(former, function, since, binome)


def _again(projet: Experimentation) -> Experimentation:
    return Experimentation.objects.get(pk=projet.pk)
