"""The parts of a service as /api/services tells them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, Field

from coeurdeville.api.routes.shared import Missing, Nom
from coeurdeville.core.references import references
from coeurdeville.services.catalogue import AnyService
from coeurdeville.services.contract import declaration, described


class CoucheDemandee(Nom):
    """A layer that a service asks for."""

    indispensable: bool
    attendue: bool = Field(description="Aucun code ne la lit encore.")


class Indicateur(BaseModel):
    """A figure that a service gives."""

    nom: str = Field(description="Nom stable.")
    titre: str
    unite: str
    plus_est_mieux: bool | None
    decimales: int = Field(description="Décimales que les données permettent.")
    demande: list[str] = Field(description="Couches sans lesquelles ce chiffre n’est pas donné.")
    manquant: Missing


class Parametre(BaseModel):
    """A value that a user may change."""

    nom: str
    titre: str
    unite: str
    defaut: float | bool | str | dict[str, float]
    minimum: float | None
    maximum: float | None
    manquant: Missing


class Reference(BaseModel):
    """A publication."""

    cle: str
    auteurs: str
    annee: str
    titre: str
    revue: str
    doi: str
    adresse: str


class Experience(BaseModel):
    """Who ran a service that is described."""

    qui: str
    quand: str
    resultat: str = Field(description="Ce qui a été publié de ses résultats ; vide : rien n’a été trouvé.")
    jours: float | None = Field(description="Jours de travail.")
    source: str
    manquant: Missing


def indicator(name: str, one: declaration.Indicator, service: AnyService) -> Indicateur:
    """A figure, and the layers that it asks for besides."""
    missing = {} if one.higher_is_better is not None else {"plus_est_mieux": "ni l’un ni l’autre, ou cela dépend"}
    asked = [service.layers[layer].slug for layer in one.requires]
    return Indicateur(nom=name, titre=one.title, unite=one.unit, plus_est_mieux=one.higher_is_better,
                      decimales=one.digits, demande=asked, manquant=missing)  # fmt: skip


def parameter(name: str, one: declaration.Param, defaults: Mapping[str, Any]) -> Parametre:
    """A parameter with its bounds and its usual value."""
    bounds = {"minimum": one.minimum, "maximum": one.maximum}
    missing = {key: "pas de borne" for key, bound in bounds.items() if bound is None}
    usual = defaults[name]
    return Parametre(nom=name, titre=one.title, unite=one.unit, manquant=missing, **bounds,
                     defaut=usual if isinstance(usual, bool | int | float | dict) else str(usual))  # fmt: skip


def reference(key: str) -> Reference:
    """The publication of a method."""
    one = references()[key]
    return Reference(cle=one.key, auteurs=one.authors, annee=one.year, titre=one.title, revue=one.where, doi=one.doi,
                     adresse=one.url)  # fmt: skip


def experience(one: described.Experience) -> Experience:
    """Who ran it, as it was recorded."""
    missing = {} if one.days is not None else {"jours": "personne ne l’a noté"}
    return Experience(qui=one.who, quand=one.when, resultat=one.result, jours=one.days, source=one.source,
                      manquant=missing)  # fmt: skip
