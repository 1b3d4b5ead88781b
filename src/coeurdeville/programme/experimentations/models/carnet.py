"""What is written as a project goes: journal, obstacles, effort, cooperation."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from coeurdeville.programme.experimentations.models.projet import Experimentation


class NoteJournal(models.Model):
    """A page of the project's journal."""

    experimentation = models.ForeignKey(Experimentation, models.CASCADE, related_name="journal")
    jour = models.DateField()
    texte = models.TextField()
    auteur = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    ecrite_le = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-jour", "-id")


class Obstacle(models.Model):
    """What stood in the way, when it was met, how it was overcome if it was."""

    class Famille(models.TextChoices):
        """Codes are stored: they never change."""

        GOUVERNANCE = "gouvernance", "gouvernance"
        COMPETENCES = "competences", "compétences"
        ACCES = "acces", "accès aux données"
        JURIDIQUE = "juridique", "juridique"
        QUALITE = "qualite", "qualité des données"
        COUT = "cout", "coût"
        PORTAGE = "portage", "portage politique"

    experimentation = models.ForeignKey(Experimentation, models.CASCADE, related_name="obstacles")
    famille = models.CharField(max_length=12, choices=Famille.choices)
    texte = models.TextField()
    couche = models.CharField(max_length=100, blank=True)
    """The data that it is about, if it is about one."""
    rencontre_le = models.DateField("rencontré le")
    leve_le = models.DateField("levé le", null=True)
    leve_comment = models.TextField(blank=True)

    class Meta:
        ordering = ("rencontre_le", "id")


class Effort(models.Model):
    """Time or money that was spent: nothing is estimated afterwards."""

    experimentation = models.ForeignKey(Experimentation, models.CASCADE, related_name="efforts")
    jour = models.DateField()
    part = models.CharField("rôle", max_length=24, blank=True)
    """Role of those who spent the days, as in `Participant.Part`; empty for money."""
    objet = models.CharField(max_length=200)
    jours = models.DecimalField(max_digits=6, decimal_places=2, default=0)
    euros = models.DecimalField(max_digits=10, decimal_places=2, default=0)
    par = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ("jour", "id")


class Cooperation(models.Model):
    """Who works with whom on a data set, in what form, at what cost."""

    experimentation = models.ForeignKey(Experimentation, models.CASCADE, related_name="cooperations")
    couche = models.CharField("donnée", max_length=100, blank=True)
    titre = models.CharField(max_length=200)
    avec = models.CharField(max_length=200)
    acteur = models.CharField(max_length=40)
    """Actor category, as in `inventory.vocabulaire`."""
    forme = models.CharField(max_length=40)
    """Form of cooperation, as in `inventory.cooperations`."""
    cout = models.CharField("coût", max_length=200, blank=True)

    class Meta:
        ordering = ("titre", "id")
