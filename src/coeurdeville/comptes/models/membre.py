"""Members of towns."""

from __future__ import annotations

from django.db import models

from coeurdeville.comptes.models.utilisateur import Utilisateur
from coeurdeville.comptes.roles import Role


class Membre(models.Model):
    """A user's role in the space of a town."""

    utilisateur = models.ForeignKey(Utilisateur, models.CASCADE, related_name="membres")
    commune = models.CharField("code Insee", max_length=5, db_index=True)
    role = models.CharField("rôle", max_length=30, choices=Role.choices)
    depuis = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("role", "utilisateur__nom", "utilisateur__courriel")
        constraints = (models.UniqueConstraint(fields=("utilisateur", "commune"), name="un_role_par_commune"),)

    def __str__(self) -> str:
        return f"{self.utilisateur}, {self.get_role_display()} ({self.commune})"
