"""Cards « cas d’usage »."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from coeurdeville.programme.etats.objet import champ_etat
from coeurdeville.programme.experimentations.models import DuProjet, Experimentation


class CasUsage(DuProjet):
    """The card of an experiment: assembled from the records, completed with prose, published by versions."""

    experimentation = models.OneToOneField(Experimentation, models.PROTECT, related_name="cas_usage")
    slug = models.SlugField(max_length=120, unique=True)
    titre = models.CharField(max_length=200)
    prose = models.JSONField(default=dict)
    """Section of the card -> text written by the pair, beside what the records say."""
    redaction = models.JSONField("rédaction", default=dict)
    """The same as the coordination wrote and published it at its desk: it is taken into the next version."""
    images = models.JSONField(default=list)
    """Pictures of that desk: `{adresse, alt, legende, credit}`."""
    etat = champ_etat("casusage")

    class Meta:
        ordering = ("titre",)

    def __str__(self) -> str:
        return self.titre


class VersionCas(models.Model):
    """A card as it was published: it does not change when the records do."""

    cas = models.ForeignKey(CasUsage, models.CASCADE, related_name="versions")
    numero = models.PositiveSmallIntegerField()
    contenu = models.JSONField()
    publiee_le = models.DateTimeField(auto_now_add=True)
    publiee_par = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ("-numero",)
        constraints = (models.UniqueConstraint(fields=("cas", "numero"), name="une_version_par_numero"),)
