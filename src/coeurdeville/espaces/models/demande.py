"""Requests for data, and the answers of those who hold them."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from coeurdeville.espaces.models.espace import Espace


class Demande(models.Model):
    """A letter sent to whoever holds a data set; the holder answers by a signed link, without account."""

    espace = models.ForeignKey(Espace, models.CASCADE, related_name="demandes")
    entree = models.CharField("entrée de l’inventaire", max_length=200)
    titre = models.CharField(max_length=300)
    destinataire = models.CharField(max_length=300)
    courriel = models.EmailField(blank=True)
    lettre = models.TextField()
    """As it was sent."""
    fondement = models.CharField(max_length=40, blank=True)
    envoyee_par = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    envoyee_le = models.DateTimeField(auto_now_add=True)
    echeance = models.DateField(null=True)
    """When silence counts as a refusal."""
    repondue_le = models.DateTimeField(null=True)
    reponse = models.CharField(max_length=20, blank=True)
    repondant = models.CharField(max_length=200, blank=True)
    precisions = models.TextField(blank=True)

    class Meta:
        ordering = ("-envoyee_le",)

    def __str__(self) -> str:
        return f"{self.titre}, à {self.destinataire}"
