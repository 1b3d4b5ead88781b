"""The consultant who goes with a project, and the report."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from coeurdeville.comptes.models import Utilisateur
from coeurdeville.programme.etats.franchir import franchir
from coeurdeville.programme.missions.creation import creer
from coeurdeville.programme.models import Experimentation, Mission

Recit = Mapping[str, Any]


def accompagner(projet: Experimentation, recit: Recit, consultant: Utilisateur, coordination: Utilisateur) -> None:
    """The mission, ordered and begun on the same day."""
    mission = Mission(
        experimentation=projet, cabinet=recit["cabinet"], accompagnateur=consultant, objet=recit["objet"],
        jours_prevus=Decimal(recit["jours"]), debut=recit["debut"], fin=recit["fin"],
    )  # fmt: skip
    creer(mission, coordination)
    franchir(mission, "engager", coordination)


def remettre(projet: Experimentation, recit: Recit, consultant: Utilisateur) -> None:
    """Its report, once all the days were spent."""
    mission = Mission.objects.get(experimentation=projet)
    mission.jours_faits, mission.rapport = Decimal(recit["jours"]), recit["rapport"]
    mission.save(update_fields=["jours_faits", "rapport"])
    franchir(mission, "rendre", consultant)
