"""The synthesis of a season."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from coeurdeville.programme.appels.models import Saison
from coeurdeville.programme.etats.objet import Objet, champ_etat


class Synthese(Objet):
    """Written from the records, each sentence with its evidence; what people change in it is kept apart."""

    saison = models.OneToOneField(Saison, models.PROTECT, related_name="synthese")
    retouches = models.JSONField(default=dict)
    """Key of a sentence -> `{texte, par, le}`; an empty text leaves the sentence out."""
    etat = champ_etat("synthese")


class VersionSynthese(models.Model):
    """A synthesis as it was published."""

    synthese = models.ForeignKey(Synthese, models.CASCADE, related_name="versions")
    numero = models.PositiveSmallIntegerField()
    contenu = models.JSONField()
    publiee_le = models.DateTimeField(auto_now_add=True)
    publiee_par = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ("-numero",)
        constraints = (models.UniqueConstraint(fields=("synthese", "numero"), name="une_synthese_par_numero"),)
