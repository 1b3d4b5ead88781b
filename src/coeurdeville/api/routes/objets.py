"""Figures, maps and objects of a published diagnostic."""

from __future__ import annotations

import json
from typing import Any

from ninja import Router
from pydantic import Field

from coeurdeville.api.bodies import GEOJSON, Body
from coeurdeville.api.declaring import route
from coeurdeville.api.forms import RECTANGLE
from coeurdeville.api.paging import FARTHEST, Page, Part, neighbours, paged
from coeurdeville.api.routes.editions import TAG, home_of
from coeurdeville.api.routes.figures import Chiffre, figures_of
from coeurdeville.api.routes.maps import Carte, Collection, carte_of, require_layer, require_map
from coeurdeville.api.routes.published import Identifiant, published
from coeurdeville.api.routes.towns import Code, town_of
from coeurdeville.reports.editions.feature_index import MOST, features_of, members_of

router = Router()
HOME = "/communes/{code}/editions/{identifiant}"


class FiltreDesChiffres(Part):
    """Which figures are wanted."""

    limit: int = Field(100, ge=1, le=1000, description="Éléments par page.")
    offset: int = Field(0, ge=0, le=FARTHEST, description="Éléments à passer avant le premier.")
    service: str | None = Field(None, max_length=100, description="Seulement ceux de ce service.")
    indicateur: str | None = Field(None, max_length=100, description="Seulement cet indicateur.")
    zonage: str | None = Field(None, max_length=100, description="`commune`, `quartier`, `carré de 200 m`.")
    zone: str | None = Field(None, max_length=200, description="Seulement cette zone.")


class FiltreDesObjets(Part):
    """Which objects are wanted."""

    bbox: str | None = Field(
        None, pattern=RECTANGLE,
        description="Ouest, sud, est, nord en degrés (WGS 84), séparés par des virgules : les objets que ce rectangle "
        "rencontre.",
    )  # fmt: skip
    limit: int = Field(1000, ge=1, le=MOST, description="Objets par page.")
    offset: int = Field(0, ge=0, le=FARTHEST, description="Objets à passer avant le premier.")


@route(router, f"{HOME}/indicateurs", Page[Chiffre], "Les chiffres d’un diagnostic, en une longue table", tag=TAG,
       public=True, example="/api/communes/00101/editions/derniere/indicateurs?zonage=commune&limit=1",
       description="Une ligne par chiffre et par zone, avec de quoi le citer.")  # fmt: skip
def indicateurs(code: Code, identifiant: Identifiant, query: FiltreDesChiffres) -> Body:
    """The figures that are asked for, in the order of the diagnostic."""
    town = town_of(code)
    found = published(town.code, identifiant)
    wanted = query.model_dump(exclude={"limit", "offset"}, exclude_none=True)
    rows = [one for one in figures_of(found) if all(getattr(one, key) == value for key, value in wanted.items())]
    path = f"/api/communes/{town.code}/editions/{found.edition.identifiant}/indicateurs"
    return Body.of(paged(path, query, rows, lambda one: one), modified=found.edition.publiee_le)


@route(router, f"{HOME}/cartes/{{service}}", Carte, "La carte d’un service : ses couches, ses classes", tag=TAG,
       public=True, example="/api/communes/00101/editions/derniere/cartes/patrimoine-arbore",
       description="Ce qu’il faut pour la dessiner ; ses objets sont à l’adresse de chaque couche.")  # fmt: skip
def carte(code: Code, identifiant: Identifiant, service: str) -> Body:
    """One map."""
    town = town_of(code)
    found = published(town.code, identifiant)
    made = carte_of(require_map(found, service), home_of(town.code, found.edition.identifiant))
    return Body.of(made, modified=found.edition.publiee_le)


@route(router, f"{HOME}/objets/{{service}}/{{couche}}", Collection, "Les objets d’une couche, en GeoJSON", tag=TAG,
       public=True, media=GEOJSON,
       example="/api/communes/00101/editions/derniere/objets/patrimoine-arbore/quartiers?bbox=-180,-90,180,90&limit=1",
       description="RFC 7946, WGS 84. De chaque objet : ses valeurs, que « colonnes » explique, et la classe que la "
       "carte lui donne. D’un fond de carte, ou d’un diagnostic établi avant que ces valeurs soient données : « c », "
       "le rang de sa classe, et parfois « t », un texte court.")  # fmt: skip
def objets(code: Code, identifiant: Identifiant, service: str, couche: str, query: FiltreDesObjets) -> Body:
    """The objects that a rectangle meets."""
    town = town_of(code)
    found = published(town.code, identifiant)
    known = require_map(found, service)
    layer = require_layer(known, couche)
    path = found.files.path(layer.data or layer.file)
    if path is None:
        raise FileNotFoundError(layer.data or layer.file)
    features = features_of(path, _box(query.bbox), query.limit, query.offset)
    home = f"/api/communes/{town.code}/editions/{found.edition.identifiant}/objets/{known.service}/{layer.id}"
    members = {"count": features.total, **neighbours(home, query, features.total), "attribution": layer.attribution}
    members |= members_of(path)
    return Body(_collection(members, features.pieces), GEOJSON, found.edition.publiee_le)


def _box(text: str | None) -> Any:
    return None if text is None else tuple(float(side) for side in text.split(","))


def _collection(members: dict[str, Any], pieces: tuple[bytes, ...]) -> bytes:
    head = json.dumps({"type": "FeatureCollection", **members}, ensure_ascii=False, separators=(",", ":"))
    return head[:-1].encode() + b',"features":[' + b",".join(pieces) + b"]}"
