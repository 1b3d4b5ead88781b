"""Six experiments, at different stages: four are over, one stopped for years, one was given up."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from coeurdeville.comptes.models import Utilisateur
from coeurdeville.programme.demonstration.acteurs import Acteurs
from coeurdeville.programme.demonstration.evaluations import evaluer
from coeurdeville.programme.demonstration.temps import instant, le
from coeurdeville.programme.demonstration.vie import vivre
from coeurdeville.programme.experimentations.calendrier import repartition
from coeurdeville.programme.experimentations.ecriture import changer
from coeurdeville.programme.models import Appel, Experimentation

Recit = Mapping[str, Any]


def experimenter(appel: Appel, projets: Mapping[str, Recit], gens: Acteurs) -> None:
    """Each project from its plan to where it stands, then its evaluation."""
    for code, told in projets.items():
        project = Experimentation.objects.get(candidature__appel=appel, commune=code)
        with le(instant(told["debut_prevu"], 8)):
            _plan(project, told, gens.binomes[code])
        vivre(project, told, gens.binomes[code], (gens.coordination, gens.accompagnateur))
        if "evaluation" in told:
            evaluer(Experimentation.objects.get(pk=project.pk), told["evaluation"], told["fin"], gens)


def _plan(project: Experimentation, told: Recit, user: Utilisateur) -> None:
    """Planned days of the whole and of each step."""
    steps = list(project.etapes.all())
    planned = list(repartition(told["debut_prevu"], told["mois"], len(steps)))
    project.debut_prevu, project.fin_prevue = planned[0][0], planned[-1][1]
    changer(project, user)
    for step, (first, last) in zip(steps, planned, strict=True):
        step.debut_prevu, step.fin_prevue = first, last
        changer(step, user)
