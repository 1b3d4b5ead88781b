"""Experiments, who takes part in them, the steps of their plan."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from coeurdeville.programme.appels.models import Appel
from coeurdeville.programme.candidatures.models import Candidature
from coeurdeville.programme.etats.objet import Objet, champ_etat


class Experimentation(Objet):
    """What a laureate does with its months: planned, then as it went."""

    candidature = models.OneToOneField(Candidature, models.PROTECT, related_name="experimentation")
    commune = models.CharField("code Insee", max_length=5, db_index=True)
    nom = models.CharField(max_length=100)
    titre = models.CharField(max_length=200)
    """The service in one line."""
    theme = models.CharField("thème", max_length=20, blank=True)
    service = models.CharField(max_length=100, blank=True)
    """Slug of a service of the registry, computed or described; empty: it is in none yet."""
    probleme = models.CharField("problème", max_length=100, blank=True)
    debut_prevu = models.DateField("début prévu", null=True)
    fin_prevue = models.DateField("fin prévue", null=True)
    debut_initial = models.DateField("début prévu au démarrage", null=True)
    fin_initiale = models.DateField("fin prévue au démarrage", null=True)
    """The plan as it was when the experiment started: drift is counted from it, whatever is planned again since."""
    debut_reel = models.DateField("début réel", null=True)
    fin_reelle = models.DateField("fin réelle", null=True)
    ouverte_le = models.DateTimeField(auto_now_add=True)
    etat = champ_etat("experimentation")

    class Meta:
        ordering = ("nom", "id")

    def __str__(self) -> str:
        return f"{self.titre}, {self.nom}"

    @property
    def appel(self) -> Appel:
        """The call that it comes from."""
        return self.candidature.appel


class Participant(models.Model):
    """A part in the project and who holds it, from when to when: a succession is two rows."""

    class Part(models.TextChoices):
        """Codes are stored: they never change."""

        REFERENT = "referent_metier", "référent métier"
        CORRESPONDANT = "correspondant_donnees", "correspondant données"
        ELU = "elu", "élu porteur"
        PARTENAIRE = "partenaire", "partenaire"
        OPERATEUR = "operateur", "opérateur de service"

    experimentation = models.ForeignKey(Experimentation, models.CASCADE, related_name="participants")
    part = models.CharField(max_length=24, choices=Part.choices)
    fonction = models.CharField(max_length=200)
    """What is published; names are not."""
    organisme = models.CharField(max_length=200, blank=True)
    utilisateur = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="participations")
    charge = models.DecimalField("charge prévue, en jours par mois", max_digits=4, decimal_places=1, null=True)
    du = models.DateField()
    au = models.DateField(null=True)

    class Meta:
        ordering = ("part", "du", "id")


class Etape(models.Model):
    """A step of the plan, with its planned and its real days."""

    experimentation = models.ForeignKey(Experimentation, models.CASCADE, related_name="etapes")
    ordre = models.PositiveSmallIntegerField()
    titre = models.CharField(max_length=200)
    debut_prevu = models.DateField("début prévu", null=True)
    fin_prevue = models.DateField("fin prévue", null=True)
    debut_initial = models.DateField("début prévu au démarrage", null=True)
    fin_initiale = models.DateField("fin prévue au démarrage", null=True)
    """As for the whole: what the step had in the plan that was started with."""
    debut_reel = models.DateField("début réel", null=True)
    fin_reelle = models.DateField("fin réelle", null=True)
    note = models.TextField(blank=True)

    class Meta:
        ordering = ("ordre", "id")


class DuProjet(Objet):
    """An object of an experiment, `experimentation`: it is about the same town, under the same call."""

    experimentation: models.ForeignKey[Experimentation, Experimentation]

    class Meta:
        abstract = True

    @property
    def nom(self) -> str:
        """Of the town."""
        return self.experimentation.nom

    @property
    def commune(self) -> str:
        """Insee code of the town."""
        return self.experimentation.commune

    @property
    def appel(self) -> Appel:
        """The call that the experiment comes from."""
        return self.experimentation.appel
