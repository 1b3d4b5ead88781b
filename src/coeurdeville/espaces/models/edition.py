"""Editions: dated diagnostics that were kept, some of them public."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from coeurdeville.core.french import day
from coeurdeville.espaces.models.calcul import Calcul
from coeurdeville.espaces.models.espace import Espace


class Edition(models.Model):
    """A diagnostic whose files are in the store, under this identifier."""

    espace = models.ForeignKey(Espace, models.CASCADE, related_name="editions")
    identifiant = models.CharField(max_length=20)
    """`2026-11-25`, then `2026-11-25-2` on the same day."""
    calcul = models.ForeignKey(Calcul, models.SET_NULL, null=True, related_name="editions")
    etablie_le = models.DateField()
    publiee_le = models.DateTimeField(null=True, db_index=True)
    """None: only members see it."""
    publiee_par = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    retiree_le = models.DateTimeField(null=True)
    """Withdrawn: its address answers 410, with the reason."""
    retiree_par = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    motif_retrait = models.CharField("motif du retrait", max_length=300, blank=True)

    class Meta:
        ordering = ("-etablie_le", "-id")
        constraints = (models.UniqueConstraint(fields=("espace", "identifiant"), name="une_edition_par_identifiant"),)

    def __str__(self) -> str:
        return f"{self.espace}, {self.identifiant}"

    @property
    def publique(self) -> bool:
        """Whether anybody may read it."""
        return self.publiee_le is not None and self.retiree_le is None

    @property
    def jour(self) -> str:
        """`25/11/2026`, and its rank when it is not the first of that day: `25/11/2026 (n° 2)`."""
        rank = self.identifiant.split("-")[3:]
        return day(self.etablie_le) + (f" (n°\u00a0{rank[0]})" if rank else "")
