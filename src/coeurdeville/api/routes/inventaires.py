"""/api/inventaires/{code}: what a town has and what it lacks, organisations named, never persons nor files."""

from __future__ import annotations

from datetime import date
from typing import Any

from ninja import Router
from pydantic import BaseModel, Field

from coeurdeville.api.declaring import route
from coeurdeville.api.paging import Page, Paging, paged
from coeurdeville.api.refusals import Absent
from coeurdeville.api.routes.shared import Licence, Missing
from coeurdeville.api.routes.towns import Code, town_of
from coeurdeville.catalogue.contact import is_page
from coeurdeville.core.problems import Kind
from coeurdeville.deployability.town import TownInventory
from coeurdeville.espaces.inventaires import matrice
from coeurdeville.inventory.donnee import Donnee
from coeurdeville.inventory.vocabulaire import Acteur, Nature, Ouverture

router = Router()
NO_INVENTORY = Kind(
    "api-inventaire-absent",
    "La commune « {code} » n’a rien publié ici : son inventaire reste le sien.",
    "Voir ce que les sources nationales lui donnent : /api/communes/{code}/deploiement.",
)


class DonneeInventoriee(BaseModel):
    """An entry of an inventory."""

    donnee: str = Field(description="Identifiant dans l’inventaire.")
    couche: str
    titre: str
    statut: Ouverture
    statut_libelle: str
    depuis: date | None = Field(description="Jour du statut.")
    detenteur: str | None = Field(description="L’organisation qui la tient.")
    acteur: Acteur
    nature: Nature | None = Field(description="Ce qu’est le détenteur.")
    licence: Licence
    millesime: str | None
    adresse: str | None = Field(description="Page d’une donnée ouverte.")
    manquant: Missing


WHY = {
    "depuis": "aucun statut n’est noté",
    "detenteur": "l’inventaire ne dit pas qui la tient",
    "nature": "l’inventaire ne le dit pas",
    "millesime": "l’inventaire ne dit pas de quand elle est",
    "adresse": "elle n’est pas ouverte, ou l’inventaire n’a pas sa page",
}


@route(router, "/inventaires/{code}", Page[DonneeInventoriee], "La part publique d’un inventaire", tag="Inventaires",
       public=True, example="/api/inventaires/00101?limit=2",
       description="Titres, détenteurs, statuts. Ni personnes, ni courriels, ni fichiers.")  # fmt: skip
def inventaire(code: Code, query: Paging) -> Page[DonneeInventoriee]:
    """The entries of a town, by layer then by identifier."""
    known = matrice().inventories
    held = known.get(code) or known.get(town_of(code).code)
    if held is None:
        raise Absent([NO_INVENTORY(code=code)])
    return paged(f"/api/inventaires/{held.commune}", query, _entries(held), _told)


def _entries(held: TownInventory) -> list[Donnee]:
    return sorted((one for those in held.told.values() for one in those), key=lambda one: (one.couche, one.id))


def _told(one: Donnee) -> DonneeInventoriee:
    opened = one.ouverture is Ouverture.OUVERTE and is_page(one.adresse)
    known: dict[str, Any] = {
        "depuis": one.statut and one.statut.date, "detenteur": one.tenue_par or None, "nature": one.nature,
        "millesime": None if one.millesime is None else str(one.millesime),
        "adresse": one.adresse if opened else None,
    }  # fmt: skip
    licence = Licence(code=one.licence.key, titre=one.licence.title, ouverte=one.licence.open)
    return DonneeInventoriee(
        donnee=one.id, couche=one.couche, titre=one.titre, statut=one.ouverture, statut_libelle=one.ouverture.libelle,
        acteur=one.categorie, licence=licence, **known,
        manquant={key: WHY[key] for key, value in known.items() if value is None},
    )  # fmt: skip
