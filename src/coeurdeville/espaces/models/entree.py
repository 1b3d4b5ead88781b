"""The index of inventories: what lists show without opening a folder."""

from __future__ import annotations

from django.db import models

from coeurdeville.espaces.models.espace import Espace


class Entree(models.Model):
    """An entry of the last revision of a town's inventory. Rebuilt from the revisions by one command."""

    espace = models.ForeignKey(Espace, models.CASCADE, related_name="entrees")
    identifiant = models.CharField(max_length=200)
    couche = models.CharField(max_length=100, db_index=True)
    titre = models.CharField(max_length=300, blank=True)
    ouverture = models.CharField("statut", max_length=40, blank=True)
    detenteur = models.CharField(max_length=300, blank=True)
    acteur = models.CharField(max_length=40, blank=True)
    fichier = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("espace", "identifiant"), name="une_entree_par_identifiant"),)

    def __str__(self) -> str:
        return self.titre or self.identifiant
