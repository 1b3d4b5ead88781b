"""Seasons, calls, and who is entrusted with what in a call."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from coeurdeville.programme.etats.objet import Objet, champ_etat


class Saison(models.Model):
    """A season of the programme: its calls, its groups, its synthesis."""

    slug = models.SlugField(max_length=60, unique=True)
    titre = models.CharField(max_length=200)
    numero = models.PositiveSmallIntegerField("numéro", unique=True)
    themes = models.JSONField("thèmes", default=list)
    """Codes of `services.contract.declaration.Theme`."""
    debut = models.DateField("début")
    fin = models.DateField(null=True)
    """Of a season that is told afterwards: its calls are published though their limit is past. None: it runs."""

    class Meta:
        ordering = ("-numero",)

    def __str__(self) -> str:
        return self.titre


class Appel(Objet):
    """A call for candidatures. Its limit changes only by the verb `prolonger`, which keeps the former one."""

    saison = models.ForeignKey(Saison, models.PROTECT, related_name="appels")
    slug = models.SlugField(max_length=80, unique=True)
    titre = models.CharField(max_length=200)
    promesse = models.CharField(max_length=300, blank=True)
    """In one sentence, what a town gains."""
    presentation = models.TextField("présentation", blank=True)
    cahier = models.TextField("cahier des charges", blank=True)
    """Paragraphs; a line that starts with `## ` is a heading, with `- ` an item."""
    themes = models.JSONField("thèmes", default=list)
    ouvre_le = models.DateTimeField("ouverture des dépôts", null=True)
    ferme_le = models.DateTimeField("limite des dépôts", null=True)
    """Last instant at which a deposit is received."""
    designation_le = models.DateField("désignation prévue à partir du", null=True)
    duree_mois = models.CharField("durée des expérimentations", max_length=40, blank=True)
    a_retenir = models.PositiveSmallIntegerField("nombre à retenir", default=10)
    perimetre = models.CharField("villes éligibles", max_length=200, default="programme")
    """As `territories.perimeter` reads it."""
    eligibles_au = models.DateField("appartenance au programme appréciée au", null=True)
    formulaire = models.JSONField(default=list)
    """Steps and fields, as `appels.formulaire` reads them."""
    anonyme = models.BooleanField("dossiers anonymes pour les relecteurs", default=False)
    relectures_voulues = models.PositiveSmallIntegerField("relectures par candidature", default=3)
    organisateurs = models.JSONField(default=list)
    """Names of the organisations that designate together, jointly responsible for personal data."""
    traitements = models.JSONField("traitements de données personnelles", default=list)
    """Purpose, legal basis, retention: `{finalite, base, duree}`."""
    conservation = models.JSONField("conservation par état, en mois", default=dict)
    """State of a candidature -> months after which it is deleted, announced a month before."""
    contact = models.EmailField(blank=True)
    cree_par = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    cree_le = models.DateTimeField(auto_now_add=True)
    publie_le = models.DateTimeField(null=True)
    annonce_le = models.DateTimeField(null=True)
    """When the decisions were announced."""
    etat = champ_etat("appel")

    class Meta:
        ordering = ("-ouvre_le", "-id")

    def __str__(self) -> str:
        return self.titre

    @property
    def appel(self) -> Appel:
        """Itself, as every other object names its call."""
        return self


class Prolongation(models.Model):
    """A limit that was put off, and why: nothing of it is rewritten."""

    appel = models.ForeignKey(Appel, models.CASCADE, related_name="prolongations")
    ancienne = models.DateTimeField()
    nouvelle = models.DateTimeField()
    motif = models.TextField()
    par = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    le = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("le", "id")


class Critere(models.Model):
    """What a candidature is judged on."""

    appel = models.ForeignKey(Appel, models.CASCADE, related_name="criteres")
    cle = models.SlugField("clé", max_length=40)
    titre = models.CharField(max_length=200)
    question = models.TextField(blank=True)
    poids = models.DecimalField(max_digits=4, decimal_places=1, default=1)
    """Weight in the total; 0: read apart from it."""
    ordre = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ("ordre", "id")
        constraints = (models.UniqueConstraint(fields=("appel", "cle"), name="un_critere_par_cle"),)

    def __str__(self) -> str:
        return self.titre


class Mandat(models.Model):
    """What somebody is entrusted with in a call."""

    class Role(models.TextChoices):
        """Codes are stored: they never change."""

        RELECTEUR = "relecteur", "relecteur"
        JURY = "jury", "membre du jury"
        SIGNATAIRE = "signataire", "signataire"

    appel = models.ForeignKey(Appel, models.CASCADE, related_name="mandats")
    utilisateur = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="mandats")
    """None: the account is gone; that the place was held stays, nobody holds it any more."""
    role = models.CharField("rôle", max_length=12, choices=Role.choices)
    organisation = models.CharField(max_length=150, blank=True)
    """Which one they speak for."""

    class Meta:
        ordering = ("role", "organisation", "utilisateur__nom")
        constraints = (models.UniqueConstraint(fields=("appel", "utilisateur", "role"), name="un_mandat_une_fois"),)

    def __str__(self) -> str:
        return f"{self.qui}, {self.get_role_display()}"

    @property
    def qui(self) -> str:
        """Whoever holds it, as pages say it."""
        return str(self.utilisateur or f"Ancien {self.get_role_display()}")
