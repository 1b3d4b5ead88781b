"""/api/schemas: the schemas of the project."""

from __future__ import annotations

from functools import cache
from typing import Any

from ninja import Router
from pydantic import BaseModel, Field

from coeurdeville.api.declaring import route
from coeurdeville.api.paging import Page, Paging, paged
from coeurdeville.api.routes.shared import Nom
from coeurdeville.core.registry import pick
from coeurdeville.schemas.catalogue import own_schemas
from coeurdeville.schemas.catalogue import schema as schema_named
from coeurdeville.schemas.in_french import content_words, example_text
from coeurdeville.schemas.model import Field as Column
from coeurdeville.schemas.model import TableSchema

router = Router()
TAG = "Schémas"


class SchemaBref(Nom):
    """A schema in a list."""

    version: str
    champs: int = Field(description="Nombre de colonnes.")


class Champ(BaseModel):
    """A column of a schema."""

    nom: str
    titre: str
    type: str = Field(description="Type de Table Schema : `string`, `number`, `date`…")
    contenu: str = Field(description="Ce qu’une case contient, en français.")
    obligatoire: bool
    description: str
    exemple: str


class SchemaDeTable(SchemaBref):
    """A schema."""

    description: str
    colonnes: list[Champ]
    cle_primaire: list[str]
    descripteur: dict[str, Any] = Field(description="Le schéma lui-même (Table Schema), tel qu’il s’écrit.")


@route(router, "/schemas", Page[SchemaBref], "Les schémas de table du projet", tag=TAG, kept=True,
       example="/api/schemas?limit=2")  # fmt: skip
def schemas(query: Paging) -> Page[SchemaBref]:
    """Every schema of the project, by name."""
    return paged("/api/schemas", query, list(own_schemas()), lambda name: SchemaBref(**_brief(name, _read(name))))


@route(router, "/schemas/{slug}", SchemaDeTable, "Un schéma : ses colonnes, son descripteur", tag=TAG, kept=True,
       example="/api/schemas/mesures-temperature")  # fmt: skip
def schema(slug: str) -> SchemaDeTable:
    """One schema of the project: a national one is asked for at schema.data.gouv.fr."""
    name = pick(slug, {name: name for name in own_schemas()}, "Le schéma")
    found = _read(name)
    return SchemaDeTable(
        **_brief(name, found), description=str(found.descriptor.get("description") or ""),
        colonnes=[_column(one) for one in found.fields], cle_primaire=list(found.primary_key),
        descripteur=dict(found.descriptor),
    )  # fmt: skip


@cache
def _read(name: str) -> TableSchema:
    return schema_named(name).schema


def _brief(name: str, one: TableSchema) -> dict[str, Any]:
    return {"slug": name, "titre": one.title or name, "version": one.version, "champs": len(one.fields)}


def _column(one: Column) -> Champ:
    return Champ(nom=one.name, titre=one.title, type=one.type, contenu=content_words(one), obligatoire=one.required,
                 description=one.description, exemple=example_text(one))  # fmt: skip
