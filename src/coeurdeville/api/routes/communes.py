"""/api/communes: the communes of France, and which of them published something."""

from __future__ import annotations

from typing import Any

from ninja import Router
from pydantic import BaseModel, Field

from coeurdeville.api.declaring import route
from coeurdeville.api.paging import Page, Paging, absolute, page_of
from coeurdeville.api.routes.shared import Missing
from coeurdeville.api.routes.towns import Code, require_places, town_of
from coeurdeville.api.towns import Wanted, selected
from coeurdeville.espaces.lecture import edition_publique
from coeurdeville.espaces.villes import VillePublique
from coeurdeville.territories.acv import membership
from coeurdeville.territories.commune import Commune
from coeurdeville.territories.projections import departement_of

router = Router()
TAG = "Communes"
NOBODY = "personne n’y habite, ou sa population n’est pas publiée"
FICTIONAL = "la ville est fictive"


class CommuneBreve(BaseModel):
    """A commune in a list."""

    code: str = Field(description="Code Insee.")
    nom: str
    departement: str
    region: str | None
    population: int | None = Field(description="Population municipale, en habitants.")
    programme: bool = Field(description="Membre du programme Action Cœur de Ville.")
    manquant: Missing


class Lieu(BaseModel):
    """What a commune belongs to."""

    code: str
    nom: str


class CommuneEntiere(CommuneBreve):
    """A commune."""

    fictive: bool = Field(description="Une ville de démonstration, de département 00.")
    annee_de_population: int | None
    departement_nom: str | None
    region_nom: str | None
    intercommunalite: Lieu | None = Field(description="SIREN et nom.")
    codes_postaux: list[str]
    anciens_codes: list[str] = Field(description="Codes Insee qui y mènent, par fusion ou changement.")
    derniere_edition: str | None = Field(description="Identifiant du dernier diagnostic publié.")
    deploiement: str = Field(description="Adresse de ce qu’elle peut faire tourner.")
    editions: str = Field(description="Adresse de ses diagnostics publiés.")


class FiltreDesCommunes(Paging):
    """What narrows the list."""

    q: str | None = Field(None, max_length=100, description="Nom ou début de nom, code Insee, code postal.")
    programme: bool | None = Field(None, description="Seulement celles d’Action Cœur de Ville, ou les autres.")
    departement: str | None = Field(None, max_length=3, description="Code de département.")
    region: str | None = Field(None, max_length=3, description="Code de région.")
    population_min: int | None = Field(None, ge=0, le=10_000_000, description="Au moins tant d’habitants.")
    population_max: int | None = Field(None, ge=0, le=10_000_000, description="Au plus tant d’habitants.")


@route(router, "/communes", Page[CommuneBreve], "Chercher une commune", tag=TAG, kept=True,
       example="/api/communes?q=saint-quentin&departement=02",
       description="Toutes les communes de France, de la plus peuplée à la moins.")  # fmt: skip
def communes(query: FiltreDesCommunes) -> Page[CommuneBreve]:
    """The communes that a request asks for."""
    require_places(query.departement, query.region)
    wanted = Wanted(query.q, query.programme, query.departement, query.region, query.population_min,
                    query.population_max)  # fmt: skip
    count, found = selected(wanted, query.offset, query.limit)
    return page_of("/api/communes", query, count, [_brief(one) for one in found])


@route(router, "/communes/{code}", CommuneEntiere, "Une commune, et ce qu’elle a publié", tag=TAG,
       public=True, example="/api/communes/02691")  # fmt: skip
def commune(code: Code) -> CommuneEntiere:
    """One commune; the one of today for a former code."""
    town = town_of(code)
    latest = edition_publique(town.code)
    missing = {} if latest else {"derniere_edition": "aucun diagnostic n’est publié ici"}
    told = _whole(town.commune) if town.commune else _fictional(town)
    home = absolute(f"/api/communes/{town.code}")
    return CommuneEntiere(
        **{**told, "manquant": {**told["manquant"], **missing}}, fictive=town.commune is None,
        derniere_edition=latest.identifiant if latest else None, deploiement=f"{home}/deploiement",
        editions=f"{home}/editions",
    )  # fmt: skip


def _brief(one: Commune) -> CommuneBreve:
    missing = {"population": NOBODY} if one.population is None else {}
    return CommuneBreve(code=one.code, nom=one.nom, departement=one.departement.code, region=one.region.code,
                        population=one.population, programme=membership(one.code) is not None,
                        manquant=missing)  # fmt: skip


def _whole(one: Commune) -> dict[str, Any]:
    told = _brief(one).model_dump() | {
        "annee_de_population": one.population_year, "departement_nom": one.departement.nom,
        "region_nom": one.region.nom,
        "intercommunalite": None if one.epci is None else Lieu(code=one.epci.siren, nom=one.epci.nom),
        "codes_postaux": list(one.codes_postaux), "anciens_codes": list(one.anciens_codes),
    }  # fmt: skip
    if one.population_year is None:
        told["manquant"]["annee_de_population"] = "la publication ne la dit pas"
    if one.epci is None:
        told["manquant"]["intercommunalite"] = "elle n’est membre d’aucune"
    return told


def _fictional(town: VillePublique) -> dict[str, Any]:
    unknown = ("region", "population", "annee_de_population", "departement_nom", "region_nom", "intercommunalite")
    return {"code": town.code, "nom": town.nom, "departement": departement_of(town.code), "programme": False,
            "codes_postaux": [], "anciens_codes": [], **dict.fromkeys(unknown),
            "manquant": dict.fromkeys(unknown, FICTIONAL)}  # fmt: skip
