"""The records of a season, read once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from coeurdeville.programme.appels.lecture import DEPOSEES
from coeurdeville.programme.evaluations.redeploiement import Epreuve, eprouver
from coeurdeville.programme.models import Adoption, Appel, Candidature, Experimentation
from coeurdeville.programme.syntheses.phrase import Appui

if TYPE_CHECKING:
    from coeurdeville.programme.models import Evaluation, Saison

PARTS = (
    "etapes", "efforts", "missions", "obstacles", "cooperations", "evaluation__objectifs", "evaluation__resultats",
    "evaluation__donnees", "evaluation__conditions",
)  # fmt: skip
ANNOUNCED = ("decide", "archive")


@dataclass(frozen=True)
class Matiere:
    """What a synthesis is written from."""

    saison: Saison
    jour: date
    appels: Sequence[Appel]
    candidatures: Sequence[Candidature]
    """Deposited and not withdrawn."""
    projets: Sequence[Experimentation]
    """Of calls whose decisions are announced, by name of town."""
    adoptions: Sequence[Adoption]

    @cached_property
    def evalues(self) -> Sequence[tuple[Experimentation, Evaluation]]:
        """Projects whose evaluation was validated: results are told of these only."""
        return [(one, one.evaluation) for one in self.projets
                if getattr(one, "evaluation", None) is not None and one.evaluation.etat == "validee"]  # fmt: skip

    @cached_property
    def epreuves(self) -> Sequence[tuple[Experimentation, Epreuve]]:
        """Conditions of each evaluated project, tested against the communes of the programme."""
        return [(projet, eprouver(evaluation)) for projet, evaluation in self.evalues if evaluation.conditions.all()]


def reunir(saison: Saison, jour: date) -> Matiere:
    """Read the records of a season, in about fifteen queries whatever their number."""
    calls = list(Appel.objects.filter(saison=saison).exclude(etat__in=("brouillon", "annule")))
    received = Candidature.objects.filter(appel__in=calls, etat__in=DEPOSEES).prefetch_related("reponses", "recepisses")
    announced = [one for one in calls if one.etat in ANNOUNCED]
    projects = Experimentation.objects.filter(candidature__appel__in=announced)
    projects = projects.select_related("candidature__appel", "evaluation", "cas_usage").prefetch_related(*PARTS)
    adoptions = Adoption.objects.filter(cas__experimentation__in=projects).select_related("cas__experimentation")
    return Matiere(saison, jour, calls, list(received), list(projects), list(adoptions))


def appui(projet: Experimentation) -> Appui:
    """The record of a project: its card once it is published, else its name alone."""
    card = getattr(projet, "cas_usage", None)
    shown = card is not None and card.etat == "publie"
    return Appui(f"{projet.nom}, {projet.titre}", f"/cas-usage/{card.slug}/" if card is not None and shown else "")


def appui_appel(appel: Appel) -> Appui:
    """The page of a call."""
    return Appui(appel.titre, f"/appels/{appel.slug}/")
