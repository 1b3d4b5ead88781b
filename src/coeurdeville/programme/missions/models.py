"""Consulting missions."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from coeurdeville.comptes.models import Utilisateur
from coeurdeville.programme.etats.objet import champ_etat
from coeurdeville.programme.experimentations.models import DuProjet, Experimentation


class Mission(DuProjet):
    """Days of a firm, paid to accompany an experiment. Its consultant writes the mission, reads the project, and
    writes in its journal while the mission runs.
    """

    experimentation = models.ForeignKey(Experimentation, models.CASCADE, related_name="missions")
    cabinet = models.CharField(max_length=200)
    accompagnateur = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="missions")
    objet = models.CharField(max_length=300)
    jours_prevus = models.DecimalField(max_digits=5, decimal_places=1)
    jours_faits = models.DecimalField(max_digits=5, decimal_places=1, default=0)
    debut = models.DateField("début", null=True)
    fin = models.DateField(null=True)
    rapport = models.TextField(blank=True)
    fichier = models.CharField(max_length=300, blank=True)
    etat = champ_etat("mission")

    class Meta:
        ordering = ("debut", "id")

    def __str__(self) -> str:
        return f"{self.objet} ({self.cabinet})"

    @property
    def titulaire(self) -> Utilisateur | None:
        """The consultant."""
        return self.accompagnateur
