"""Messages of the programme, before and after they leave."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.timezone import now

from coeurdeville.programme.journal.models import Evenement


class Suivi(models.TextChoices):
    """Where a message stands. It is no state of the programme: nobody decides of it but the queue."""

    A_RELIRE = "a_relire", "à relire"
    A_ENVOYER = "a_envoyer", "prêt à partir"
    EN_COURS = "en_cours", "en train de partir"
    ENVOYE = "envoye", "parti"
    INCERTAIN = "incertain", "peut-être parti"
    ECHEC = "echec", "n’est pas parti"
    RETENU = "retenu", "retenu"


class Courrier(models.Model):
    """A message to one person, written once: its key says which event it is about, and to whom."""

    cle = models.CharField(max_length=120, unique=True)
    evenement = models.ForeignKey(Evenement, models.SET_NULL, null=True, related_name="courriers")
    modele = models.CharField(max_length=40)
    destinataire = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="courriers")
    """None: the account is gone; the message stays, without an address: it does not leave any more."""
    sujet = models.CharField("objet", max_length=200)
    texte = models.TextField()
    suivi = models.CharField(max_length=12, choices=Suivi.choices, default=Suivi.A_ENVOYER, db_index=True)
    prepare_le = models.DateTimeField(auto_now_add=True)
    relu_par = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    pas_avant = models.DateTimeField(default=now)
    """When it may be tried next."""
    pris_le = models.DateTimeField(null=True)
    """When a worker took it to send it."""
    envoye_le = models.DateTimeField(null=True)
    tentatives = models.PositiveSmallIntegerField(default=0)
    erreur = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("-prepare_le", "-id")

    def __str__(self) -> str:
        return f"{self.sujet}, à {self.a_qui}"

    @property
    def a_qui(self) -> str:
        """The addressee, as pages say it."""
        return str(self.destinataire or "un ancien membre")
