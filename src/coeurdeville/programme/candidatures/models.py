"""Candidatures: answers field by field, each with its version, so that nobody's words are lost."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from coeurdeville.programme.appels.models import Appel
from coeurdeville.programme.etats.objet import Objet, champ_etat


class Candidature(Objet):
    """A town that answers a call."""

    appel = models.ForeignKey(Appel, models.PROTECT, related_name="candidatures")
    commune = models.CharField("code Insee", max_length=5, db_index=True)
    nom = models.CharField(max_length=100)
    """Of the town, as it was when the candidature was opened."""
    siret = models.CharField("SIRET", max_length=14, blank=True)
    cree_par = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    cree_le = models.DateTimeField(auto_now_add=True)
    modifiee_le = models.DateTimeField(auto_now=True)
    suppression_annoncee_le = models.DateTimeField(null=True)
    """When the pair was told that what the town wrote will be deleted."""
    supprimee_le = models.DateTimeField(null=True)
    """When it was deleted; the town, the outcome and the dates stay."""
    etat = champ_etat("candidature")

    class Meta:
        ordering = ("nom", "id")
        constraints = (models.UniqueConstraint(fields=("appel", "commune"), name="une_candidature_par_ville"),)

    def __str__(self) -> str:
        return f"{self.nom} ({self.commune})"


class Reponse(models.Model):
    """The present value of one field of the form."""

    candidature = models.ForeignKey(Candidature, models.CASCADE, related_name="reponses")
    champ = models.CharField(max_length=60)
    valeur = models.JSONField(null=True)
    version = models.PositiveIntegerField(default=1)
    """Grows at each writing: one made on a former version is set beside, never over."""
    auteur = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    modifiee_le = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("candidature", "champ"), name="une_reponse_par_champ"),)


class Ecriture(models.Model):
    """Everything that was ever written in a field, kept or set beside."""

    candidature = models.ForeignKey(Candidature, models.CASCADE, related_name="ecritures")
    champ = models.CharField(max_length=60)
    valeur = models.JSONField(null=True)
    version = models.PositiveIntegerField(null=True)
    """The version that it made; None: it met another one, and was set beside."""
    base = models.PositiveIntegerField(default=0)
    """The version that its author had under their eyes; 0: none."""
    reglee_le = models.DateTimeField(null=True)
    """Of one set beside: when its author chose."""
    auteur = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    le = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("le", "id")


class PieceJointe(models.Model):
    """A file joined to a candidature, kept under its digest."""

    candidature = models.ForeignKey(Candidature, models.CASCADE, related_name="pieces")
    nom = models.CharField(max_length=200)
    sorte = models.CharField(max_length=40)
    """Kind told by the content."""
    taille = models.PositiveBigIntegerField()
    empreinte = models.CharField(max_length=64)
    par = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    le = models.DateTimeField(auto_now_add=True)
    retiree_le = models.DateTimeField(null=True)

    class Meta:
        ordering = ("le", "id")


class Recepisse(models.Model):
    """Proof of one deposit: what was deposited, when the server received it, written once."""

    candidature = models.ForeignKey(Candidature, models.CASCADE, related_name="recepisses")
    numero = models.CharField(max_length=100, unique=True)
    rang = models.PositiveSmallIntegerField()
    """1 for the deposit, then one more at each correction."""
    recu_le = models.DateTimeField()
    limite = models.DateTimeField()
    """The limit that held at that instant."""
    contenu = models.JSONField()
    """Answers and digests of the files, as deposited."""
    empreinte = models.CharField(max_length=64)
    """sha256 of the content, the number and the instant."""
    jeton = models.CharField(max_length=64)
    """Of the form sent: the same form sent twice gives one receipt."""
    par = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ("rang",)
        constraints = (
            models.UniqueConstraint(fields=("candidature", "rang"), name="un_recepisse_par_rang"),
            models.UniqueConstraint(fields=("candidature", "jeton"), name="un_recepisse_par_envoi"),
        )
