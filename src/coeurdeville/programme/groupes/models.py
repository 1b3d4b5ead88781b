"""Working groups of a season, across towns."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from coeurdeville.programme.appels.models import Saison
from coeurdeville.programme.etats.objet import Objet, champ_etat


class Groupe(models.Model):
    """Towns that share a subject, retained or not."""

    saison = models.ForeignKey(Saison, models.PROTECT, related_name="groupes")
    slug = models.SlugField(max_length=80, unique=True)
    titre = models.CharField(max_length=200)
    theme = models.CharField("thème", max_length=20, blank=True)
    presentation = models.TextField(blank=True)
    ouvert = models.BooleanField("ouvert à d’autres villes", default=True)

    class Meta:
        ordering = ("titre",)

    def __str__(self) -> str:
        return self.titre


class Adhesion(models.Model):
    """A town in a group: its members read and write there."""

    groupe = models.ForeignKey(Groupe, models.CASCADE, related_name="adhesions")
    commune = models.CharField("code Insee", max_length=5, db_index=True)
    nom = models.CharField(max_length=100)
    depuis = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("nom",)
        constraints = (models.UniqueConstraint(fields=("groupe", "commune"), name="une_adhesion_par_ville"),)


class Reunion(models.Model):
    """A meeting, then its minutes."""

    groupe = models.ForeignKey(Groupe, models.CASCADE, related_name="reunions")
    le = models.DateTimeField()
    lieu = models.CharField(max_length=200)
    ordre_du_jour = models.TextField(blank=True)
    compte_rendu = models.TextField(blank=True)
    redige_par = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ("-le",)


class Ressource(Objet):
    """Something worth sharing: a method, a clause, a tool; with its author, licence and version."""

    class Genre(models.TextChoices):
        """Codes are stored: they never change."""

        THEME = "theme", "thématique"
        METHODE = "methode", "de méthode"
        TECHNIQUE = "technique", "technique"

    saison = models.ForeignKey(Saison, models.PROTECT, related_name="ressources")
    groupe = models.ForeignKey(Groupe, models.SET_NULL, null=True, related_name="ressources")
    slug = models.SlugField(max_length=80, unique=True)
    titre = models.CharField(max_length=200)
    genre = models.CharField(max_length=12, choices=Genre.choices, default=Genre.METHODE)
    theme = models.CharField("thème", max_length=20, blank=True)
    resume = models.TextField("résumé", blank=True)
    auteur = models.CharField(max_length=200)
    licence = models.CharField(max_length=40)
    version = models.CharField(max_length=20, default="1.0")
    change = models.TextField("ce qui change dans cette version", blank=True)
    datee_du = models.DateField(null=True)
    adresse = models.URLField(max_length=500, blank=True)
    fichier = models.CharField(max_length=300, blank=True)
    proposee_par = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    remplace = models.ForeignKey("self", models.SET_NULL, null=True, related_name="remplacee_par")
    etat = champ_etat("ressource")

    class Meta:
        ordering = ("titre", "-datee_du")

    def __str__(self) -> str:
        return self.titre
