"""Diagnostics that were asked for, and how far they went."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from coeurdeville.espaces.models.espace import Espace


class Etat(models.TextChoices):
    """Where a run stands."""

    ATTENTE = "en_attente", "en attente"
    COURS = "en_cours", "en cours"
    FAIT = "fait", "terminé"
    ECHEC = "echec", "n’a pas abouti"


OUVERTS = (Etat.ATTENTE, Etat.COURS)
"""Those that a worker still has to bring to their end."""


class Calcul(models.Model):
    """A diagnostic of one revision of a town's folder, made by the worker."""

    espace = models.ForeignKey(Espace, models.CASCADE, related_name="calculs")
    revision = models.PositiveIntegerField()
    demande_par = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    demande_le = models.DateTimeField(auto_now_add=True)
    etat = models.CharField("état", max_length=12, choices=Etat.choices, default=Etat.ATTENTE, db_index=True)
    etape = models.CharField("étape", max_length=200, blank=True)
    avancement = models.PositiveSmallIntegerField(default=0)
    """Percentage done."""
    vu_le = models.DateTimeField(null=True)
    """Last sign of life of the worker."""
    tentatives = models.PositiveSmallIntegerField(default=0)
    fini_le = models.DateTimeField(null=True)
    problemes = models.JSONField(default=list)
    """What was said, as `{code, message, cure, level, examples, count}`."""
    empreinte = models.CharField(max_length=64, blank=True)
    """Of the data and of the code that it ran: what it proves holds as long as both are the same."""
    preuves = models.JSONField(default=dict)
    """Slug of each service that it ran -> `{cle, jour, confiance}`."""
    illisibles = models.JSONField(default=dict)
    """Entry -> why its file makes no layer."""

    class Meta:
        ordering = ("-demande_le", "-id")
        constraints = (
            models.UniqueConstraint(
                fields=("espace",), condition=models.Q(etat__in=("en_attente", "en_cours")), name="un_calcul_a_la_fois"
            ),
        )

    def __str__(self) -> str:
        return f"{self.espace}, révision {self.revision} : {self.get_etat_display()}"

    @property
    def ouvert(self) -> bool:
        """Whether it still has to come to its end."""
        return self.etat in OUVERTS
