"""Recovery codes of the second factor."""

from __future__ import annotations

from django.db import models

from coeurdeville.comptes.models.utilisateur import Utilisateur


class CodeSecours(models.Model):
    """A code that stands once for the telephone. Only its keyed hash is kept; a used one is deleted."""

    utilisateur = models.ForeignKey(Utilisateur, models.CASCADE, related_name="codes_secours")
    empreinte = models.CharField(max_length=64)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("utilisateur", "empreinte"), name="un_code_une_fois"),)

    def __str__(self) -> str:
        return f"code de secours de {self.utilisateur}"
