"""/api/sources: the national sources, read or only declared."""

from __future__ import annotations

from typing import Any

from ninja import Router
from pydantic import Field

from coeurdeville.api.declaring import route
from coeurdeville.api.paging import Page, Paging, paged
from coeurdeville.api.routes.shared import Licence, Nom
from coeurdeville.inventory.vocabulaire import Acteur
from coeurdeville.layers.catalogue import kind_named
from coeurdeville.sources.catalogue import sheet, sheets
from coeurdeville.sources.contract.declaration import Partition
from coeurdeville.sources.contract.sheet import Sheet

router = Router()
TAG = "Sources"


class SourceBreve(Nom):
    """A source in a list."""

    couche: str = Field(description="Couche qu’elle donne.")
    producteur: str
    licence: Licence
    lue: bool = Field(description="Un code la lit ; sinon, elle est seulement déclarée.")
    page: str = Field(description="Adresse de la page qui décrit les données.")


class Source(SourceBreve):
    """A source."""

    detenteur: Acteur
    acces: str = Field(description="Comment elle s’obtient.")
    couvre: str = Field(description="Où des données sont attendues.")
    demandee_pour: Partition
    millesime: str = Field(description="Le temps que les données décrivent.")
    rythme: str
    pannes: list[str] = Field(description="Pannes et pièges connus.")
    etat: str = Field(description="Sur quoi la lecture a été vérifiée.")
    verifie: str = Field(description="Où et quand cette fiche a été lue ; vide : le code en tient lieu.")


class FiltreDesSources(Paging):
    """What narrows the list."""

    couche: str | None = Field(None, description="Seulement celles de cette couche.", max_length=100)
    lue: bool | None = Field(None, description="Seulement celles qu’un code lit, ou ne lit pas.")


@route(router, "/sources", Page[SourceBreve], "Les sources nationales", tag=TAG, kept=True,
       example="/api/sources?couche=batiments&limit=1")  # fmt: skip
def sources(query: FiltreDesSources) -> Page[SourceBreve]:
    """Every sheet, by layer, those that are read first."""
    layer = None if query.couche is None else kind_named(query.couche)
    found = [one for one in sheets().values() if layer in (None, one.layer) and query.lue in (None, one.read)]
    return paged("/api/sources", query, found, lambda one: SourceBreve(**_brief(one)))


@route(router, "/sources/{slug}", Source, "La fiche d’une source", tag=TAG, kept=True,
       example="/api/sources/ign-bdtopo-batiments")  # fmt: skip
def source(slug: str) -> Source:
    """One sheet."""
    one = sheet(slug)
    return Source(
        **_brief(one), detenteur=one.holder, acces=one.access, couvre=one.covers, demandee_pour=one.partition,
        millesime=one.vintage, rythme=one.rhythm, pannes=list(one.failures), etat=one.state, verifie=one.checked,
    )  # fmt: skip


def _brief(one: Sheet) -> dict[str, Any]:
    licence = Licence(code=one.licence.key, titre=one.licence.title, ouverte=one.licence.open)
    return {"slug": one.slug, "titre": one.title, "couche": one.layer.slug, "producteur": one.publisher,
            "licence": licence, "lue": one.read, "page": one.page}  # fmt: skip
