"""Invitations to the space of a town."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.utils.timezone import now

from coeurdeville.comptes.models.utilisateur import Utilisateur
from coeurdeville.comptes.roles import Role

DUREE = timedelta(days=14)
"""How long the link of an invitation works after it was last sent."""


class Invitation(models.Model):
    """A person asked to join a town. Its row says whether the link that was sent still works."""

    commune = models.CharField("code Insee", max_length=5, db_index=True)
    courriel = models.EmailField("adresse électronique")
    role = models.CharField("rôle", max_length=30, choices=Role.choices)
    invite_par = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    creee_le = models.DateTimeField(auto_now_add=True)
    envoyee_le = models.DateTimeField(default=now)
    annulee_le = models.DateTimeField(null=True)
    acceptee_le = models.DateTimeField(null=True)
    acceptee_par = models.ForeignKey(Utilisateur, models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ("-envoyee_le",)
        constraints = (
            models.UniqueConstraint(
                fields=("commune", "courriel"),
                condition=models.Q(annulee_le=None, acceptee_le=None),
                name="une_invitation_en_attente",
            ),
        )

    def __str__(self) -> str:
        return f"{self.courriel}, {self.get_role_display()} ({self.commune})"

    @property
    def expire_le(self) -> datetime:
        """When the link stops working."""
        return self.envoyee_le + DUREE

    @property
    def expiree(self) -> bool:
        """Whether nobody answered in time."""
        return now() > self.envoyee_le + DUREE

    @property
    def ouverte(self) -> bool:
        """Whether it can still be accepted."""
        return self.annulee_le is None and self.acceptee_le is None and not self.expiree
