"""What is ordered from a consultant, and what the consultant writes."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db import models

from coeurdeville.core.problems import Refused
from coeurdeville.programme.missions.lecture import compte_de
from coeurdeville.programme.models import Experimentation, Mission
from coeurdeville.web.compte.formulaire import courriel
from coeurdeville.web.experimentations.formulaires import FicheForm

COMMANDE = ("objet", "cabinet", "jours_prevus", "debut", "fin")
RAPPORT = ("jours_faits", "rapport")


class Commande(FicheForm):
    """The order: what, who, how long."""

    def __init__(self, projet: Experimentation, mission: Mission, data: Any) -> None:
        super().__init__(projet, mission, COMMANDE, data)
        help_text = "Il doit avoir un compte sur le site. Il lira cette expérimentation, et elle seule ; il "
        help_text += "écrira dans son journal tant que la mission dure."
        self.ajouter("courriel", courriel("Adresse de l’accompagnateur", "off", required=False, help_text=help_text))
        self.initial["courriel"] = mission.accompagnateur.courriel if mission.accompagnateur else ""

    def clean_courriel(self) -> str:
        """The address of an account."""
        try:
            self.found = compte_de(self.cleaned_data["courriel"])
        except Refused as refused:
            problem = refused.problems[0]
            raise forms.ValidationError(f"{problem.message} {problem.cure}") from refused
        return str(self.cleaned_data["courriel"])

    def remplir(self) -> models.Model:
        """With the account of the consultant."""
        record: Any = super().remplir()
        record.accompagnateur = self.found
        return self.record


class Rapport(FicheForm):
    """The report, and the days that it took."""

    def __init__(self, projet: Experimentation, mission: Mission, data: Any) -> None:
        super().__init__(projet, mission, RAPPORT, data)
