"""Requests for data, and the answers of those who hold them."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from coeurdeville.espaces.models.espace import Espace


class Reponse(models.TextChoices):
    """What a holder can answer."""

    DEJA_OUVERTE = "deja_ouverte", "Elle existe, et elle est déjà publiée"
    OUVRABLE = "ouvrable", "Elle existe, et nous pouvons l’ouvrir"
    CONDITIONS = "conditions", "Elle existe, et nous pouvons la partager sous conditions"
    REFUS = "refus", "Elle existe, et nous ne pouvons pas la communiquer"
    ABSENTE = "absente", "Elle n’existe pas"
    AILLEURS = "ailleurs", "Nous ne la détenons pas"


class Demande(models.Model):
    """A letter sent to whoever holds a data set; the holder answers by a signed link, without account."""

    espace = models.ForeignKey(Espace, models.CASCADE, related_name="demandes")
    entree = models.CharField("entrée de l’inventaire", max_length=200)
    titre = models.CharField(max_length=300)
    destinataire = models.CharField(max_length=300)
    courriel = models.EmailField(blank=True)
    """Of the holder; never published. Empty: the letter is posted."""
    lettre = models.TextField()
    """As it was sent."""
    fondement = models.CharField(max_length=40, blank=True)
    envoyee_par = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    envoyee_le = models.DateTimeField(auto_now_add=True)
    recue_le = models.DateField(null=True)
    """When the holder received it: the day it was sent when by e-mail, else as the officer notes it."""
    echeance = models.DateField(null=True)
    """When silence counts as a refusal, or when to ask again where no law sets a day."""
    expire_le = models.DateField()
    """Last day on which the link answers."""
    relancee_le = models.DateTimeField(null=True)
    annulee_le = models.DateTimeField(null=True)
    repondue_le = models.DateTimeField(null=True)
    reponse = models.CharField("réponse", max_length=20, blank=True, choices=Reponse.choices)
    motif = models.CharField("motif du refus", max_length=40, blank=True)
    """Code of the status that the refusal makes, or `autre`."""
    repondant = models.CharField("répondant", max_length=200, blank=True)
    """Who answered, and how to reach them; never published."""
    precisions = models.TextField("précisions", blank=True)
    licence = models.CharField(max_length=40, blank=True)
    adresse = models.CharField(max_length=500, blank=True)
    fichier = models.CharField(max_length=300, blank=True)
    """Name of the file that the holder joined, among those that the site keeps of this request."""
    inscrite_en = models.PositiveIntegerField(null=True)
    """Revision whose inventory holds the answer."""
    fichier_verse_le = models.DateTimeField(null=True)
    """When the file went into the town's folder."""

    class Meta:
        ordering = ("-envoyee_le", "-id")

    def __str__(self) -> str:
        return f"{self.titre}, à {self.destinataire}"

    @property
    def en_attente(self) -> bool:
        """Whether an answer is still awaited."""
        return self.repondue_le is None and self.annulee_le is None
