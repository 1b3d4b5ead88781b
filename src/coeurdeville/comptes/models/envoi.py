"""Messages sent lately, so that nobody is sent too many."""

from __future__ import annotations

from django.db import models


class Envoi(models.Model):
    """A message that left, known by keyed hashes of whom it went to and who asked for it. Kept a day."""

    destinataire = models.CharField(max_length=64, db_index=True)
    demandeur = models.CharField(max_length=64, db_index=True)
    date = models.DateTimeField(auto_now_add=True, db_index=True)

    def __str__(self) -> str:
        return f"{self.date:%d/%m/%Y %H:%M}"
