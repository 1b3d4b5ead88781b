"""Six experiments, at different stages: four are over, one stopped for years, one was given up."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, TypeVar

from django.db.models import Model

from coeurdeville.programme.demonstration.acteurs import Acteurs
from coeurdeville.programme.demonstration.evaluations import evaluer
from coeurdeville.programme.demonstration.temps import instant, le
from coeurdeville.programme.etats.franchir import franchir
from coeurdeville.programme.experimentations.calendrier import repartition
from coeurdeville.programme.experimentations.ecriture import ajouter, changer
from coeurdeville.programme.experimentations.succession import succeder
from coeurdeville.programme.missions.creation import creer
from coeurdeville.programme.models import (
    Appel,
    Cooperation,
    Effort,
    Experimentation,
    Livrable,
    Mission,
    NoteJournal,
    Obstacle,
    Participant,
    Preuve,
)

M = TypeVar("M", bound=Model)
Recit = Mapping[str, Any]


def experimenter(appel: Appel, projets: Mapping[str, Recit], gens: Acteurs) -> None:
    """Each project from its plan to where it stands, then its evaluation."""
    for code, told in projets.items():
        project = Experimentation.objects.get(candidature__appel=appel, commune=code)
        with le(instant(told["debut_prevu"], 9)):
            _plan(project, told, gens)
        with le(instant(told["debut"], 9)):
            franchir(_again(project), "demarrer", gens.binomes[code])
        _mission(project, told, gens)
        with le(instant(told["etapes_finies"][-1], 16)):
            _life(_again(project), told, gens)
        _end(project, told, gens)
        if "evaluation" in told:
            evaluer(_again(project), told["evaluation"], told["fin"], gens)


def _plan(project: Experimentation, told: Recit, gens: Acteurs) -> None:
    """Planned days of the whole and of each step."""
    user, steps = gens.binomes[project.commune], list(project.etapes.all())
    planned = list(repartition(told["debut_prevu"], told["mois"], len(steps)))
    project.debut_prevu, project.fin_prevue = planned[0][0], planned[-1][1]
    changer(project, user)
    for step, (first, last) in zip(steps, planned, strict=True):
        step.debut_prevu, step.fin_prevue = first, last
        changer(step, user)


def _mission(project: Experimentation, told: Recit, gens: Acteurs) -> None:
    """The consultant who goes with it, and the report."""
    if "cabinet" not in told:
        return
    with le(instant(told["debut"], 14)):
        mission = Mission(
            experimentation=project, cabinet=told["cabinet"], accompagnateur=gens.accompagnateur,
            objet=told["objet_mission"], jours_prevus=Decimal(told["jours_conseil"]), debut=told["debut"],
            fin=told["etapes_finies"][3],
        )  # fmt: skip
        creer(mission, gens.coordination)
        franchir(mission, "engager", gens.coordination)
    mission.jours_faits, mission.rapport = Decimal(told["jours_conseil"]), told["rapport"]
    mission.save(update_fields=["jours_faits", "rapport"])
    with le(instant(told["etapes_finies"][3], 17)):
        franchir(mission, "rendre", gens.accompagnateur)


def _life(project: Experimentation, told: Recit, gens: Acteurs) -> None:
    """Steps as they went, journal, obstacles, effort, cooperation, a succession."""
    user, begun = gens.binomes[project.commune], told["debut"]
    for step, ended in zip(project.etapes.all(), told["etapes_finies"], strict=False):
        step.debut_reel, step.fin_reelle = begun, ended
        changer(step, user)
        begun = ended
    for model, name in (
        (NoteJournal, "journal"),
        (Obstacle, "obstacles"),
        (Effort, "effort"),
        (Livrable, "livrables"),
        (Preuve, "preuves"),
        (Cooperation, "cooperations"),
    ):
        for one in told.get(name, ()):
            ajouter(_record(model, project, one), user)
    if "succession" in told:
        since, function = told["succession"]
        former = project.participants.get(part=Participant.Part.REFERENT)
        succeder(former, function, since, user)


def _end(project: Experimentation, told: Recit, gens: Acteurs) -> None:
    user = gens.binomes[project.commune]
    if "fin" in told:
        with le(instant(told["fin"], 17)):
            franchir(_again(project), "terminer", user)
    for name, verb in (("suspension", "suspendre"), ("abandon", "abandonner")):
        if name in told:
            when, why = told[name]
            with le(instant(when, 11)):
                franchir(_again(project), verb, user, why)
    if "reprise" in told:
        with le(instant(told["reprise"], 9)):
            franchir(_again(project), "reprendre", user)


def _record(model: type[M], project: Experimentation, told: Recit) -> M:
    """A record from what the story says of it; numbers that have decimals are kept exact."""
    values = {key: Decimal(str(value)) if key in ("jours", "euros") else value for key, value in told.items()}
    author = {"auteur": None} if model is NoteJournal else {}
    return model(experimentation=project, **author, **values)


def _again(project: Experimentation) -> Experimentation:
    return Experimentation.objects.get(pk=project.pk)
