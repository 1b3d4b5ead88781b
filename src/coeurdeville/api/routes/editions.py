"""/api/communes/{code}/editions: the dated diagnostics that a town published."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from ninja import Router
from pydantic import BaseModel, Field

from coeurdeville.api.bodies import Body
from coeurdeville.api.declaring import route
from coeurdeville.api.paging import Page, Paging, absolute, paged
from coeurdeville.api.routes.published import Identifiant, published
from coeurdeville.api.routes.shared import Licence, Missing
from coeurdeville.api.routes.towns import Code, town_of
from coeurdeville.core.french import slug
from coeurdeville.espaces.diagnostics import Diagnostic
from coeurdeville.espaces.lecture import editions_publiques
from coeurdeville.espaces.models import Edition
from coeurdeville.services.contract.declaration import Theme

router = Router()
TAG = "Diagnostics"
NO_MAP = "ce diagnostic n’a pas de carte de ce service"


class EditionBreve(BaseModel):
    """A published diagnostic in a list."""

    edition: str = Field(description="Identifiant : le jour, avec un rang à partir du deuxième.")
    date: date
    publiee_le: datetime
    adresse: str


class ServiceEtabli(BaseModel):
    """A service in a diagnostic."""

    service: str
    titre: str
    theme: Theme
    etat: str = Field(description="`possible`, `partiel` ou `bloqué`.")
    reponse: str | None = Field(description="La réponse, en une phrase.")
    confiance: str | None = Field(description="`A`, `B` ou `C`.")
    raisons_de_confiance: list[str]
    licence: Licence | None
    indicateurs: str = Field(description="Adresse de ses chiffres.")
    carte: str | None = Field(description="Adresse de sa carte.")
    manquant: Missing


class Fichier(BaseModel):
    """A file to download."""

    nom: str
    octets: int
    adresse: str


class EditionEntiere(EditionBreve):
    """A published diagnostic."""

    commune: str
    nom: str
    logiciel: str = Field(description="Version de coeurdeville qui l’a établi.")
    licence: Licence
    services: list[ServiceEtabli]
    fichiers: list[Fichier]


@route(router, "/communes/{code}/editions", Page[EditionBreve], "Les diagnostics publiés d’une commune", tag=TAG,
       public=True, example="/api/communes/00101/editions")  # fmt: skip
def editions(code: Code, query: Paging) -> Page[EditionBreve]:
    """The public editions of a town, latest first."""
    town = town_of(code)
    found = editions_publiques(town.code)
    path = f"/api/communes/{town.code}/editions"
    return paged(path, query, found, lambda one: EditionBreve(**_brief(town.code, one)))


@route(router, "/communes/{code}/editions/{identifiant}", EditionEntiere, "Un diagnostic publié", tag=TAG,
       public=True, example="/api/communes/00101/editions/derniere",
       description="Ses services, sa licence, ses fichiers. « derniere » désigne le dernier publié.")  # fmt: skip
def edition(code: Code, identifiant: Identifiant) -> Body:
    """One edition."""
    town = town_of(code)
    found = published(town.code, identifiant)
    told, files = found.files.summary, found.files.files
    pages = f"/ville/{town.code}-{slug(town.nom)}/versions/{found.edition.identifiant}/fichiers"
    return Body.of(EditionEntiere(
        **_brief(town.code, found.edition), commune=town.code, nom=town.nom, logiciel=told["version_du_logiciel"],
        licence=_licence(told["licence"]), services=[_service(town.code, one, found) for one in told["services"]],
        fichiers=[Fichier(nom=name, octets=size, adresse=absolute(f"{pages}/{name}")) for name, size in files.items()],
    ), modified=found.edition.publiee_le)  # fmt: skip


def home_of(code: str, identifiant: str) -> str:
    """The address of an edition."""
    return absolute(f"/api/communes/{code}/editions/{identifiant}")


def _brief(code: str, one: Edition) -> dict[str, Any]:
    return {"edition": one.identifiant, "date": one.etablie_le, "publiee_le": one.publiee_le,
            "adresse": home_of(code, one.identifiant)}  # fmt: skip


def _licence(told: dict[str, Any]) -> Licence:
    return Licence(code=told["code"], titre=told["titre"], ouverte=told["ouverte"])


def _service(code: str, told: dict[str, Any], found: Diagnostic) -> ServiceEtabli:
    home, name = home_of(code, found.edition.identifiant), told["nom"]
    grade, page, licence = told["confiance"], told["page"], told["licence"]
    known: dict[str, Any] = {
        "reponse": page and page["reponse"], "confiance": grade and grade["note"],
        "licence": licence and _licence(licence),
        "carte": f"{home}/cartes/{name}" if found.files.map(name) else None,
    }  # fmt: skip
    reason = told["raison"] or NO_MAP
    return ServiceEtabli(
        service=name, titre=told["titre"], theme=told["theme"], etat=told["etat"],
        raisons_de_confiance=grade["raisons"] if grade else [], indicateurs=f"{home}/indicateurs?service={name}",
        **known, manquant={key: reason for key, value in known.items() if value is None},
    )  # fmt: skip
