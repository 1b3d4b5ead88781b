"""What was changed in a project, and what its pair was reminded of."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from coeurdeville.programme.experimentations.models.projet import Experimentation


class Retouche(models.Model):
    """What was written, changed or taken away of a project, with the values before and after. Never rewritten."""

    class Geste(models.TextChoices):
        """Codes are stored: they never change."""

        AJOUT = "ajout", "a ajouté"
        CHANGEMENT = "changement", "a changé"
        RETRAIT = "retrait", "a retiré"

    experimentation = models.ForeignKey(Experimentation, models.CASCADE, related_name="retouches")
    sorte = models.CharField(max_length=30)
    """Name of the model, in lower case."""
    numero = models.PositiveBigIntegerField()
    geste = models.CharField(max_length=12, choices=Geste.choices)
    avant = models.JSONField(default=dict)
    apres = models.JSONField(default=dict)
    """Field -> value, of the fields that people fill; empty when there is none."""
    par = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    le = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-le", "-id")
        indexes = (models.Index(fields=("experimentation", "sorte", "numero"), name="retouche_objet"),)


class Rappel(models.Model):
    """A reminder that was sent: the same one is not sent twice."""

    experimentation = models.ForeignKey(Experimentation, models.CASCADE, related_name="rappels")
    cle = models.CharField("clé", max_length=80)
    texte = models.CharField(max_length=300)
    le = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-le", "-id")
        constraints = (models.UniqueConstraint(fields=("experimentation", "cle"), name="un_rappel_par_cle"),)
