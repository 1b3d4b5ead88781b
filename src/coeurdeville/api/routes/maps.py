"""The map of a service in a published diagnostic."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, Field

from coeurdeville.api.refusals import Absent
from coeurdeville.api.routes.shared import Missing
from coeurdeville.core.problems import Kind
from coeurdeville.espaces.diagnostics import Diagnostic
from coeurdeville.reports.editions.interactive_map import InteractiveLayer, InteractiveMap, MapClass

MAP_ABSENT = Kind(
    "api-carte-inconnue",
    "Ce diagnostic n’a pas de carte du service « {service} ».",
    "Ses cartes sont celles de : {known}.",
)
LAYER_ABSENT = Kind(
    "api-couche-de-carte-inconnue",
    "La carte du service « {service} » n’a pas de couche « {layer} ».",
    "Ses couches sont : {known}.",
)


class Classe(BaseModel):
    """A line of a legend."""

    couleur: str = Field(description="`#RRGGBB` ; `hatch` : hachures ; `none` : un contour seul.")
    libelle: str
    objets: int = Field(description="Objets de cette classe.")


class CoucheDeCarte(BaseModel):
    """Objects drawn together."""

    couche: str
    titre: str
    mesure: str = Field(description="Ce qui est classé ; vide : une seule classe.")
    geometrie: Literal["point", "line", "area"]
    visible: bool = Field(description="Montrée à l’ouverture.")
    classes: list[Classe] = Field(
        description="Dans l’ordre de la légende ; « c » d’un objet est le rang de la sienne dans le fichier dessiné."
    )
    inconnu: Classe | None = Field(description="La ligne de légende des objets dont la classe n’est pas connue.")
    attribution: str
    objets: str = Field(description="Adresse de ses objets, en GeoJSON.")
    manquant: Missing


class Carte(BaseModel):
    """A map."""

    service: str
    titre: str
    montre: str = Field(description="Ce que l’on y voit, en une à trois phrases.")
    lecture: str
    emprise: list[float] = Field(description="Ouest, sud, est, nord de tout ce qui est dessiné.", min_length=4,
                                 max_length=4)  # fmt: skip
    vue: list[float] = Field(description="Ouest, sud, est, nord à l’ouverture.", min_length=4, max_length=4)
    couches: list[CoucheDeCarte] = Field(description="De bas en haut.")


class Colonne(BaseModel):
    """A value that each object has."""

    titre: str
    description: str | None = Field(None, description="Son unité, ses valeurs admises, ce que veut dire son absence.")


class Collection(BaseModel):
    """A GeoJSON FeatureCollection."""

    type: Literal["FeatureCollection"]
    count: int = Field(description="Objets que le rectangle rencontre, en tout.", ge=0)
    next: str | None = Field(description="Adresse de la suite ; null : il n’y en a pas.")
    previous: str | None
    attribution: str = Field(description="Source, date et licence, à citer.")
    title: str | None = Field(
        None, description="Ce que sont les objets ; absent quand leurs valeurs ne sont pas données."
    )
    sources: str | None = Field(None, description="Chaque donnée avec son producteur, sa date et sa licence.")
    licence: str | None = Field(None, description="Des valeurs, calculée à partir de celles des données.")
    date_des_donnees: str | None = None
    methode: str | None = None
    confiance: str | None = Field(None, description="`A`, `B` ou `C`.")
    colonnes: dict[str, Colonne] | None = Field(None, description="Les valeurs de chaque objet, par leur nom.")
    features: list[dict[str, Any]]


def require_map(found: Diagnostic, service: str) -> InteractiveMap:
    """The map of a service; `Absent` names those that there are."""
    known = found.files.map(service)
    if known is None:
        names = ", ".join(one.service for one in found.files.maps) or "aucun service"
        raise Absent([MAP_ABSENT(service=service[:100], known=names)])
    return known


def require_layer(known: InteractiveMap, name: str) -> InteractiveLayer:
    """A layer of a map; `Absent` names those that there are."""
    layer = known.layer(name)
    if layer is None:
        names = ", ".join(one.id for one in known.layers)
        raise Absent([LAYER_ABSENT(service=known.service, layer=name[:100], known=names)])
    return layer


def carte_of(known: InteractiveMap, home: str) -> Carte:
    """A map in the words of the API; `home` is the address of its edition."""
    return Carte(
        service=known.service, titre=known.title, montre=known.shows, lecture=known.note, emprise=list(known.bounds),
        vue=list(known.view), couches=[_layer(one, f"{home}/objets/{known.service}") for one in known.layers],
    )  # fmt: skip


def _layer(one: InteractiveLayer, home: str) -> CoucheDeCarte:
    missing = {} if one.unknown else {"inconnu": "la classe de chaque objet est connue"}
    return CoucheDeCarte(
        couche=one.id, titre=one.words, mesure=one.measure, geometrie=one.geometry, visible=one.visible,
        classes=[_class(each) for each in one.classes], inconnu=_class(one.unknown) if one.unknown else None,
        attribution=one.attribution, objets=f"{home}/{one.id}", manquant=missing,
    )  # fmt: skip


def _class(one: MapClass) -> Classe:
    return Classe(couleur=one.colour, libelle=one.words, objets=one.count)
