"""Those who read a candidature: reviewers, experts, and who may not."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from coeurdeville.comptes.models import Utilisateur
from coeurdeville.programme.appels.models import Appel, Critere
from coeurdeville.programme.candidatures.models import Candidature
from coeurdeville.programme.etats.objet import Objet, champ_etat


class Relecture(Objet):
    """A candidature entrusted to a reviewer."""

    candidature = models.ForeignKey(Candidature, models.CASCADE, related_name="relectures")
    relecteur = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="relectures")
    """None: the account is gone; what it gave stays, unnamed."""
    avis = models.TextField("avis d’ensemble", blank=True)
    affectee_le = models.DateTimeField(auto_now_add=True)
    avant_le = models.DateField("attendue avant le", null=True)
    rendue_le = models.DateTimeField(null=True)
    etat = champ_etat("relecture")

    class Meta:
        ordering = ("candidature__nom", "id")
        constraints = (
            models.UniqueConstraint(fields=("candidature", "relecteur"), name="une_relecture_par_relecteur"),
        )

    def __str__(self) -> str:
        """It names no town: a reviewer of an anonymous call may read it."""
        return f"relecture nº {self.pk}"

    @property
    def appel(self) -> Appel:
        """Whose candidature it reads."""
        return self.candidature.appel

    @property
    def titulaire(self) -> Utilisateur | None:
        """The reviewer."""
        return self.relecteur

    @property
    def qui(self) -> str:
        """The reviewer, as pages say it."""
        return str(self.relecteur or "Ancien relecteur")

    @property
    def vivante(self) -> bool:
        """Whether it counts among those that a candidature has: given, or awaited of somebody who is still there."""
        return self.etat == "rendue" or (self.etat == "assignee" and self.relecteur_id is not None)


class Note(models.Model):
    """A score on one criterion, with its reason."""

    MAXIMUM = 5

    relecture = models.ForeignKey(Relecture, models.CASCADE, related_name="notes")
    critere = models.ForeignKey(Critere, models.CASCADE, related_name="notes")
    valeur = models.PositiveSmallIntegerField(null=True)
    """0 to 5; None: not scored yet."""
    motif = models.TextField(blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("relecture", "critere"), name="une_note_par_critere"),)


class Recusation(models.Model):
    """A link between somebody and a candidature: from then on they see nothing of it."""

    candidature = models.ForeignKey(Candidature, models.CASCADE, related_name="recusations")
    utilisateur = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="recusations")
    adresse = models.CharField(max_length=64)
    """Digest of the address: the link holds for whoever comes back by it after the account was deleted."""
    motif = models.TextField()
    le = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("le", "id")
        constraints = (
            models.UniqueConstraint(fields=("candidature", "utilisateur"), name="une_recusation_par_candidature"),
        )

    @property
    def qui(self) -> str:
        """Whoever declared it, as pages say it."""
        return str(self.utilisateur or "Ancien membre de l’instruction")


class Besoin(models.Model):
    """What a reviewer asks of the coordination to go on: that the town completes, or that an expert says."""

    class Sorte(models.TextChoices):
        """Codes are stored: they never change."""

        COMPLEMENT = "complement", "un complément de la ville"
        AVIS = "avis", "l’avis d’un expert"

    relecture = models.ForeignKey(Relecture, models.CASCADE, related_name="besoins")
    sorte = models.CharField(max_length=12, choices=Sorte.choices)
    texte = models.TextField()
    le = models.DateTimeField(auto_now_add=True)
    traite_le = models.DateTimeField("traité le", null=True)

    class Meta:
        ordering = ("le", "id")


class Avis(Objet):
    """The opinion of an expert on one point of a candidature. It bears no score."""

    candidature = models.ForeignKey(Candidature, models.CASCADE, related_name="avis")
    expert = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="avis_demandes")
    """None: the account is gone; the opinion stays, unnamed."""
    demande_par = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    question = models.TextField()
    reponse = models.TextField("réponse", blank=True)
    demande_le = models.DateTimeField(auto_now_add=True)
    avant_le = models.DateField("attendu avant le", null=True)
    etat = champ_etat("avis")

    class Meta:
        ordering = ("demande_le", "id")

    def __str__(self) -> str:
        """It names no town."""
        return f"avis nº {self.pk}"

    @property
    def appel(self) -> Appel:
        """Whose candidature it is about."""
        return self.candidature.appel

    @property
    def titulaire(self) -> Utilisateur | None:
        """The expert."""
        return self.expert

    @property
    def qui(self) -> str:
        """The expert, as pages say it."""
        return str(self.expert or "Ancien expert")


class Complement(models.Model):
    """What the coordination asks a town to complete, until when."""

    candidature = models.ForeignKey(Candidature, models.CASCADE, related_name="complements")
    demande = models.TextField()
    champs = models.JSONField(default=list)
    """Fields that may be changed; the others stay as deposited."""
    avant_le = models.DateTimeField()
    ouvert_le = models.DateTimeField(auto_now_add=True)
    clos_le = models.DateTimeField(null=True)

    class Meta:
        ordering = ("ouvert_le", "id")
