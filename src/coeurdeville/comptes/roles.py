"""Roles in a town's space. Codes are stored: they never change."""

from __future__ import annotations

from django.db.models import TextChoices


class Role(TextChoices):
    """What a member is in a town."""

    REFERENT = "referent_metier", "référent métier"
    """Names the problem, runs services, publishes."""
    CORRESPONDANT = "correspondant_donnees", "correspondant données"
    """Keeps the inventory and the files."""
    LECTEUR = "lecteur", "lecteur"
    """Reads what is not published yet."""


PAIR = frozenset({Role.REFERENT, Role.CORRESPONDANT})
"""Those who may change the space."""
