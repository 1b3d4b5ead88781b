"""What is compared of towns, real or not."""

from __future__ import annotations

from collections.abc import Mapping

from coeurdeville.espaces.lieux import editions
from coeurdeville.espaces.models import Edition
from coeurdeville.territories.likeness import Profile, profile_of
from coeurdeville.territories.towns import towns_of


def profils(publiees: Mapping[str, Edition]) -> dict[str, Profile]:
    """Insee code -> profile, of towns and their editions. Of a fictional town only its diagnostic tells the people."""
    real = towns_of(publiees)
    return {code: profile_of(real[code]) if code in real else _fictif(one) for code, one in publiees.items()}


def _fictif(edition: Edition) -> Profile:
    found = editions().get(edition.espace.commune, edition.identifiant)
    return Profile(None if found is None else found.summary["commune"]["population"])
