"""/api/couches: the layers that can be read, and those that are awaited."""

from __future__ import annotations

import math
from enum import StrEnum
from typing import Any

from ninja import Router
from pydantic import BaseModel, Field

from coeurdeville.api.declaring import route
from coeurdeville.api.paging import Page, Paging, paged
from coeurdeville.api.routes.shared import Missing, Nom
from coeurdeville.layers.catalogue import DataKind, kind_named, kinds
from coeurdeville.layers.contract.awaited import Awaited
from coeurdeville.layers.contract.column import Column
from coeurdeville.layers.contract.table import TableLayer
from coeurdeville.services.catalogue import all_services
from coeurdeville.sources.catalogue import sheets

router = Router()
TAG = "Couches"


class EtatDeCouche(StrEnum):
    """Whether code reads the layer."""

    LUE = "lue"
    ATTENDUE = "attendue"


class CoucheBreve(Nom):
    """A layer in a list."""

    etat: EtatDeCouche = Field(
        description="`lue` : un code la lit ; `attendue` : elle s’inventorie et se demande seulement."
    )
    environnement: bool = Field(description="Information relative à l’environnement, qui peut se demander à ce titre.")


class Colonne(BaseModel):
    """A column of a layer."""

    nom: str = Field(description="Ce qui s’écrit dans un fichier.")
    titre: str
    type: str = Field(description="`int`, `float`, `str`, `bool` ou `date`.")
    unite: str
    obligatoire: bool
    minimum: float | None
    maximum: float | None
    valeurs: list[str] = Field(description="La liste fermée, quand il y en a une.")
    manquant: Missing


class Couche(CoucheBreve):
    """A layer."""

    contenu: str = Field(description="Ce qu’elle décrit ; vide : ce que dit son titre.")
    colonnes: list[Colonne]
    indispensable_a: list[Nom] = Field(description="Services qui ne donnent rien sans elle.")
    ameliore: list[Nom] = Field(description="Services qui donnent davantage avec elle.")
    sources: list[Nom] = Field(description="Sources nationales qui la donnent.")


class FiltreDesCouches(Paging):
    """What narrows the list."""

    etat: EtatDeCouche | None = Field(None, description="Seulement les couches lues, ou attendues.")


@route(router, "/couches", Page[CoucheBreve], "Les couches de données", tag=TAG, kept=True,
       example="/api/couches?etat=lue&limit=2")  # fmt: skip
def couches(query: FiltreDesCouches) -> Page[CoucheBreve]:
    """Every layer, by slug."""
    found = [one for one in kinds().values() if query.etat in (None, _state(one))]
    return paged("/api/couches", query, found, lambda one: CoucheBreve(**_brief(one)))


@route(router, "/couches/{slug}", Couche, "Une couche : ses colonnes, ce qui s’en sert, qui la donne", tag=TAG,
       kept=True, example="/api/couches/espaces-verts")  # fmt: skip
def couche(slug: str) -> Couche:
    """One layer."""
    kind = kind_named(slug)
    users = [one for one in all_services().values() if kind in one.layers.values()]
    return Couche(
        **_brief(kind),
        contenu=kind.content if isinstance(kind, Awaited) else kind.scope,
        colonnes=[_column(one) for one in _columns(kind)],
        indispensable_a=[_named(one) for one in users if kind in one.needs.values()],
        ameliore=[_named(one) for one in users if kind not in one.needs.values()],
        sources=[_named(one) for one in sheets().values() if one.layer is kind],
    )


def _state(kind: DataKind) -> EtatDeCouche:
    return EtatDeCouche.ATTENDUE if isinstance(kind, Awaited) else EtatDeCouche.LUE


def _brief(kind: DataKind) -> dict[str, Any]:
    return {"slug": kind.slug, "titre": kind.title, "etat": _state(kind), "environnement": kind.environmental}


def _named(one: Any) -> Nom:
    return Nom(slug=one.slug, titre=one.title)


def _columns(kind: DataKind) -> tuple[Column, ...]:
    return kind.columns if isinstance(kind, type) and issubclass(kind, TableLayer) else ()


def _column(one: Column) -> Colonne:
    low, high = (bound if math.isfinite(bound) else None for bound in (one.minimum, one.maximum))
    missing = {key: "pas de borne" for key, bound in (("minimum", low), ("maximum", high)) if bound is None}
    return Colonne(nom=one.key, titre=one.title, type=one.dtype, unite=one.unit, obligatoire=one.required,
                   minimum=low, maximum=high, valeurs=list(one.values), manquant=missing)  # fmt: skip
