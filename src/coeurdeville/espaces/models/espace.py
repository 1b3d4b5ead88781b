"""The space of a town."""

from __future__ import annotations

from django.db import models


class Espace(models.Model):
    """A town that keeps its folder on the site."""

    commune = models.CharField("code Insee", max_length=5, unique=True)
    nom = models.CharField(max_length=100)
    ouvert_le = models.DateTimeField(auto_now_add=True)
    revision = models.PositiveIntegerField("dernière révision", default=0)
    """Index: the folder says it."""

    def __str__(self) -> str:
        return f"{self.nom} ({self.commune})"
