"""The fields of the records of a project, and their values, as people read them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final

from django.db import models

from coeurdeville.core.french import capital, day, number
from coeurdeville.inventory.problemes.recueil import fiches
from coeurdeville.inventory.vocabulaire import Acteur, Forme
from coeurdeville.layers.catalogue import kinds
from coeurdeville.programme.experimentations.valeurs import CHAMPS
from coeurdeville.programme.models import Cooperation, Effort, Experimentation, Participant
from coeurdeville.services.catalogue import all_services
from coeurdeville.services.contract.declaration import Theme

LIBELLES: Final = {
    "texte": "Texte", "leve_comment": "Comment il a été levé", "part": "Rôle", "du": "Depuis le", "au": "Jusqu’au",
    "couche": "Donnée", "avec": "Avec qui", "acteur": "Catégorie de cet acteur",
    "attendu_le": "Attendu le", "rendu_le": "Remis le", "ordre": "Rang dans le plan", "nature": "Ce que c’est",
    "piece": "Preuve du projet qui le montre", "preuve": "Autre preuve, en mots", "perimetre": "Lieu",
    "adresse": "Adresse sur le web", "organisme": "Service ou organisme", "charge": "Jours par mois prévus",
    "jours_prevus": "Jours prévus", "reference": "Référence", "utilisateur": "Compte", "sorte": "Sorte de preuve",
}  # fmt: skip
"""Field -> what is read, where the name of the model is not enough."""
MODELES: Final[Mapping[str, type[models.Model]]] = {str(one._meta.model_name): one for one in CHAMPS}
CODES: Final[Mapping[tuple[type[models.Model], str], Callable[[str], str]]] = {
    (Experimentation, "theme"): lambda code: Theme(code).label if code in set(Theme) else code,
    (Experimentation, "service"): lambda code: all_services()[code].title if code in all_services() else code,
    (Experimentation, "probleme"): lambda code: fiches()[code].titre if code in fiches() else code,
    (Effort, "part"): lambda code: dict(Participant.Part.choices).get(code, code),
    (Cooperation, "acteur"): lambda code: Acteur(code).libelle if code in set(Acteur) else code,
    (Cooperation, "forme"): lambda code: Forme(code).libelle if code in set(Forme) else code,
}
"""Fields whose codes come from elsewhere than their model."""


def libelle(modele: type[models.Model], nom: str) -> str:
    """What a field of a record is called, with a capital."""
    name = nom.removesuffix("_id")
    return LIBELLES.get(name) or capital(str(modele._meta.get_field(name).verbose_name))  # type: ignore[union-attr]


def valeur(modele: type[models.Model], nom: str, gardee: Any) -> str:
    """A value as the history keeps it, in words; empty for none."""
    if gardee is None or gardee == "":
        return ""
    if nom == "couche":
        return kinds()[gardee].title if gardee in kinds() else str(gardee)
    if (modele, nom) in CODES:
        return CODES[modele, nom](str(gardee))
    return _plain(modele._meta.get_field(nom.removesuffix("_id")), gardee)


def _plain(field: Any, kept: Any) -> str:
    """By the kind of the field."""
    if field.choices:
        return str(dict(field.flatchoices).get(kept, kept))
    if isinstance(field, models.ForeignKey):
        return f"nº\u00a0{kept}"
    if isinstance(field, models.BooleanField):
        return "oui" if kept else "non"
    if isinstance(field, models.DateField):
        return day(date.fromisoformat(kept))
    if isinstance(field, (models.DecimalField, models.IntegerField)):
        return chiffre(float(kept))
    return str(kept)


def chiffre(value: float) -> str:
    """A figure with as many decimals as it has, at most three."""
    return number(value, len(f"{value:.3f}".rstrip("0").partition(".")[2]))
