"""The journal of accounts: who did what."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class Verbe(models.TextChoices):
    """What can happen to an account. Codes are stored: they never change."""

    COMPTE_CREE = "compte_cree", "a créé son compte"
    COORDINATION = "coordination", "est devenu membre de la coordination"
    COURRIEL = "courriel", "a changé d’adresse électronique"
    MOT_DE_PASSE = "mot_de_passe", "a changé de mot de passe"
    SESSIONS = "sessions", "a fermé ses autres sessions"
    FACTEUR_ACTIVE = "facteur_active", "a activé la double authentification"
    FACTEUR_RETIRE = "facteur_retire", "a retiré la double authentification"
    CODES = "codes", "a renouvelé ses codes de secours"
    SECOURS = "secours", "a employé un code de secours"
    INVITE = "invite", "a invité une personne"
    RELANCE = "relance", "a renvoyé une invitation"
    ANNULE = "annule", "a annulé une invitation"
    REJOINT = "rejoint", "a rejoint l’espace"
    ROLE = "role", "a changé le rôle d’un membre"
    RETIRE = "retire", "a retiré un membre"
    QUITTE = "quitte", "a quitté l’espace"
    ANIMATEUR = "animateur", "est devenu animateur"
    COMPTE_SUPPRIME = "compte_supprime", "a supprimé son compte"


class Evenement(models.Model):
    """One deed. Names and addresses are not copied here: an account that goes leaves its deeds without a name."""

    acteur = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    verbe = models.CharField(max_length=20, choices=Verbe.choices)
    concerne = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    """Whose membership it was; None when it is the actor's own, or nobody's yet."""
    commune = models.CharField(max_length=5, blank=True, db_index=True)
    precision = models.CharField(max_length=60, blank=True)
    """A role or a perimeter."""
    date = models.DateTimeField(auto_now_add=True, db_index=True)

    class Meta:
        ordering = ("-date", "-id")

    def __str__(self) -> str:
        return f"{self.date:%d/%m/%Y %H:%M} : {self.get_verbe_display()}"
