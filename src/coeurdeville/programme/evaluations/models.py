"""The evaluation of an experiment, at the four aims of the call."""

from __future__ import annotations

from django.db import models

from coeurdeville.programme.etats.objet import champ_etat
from coeurdeville.programme.experimentations.models import DuProjet, Experimentation, Preuve


class Evaluation(DuProjet):
    """Service, relevance, lasting and standard data, conditions of redeployment."""

    class Forme(models.TextChoices):
        """What a service may be. Codes are stored: they never change."""

        APPLICATION = "application", "une application nouvelle"
        ENRICHIE = "enrichie", "une application enrichie"
        DIAGNOSTIC = "diagnostic", "des données pour un diagnostic ou une décision"
        PRATIQUE = "pratique", "une bonne pratique de publication"

    experimentation = models.OneToOneField(Experimentation, models.CASCADE, related_name="evaluation")
    forme = models.CharField(max_length=12, choices=Forme.choices, blank=True)
    service = models.TextField("le service, tel qu’il existe", blank=True)
    usagers = models.TextField("qui s’en sert", blank=True)
    echecs = models.TextField("ce qui n’a pas marché", blank=True)
    actions_non_numeriques = models.TextField("actions qui ne sont pas numériques", blank=True)
    methode = models.TextField("méthode", blank=True)
    etat = champ_etat("evaluation")

    def __str__(self) -> str:
        return f"évaluation de « {self.experimentation.titre} »"


class Objectif(models.Model):
    """An aim with its figure before, the one aimed at, the one reached."""

    evaluation = models.ForeignKey(Evaluation, models.CASCADE, related_name="objectifs")
    titre = models.CharField(max_length=200)
    unite = models.CharField("unité", max_length=40, blank=True)
    depart = models.DecimalField("au départ", max_digits=14, decimal_places=3, null=True)
    cible = models.DecimalField(max_digits=14, decimal_places=3, null=True)
    resultat = models.DecimalField("résultat", max_digits=14, decimal_places=3, null=True)
    source = models.CharField(max_length=300, blank=True)
    """Where the figure comes from: a published diagnostic, a count, a survey."""
    edition = models.CharField("diagnostic publié", max_length=20, blank=True)
    """Identifier of the public edition that gives the result; then result, unit and source are read from it."""
    indicateur = models.CharField(max_length=160, blank=True)
    """In that edition: slug of the service, a slash, name of the figure."""

    class Meta:
        ordering = ("id",)


class Resultat(models.Model):
    """A result that is no figure, with what shows it."""

    evaluation = models.ForeignKey(Evaluation, models.CASCADE, related_name="resultats")
    texte = models.TextField()
    preuve = models.CharField(max_length=300, blank=True)
    piece = models.ForeignKey(Preuve, models.SET_NULL, null=True, related_name="+")
    """The piece of evidence of the project that shows it."""

    class Meta:
        ordering = ("id",)


class DonneeUtile(models.Model):
    """A data set of the service: whether it will last, whether it meets a schema, as checked by machine."""

    evaluation = models.ForeignKey(Evaluation, models.CASCADE, related_name="donnees")
    couche = models.CharField(max_length=100)
    entree = models.CharField("entrée de l’inventaire", max_length=200, blank=True)
    indispensable = models.BooleanField(default=True)
    perenne = models.TextField("ce qui la fait durer", blank=True)
    """Who keeps it up to date, how often, on what budget."""
    verdict = models.JSONField(default=dict)
    """What the machine found: openness, licence, date, schema, conformity; with the day."""

    class Meta:
        ordering = ("-indispensable", "couche")
        constraints = (models.UniqueConstraint(fields=("evaluation", "couche"), name="une_donnee_une_fois"),)


class Condition(models.Model):
    """A condition of redeployment, as data that other towns can be tested against."""

    class Nature(models.TextChoices):
        """Codes are stored: they never change."""

        DONNEE = "donnee", "donnée indispensable"
        PERIMETRE = "perimetre", "périmètre géographique"
        CONTRAINTE = "contrainte", "contrainte particulière"

    evaluation = models.ForeignKey(Evaluation, models.CASCADE, related_name="conditions")
    nature = models.CharField(max_length=12, choices=Nature.choices)
    texte = models.CharField(max_length=300)
    couche = models.CharField(max_length=100, blank=True)
    """For a data condition."""
    minimum = models.PositiveIntegerField("population d’au moins", null=True)
    maximum = models.PositiveIntegerField("population d’au plus", null=True)
    perimetre = models.CharField("périmètre", max_length=200, blank=True)
    """As `territories.perimeter` reads it."""

    class Meta:
        ordering = ("nature", "id")
