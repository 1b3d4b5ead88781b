"""Towns that want what another one did, and animateurs who help them."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from coeurdeville.programme.cas_usage.models import CasUsage
from coeurdeville.programme.etats.objet import Objet, champ_etat


class Adoption(Objet):
    """A town that says « we want this one »."""

    cas = models.ForeignKey(CasUsage, models.PROTECT, related_name="adoptions")
    commune = models.CharField("code Insee", max_length=5, db_index=True)
    nom = models.CharField(max_length=100)
    par = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    le = models.DateTimeField(auto_now_add=True)
    etat = champ_etat("adoption")

    class Meta:
        ordering = ("nom",)
        constraints = (models.UniqueConstraint(fields=("cas", "commune"), name="une_adoption_par_ville_et_cas"),)

    def __str__(self) -> str:
        return f"{self.cas.titre}, {self.nom}"


class Offre(models.Model):
    """What an animateur offers the towns of a perimeter."""

    animateur = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="offres")
    """None: the account is gone; what was agreed stays, nothing more can be accepted."""
    perimetre = models.CharField("périmètre", max_length=200)
    titre = models.CharField(max_length=200)
    texte = models.TextField()
    close_le = models.DateTimeField(null=True)
    ouverte_le = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-ouverte_le",)

    def __str__(self) -> str:
        return self.titre


class Accord(Objet):
    """What an animateur and a town agree on."""

    offre = models.ForeignKey(Offre, models.CASCADE, related_name="accords")
    commune = models.CharField("code Insee", max_length=5, db_index=True)
    nom = models.CharField(max_length=100)
    propose_le = models.DateTimeField(auto_now_add=True)
    etat = champ_etat("accord")

    class Meta:
        ordering = ("nom",)
        constraints = (models.UniqueConstraint(fields=("offre", "commune"), name="un_accord_par_ville"),)

    def __str__(self) -> str:
        return f"{self.offre.titre}, {self.nom}"
