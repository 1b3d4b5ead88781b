"""/api/redeploiement: the matrix, cell by cell, as JSON and as one CSV file."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import date

from ninja import Router
from pydantic import BaseModel, Field

from coeurdeville.api.bodies import CSV, Body
from coeurdeville.api.declaring import route
from coeurdeville.api.paging import Asked, Page, Paging, paged
from coeurdeville.api.routes.shared import Missing
from coeurdeville.api.routes.towns import require_places
from coeurdeville.deployability.csv_table import write_csv
from coeurdeville.deployability.matrix import Cell, Matrix
from coeurdeville.deployability.selection import REGION, Selection, selected
from coeurdeville.deployability.verdict import CellState, Why
from coeurdeville.espaces.communes import communes_de
from coeurdeville.espaces.inventaires import matrice
from coeurdeville.services.catalogue import any_service
from coeurdeville.territories.commune import Commune

router = Router()
TAG = "Redéploiement"


class Case(BaseModel):
    """A cell of the matrix in short."""

    commune: str = Field(description="Code Insee.")
    nom: str
    departement: str
    service: str
    titre: str
    etat: CellState
    etat_libelle: str
    preuve: date | None = Field(description="Jour du calcul qui le prouve.")
    bloque_par: list[str] = Field(description="Couches à apporter d’abord.")
    manque: list[str] = Field(description="Couches que l’on ne connaît personne pour donner.")
    incertain: list[str] = Field(description="Couches dont quelque chose n’est pas su.")
    manquant: Missing


class FiltreDeLaMatrice(Asked):
    """Which cells are wanted."""

    service: str | None = Field(None, max_length=100, description="Seulement ce service.")
    departement: str | None = Field(None, max_length=3, description="Code de département.")
    region: str | None = Field(None, max_length=3, description="Code de région.")


class PageDeLaMatrice(FiltreDeLaMatrice, Paging):
    """Which of them, page by page."""

    etat: CellState | None = Field(None, description="Seulement les cases dans cet état.")


@route(router, "/redeploiement", Page[Case], "La matrice : chaque service dans chaque commune", tag=TAG,
       public=True, example="/api/redeploiement?service=patrimoine-arbore&departement=02&limit=1",
       description="Les communes du programme et celles qui ont un espace, par code ; leurs services, par thème. Les "
       "raisons de chaque case : /api/communes/{code}/deploiement.")  # fmt: skip
def redeploiement(query: PageDeLaMatrice) -> Page[Case]:
    """The cells that are asked for."""
    return _page(matrice(), query)


@route(router, "/redeploiement.csv", None, "La matrice entière, en un fichier CSV", tag=TAG, public=True, media=CSV,
       example="/api/redeploiement.csv?service=patrimoine-arbore&departement=02",
       description="Une ligne par service et par commune, comme en écrit « deploiement matrice --csv ».")  # fmt: skip
def redeploiement_csv(query: FiltreDeLaMatrice) -> Body:
    """The same cells, with all their columns."""
    return _file(matrice(), query)


def _page(made: Matrix, query: PageDeLaMatrice) -> Page[Case]:
    communes = communes_de(made.communes)
    part = _part(made, query, communes)
    cells = [cell for row in part.rows() for cell in row if query.etat in (None, cell.state)] if part.services else []
    return paged("/api/redeploiement", query, cells, lambda cell: _case(cell, communes[cell.commune]))


def _file(made: Matrix, query: FiltreDeLaMatrice) -> Body:
    communes, text = communes_de(made.communes), io.StringIO(newline="")
    write_csv(_part(made, query, communes), communes, date.today(), text)
    return Body(text.getvalue().encode("utf-8-sig"), CSV, filename="redeploiement.csv")


def _part(made: Matrix, query: FiltreDeLaMatrice, communes: Mapping[str, Commune]) -> Matrix:
    require_places(query.departement, query.region)
    service = "" if query.service is None else any_service(query.service).slug
    region = "" if query.region is None else f"{REGION}{query.region}"
    placed = selected(made, Selection(service=service, place=query.departement or ""), communes)
    return selected(placed, Selection(place=region), communes)


def _case(cell: Cell, commune: Commune) -> Case:
    verdict, proof = cell.verdict, cell.proof
    absent, doubted = ([one.layer.slug for one in verdict.of(why)] for why in (Why.ABSENT, Why.DOUBTED))
    missing = {} if proof else {"preuve": "aucun calcul gardé ne le prouve"}
    return Case(
        commune=cell.commune, nom=commune.nom, departement=commune.departement.code, service=cell.service.slug,
        titre=cell.service.title, etat=cell.state, etat_libelle=cell.state.label, preuve=proof.day if proof else None,
        bloque_par=[one.slug for one in verdict.blocking], manque=absent, incertain=doubted, manquant=missing,
    )  # fmt: skip
