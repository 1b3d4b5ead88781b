"""Animateurs."""

from __future__ import annotations

from django.db import models

from coeurdeville.comptes.models.utilisateur import Utilisateur


class Animateur(models.Model):
    """A user who looks after the towns of a perimeter, as `territories.perimeter` reads it: `02`, `R32`, a SIREN."""

    utilisateur = models.ForeignKey(Utilisateur, models.CASCADE, related_name="perimetres")
    perimetre = models.CharField("périmètre", max_length=200)
    depuis = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("utilisateur", "perimetre"), name="un_perimetre_une_fois"),)

    def __str__(self) -> str:
        return f"{self.utilisateur}, animateur ({self.perimetre})"
