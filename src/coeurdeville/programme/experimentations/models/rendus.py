"""What a project hands over, and what shows it."""

from __future__ import annotations

from django.db import models

from coeurdeville.programme.experimentations.models.projet import Experimentation


class Livrable(models.Model):
    """What the project must hand over, and what it did."""

    experimentation = models.ForeignKey(Experimentation, models.CASCADE, related_name="livrables")
    titre = models.CharField(max_length=200)
    attendu_le = models.DateField(null=True)
    rendu_le = models.DateField(null=True)
    adresse = models.URLField(max_length=500, blank=True)
    fichier = models.CharField(max_length=300, blank=True)
    """Name of a file that the site keeps of this project."""

    class Meta:
        ordering = ("attendu_le", "id")


class Preuve(models.Model):
    """A record of the town's space that shows something of the project."""

    class Sorte(models.TextChoices):
        """Codes are stored: they never change."""

        ENTREE = "entree", "entrée d’inventaire"
        EDITION = "edition", "diagnostic publié"
        REVISION = "revision", "révision du dossier"
        FICHIER = "fichier", "fichier"

    experimentation = models.ForeignKey(Experimentation, models.CASCADE, related_name="preuves")
    sorte = models.CharField(max_length=12, choices=Sorte.choices)
    reference = models.CharField(max_length=300)
    """Identifier of the entry, of the edition, number of the revision, name of the file."""
    montre = models.CharField("ce que cela montre", max_length=300)
    le = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("le", "id")
