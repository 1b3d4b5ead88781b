"""What the jury decides, and the minutes that are signed."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from coeurdeville.programme.appels.models import Appel, Mandat
from coeurdeville.programme.candidatures.models import Candidature
from coeurdeville.programme.etats.objet import Objet, champ_etat


class Decision(models.Model):
    """What the jury decides of a candidature; nobody else sees it before all are announced."""

    class Issue(models.TextChoices):
        """The verb by which the candidature will pass."""

        RETENIR = "retenir", "retenue"
        ATTENTE = "mettre_en_attente", "liste d’attente"
        ECARTER = "ecarter", "non retenue"
        CLASSER = "classer", "sans suite"

    candidature = models.OneToOneField(Candidature, models.CASCADE, related_name="decision")
    issue = models.CharField(max_length=20, choices=Issue.choices)
    motif = models.TextField()
    """Read by the town in its letter."""
    rang = models.PositiveSmallIntegerField(null=True)
    """In the waiting list."""
    version = models.PositiveIntegerField(default=1)
    par = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    le = models.DateTimeField(auto_now=True)


class Redaction(models.Model):
    """Every text that a decision ever had, kept or set beside."""

    candidature = models.ForeignKey(Candidature, models.CASCADE, related_name="redactions")
    issue = models.CharField(max_length=20, choices=Decision.Issue.choices)
    motif = models.TextField()
    rang = models.PositiveSmallIntegerField(null=True)
    version = models.PositiveIntegerField(null=True)
    """The version of the decision that it made; None: it met another one, and was set beside."""
    par = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    le = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("le", "id")


class ProcesVerbal(Objet):
    """Minutes of the jury: what was decided and on what figures, frozen, signed by each organisation."""

    appel = models.ForeignKey(Appel, models.CASCADE, related_name="proces_verbaux")
    rang = models.PositiveSmallIntegerField()
    contenu = models.JSONField()
    empreinte = models.CharField(max_length=64)
    """sha256 of the content: decisions that change later no longer answer to it."""
    etabli_le = models.DateTimeField(auto_now_add=True)
    etabli_par = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    etat = champ_etat("procesverbal")

    class Meta:
        ordering = ("rang",)
        constraints = (models.UniqueConstraint(fields=("appel", "rang"), name="un_proces_verbal_par_rang"),)

    def __str__(self) -> str:
        return f"procès-verbal nº {self.rang}"


class Signature(models.Model):
    """One organisation's signature of the minutes."""

    proces_verbal = models.ForeignKey(ProcesVerbal, models.CASCADE, related_name="signatures")
    mandat = models.ForeignKey(Mandat, models.SET_NULL, null=True, related_name="signatures")
    nom = models.CharField(max_length=150)
    organisation = models.CharField(max_length=150)
    """Whoever signed and for whom: an act keeps them when the account goes."""
    empreinte = models.CharField(max_length=64)
    """Of what was signed."""
    signee_le = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("signee_le", "id")
        constraints = (
            models.UniqueConstraint(fields=("proces_verbal", "organisation"), name="une_signature_par_organisme"),
        )
