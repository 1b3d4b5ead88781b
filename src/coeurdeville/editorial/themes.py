"""Themes of pages. Codes are stored, and are those of the services."""

from __future__ import annotations

from django.db.models import TextChoices


class Theme(TextChoices):
    """The three themes of the call, or all of them."""

    CLIMAT = "climat", "climat"
    BIODIVERSITE = "biodiversite", "biodiversité"
    RISQUES = "risques", "risques"
    TOUS = "", "les trois thèmes"
