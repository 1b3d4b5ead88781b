"""The journal of the programme."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class Evenement(models.Model):
    """One change of state, or one birth. Names are not copied here: an account that goes leaves its deeds unnamed."""

    objet = models.CharField(max_length=30)
    """Name of the model, in lower case."""
    numero = models.PositiveBigIntegerField()
    verbe = models.CharField(max_length=30)
    """`creer` for a birth."""
    de = models.CharField(max_length=20, blank=True)
    vers = models.CharField(max_length=20)
    acteur = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    """None: the site itself, or an account that is gone."""
    par_le_site = models.BooleanField(default=False)
    motif = models.TextField(blank=True)
    date = models.DateTimeField(auto_now_add=True, db_index=True)

    class Meta:
        ordering = ("date", "id")
        indexes = (models.Index(fields=("objet", "numero"), name="evenement_objet"),)

    def __str__(self) -> str:
        return f"{self.date:%d/%m/%Y %H:%M} : {self.objet} {self.numero}, {self.verbe}"
