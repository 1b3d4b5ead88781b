"""What the jury reads of one candidature."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coeurdeville.programme.instructions.classement import Ligne
from coeurdeville.programme.instructions.dossier import Dossier, dossier
from coeurdeville.programme.instructions.lecture import Autre, rendues
from coeurdeville.programme.instructions.portee import Portee, portee
from coeurdeville.programme.instructions.portefeuille import projets, sol
from coeurdeville.programme.instructions.tableau import lignes
from coeurdeville.programme.models import Avis, Redaction

if TYPE_CHECKING:
    from coeurdeville.programme.models import Candidature


@dataclass(frozen=True)
class Examen:
    """All of it; nothing of what is still a draft."""

    dossier: Dossier
    relectures: Sequence[Autre]
    ligne: Ligne
    """Its figures; its place among the others is that of the table."""
    avis: Sequence[Avis]
    portee: Portee
    redactions: Sequence[Redaction]
    """Every text that its decision had, the newest first."""


def examen(candidature: Candidature) -> Examen:
    """What the jury reads of a candidature. A fixed number of queries."""
    criteria = list(candidature.appel.criteres.all())
    return Examen(
        dossier(candidature, anonyme=False),
        rendues(candidature.relectures.filter(etat="rendue"), criteria),
        lignes(candidature.appel, [candidature])[candidature.pk],
        list(candidature.avis.filter(etat="rendu").select_related("expert")),
        portee(sol(), projets([candidature])),
        list(candidature.redactions.select_related("par").reverse()),
    )
