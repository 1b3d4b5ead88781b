"""/api/communes/{code}/deploiement: what a town can run, with what, without what, whom to ask."""

from __future__ import annotations

from datetime import date

from ninja import Router
from pydantic import BaseModel, Field

from coeurdeville.api.declaring import route
from coeurdeville.api.paging import Asked
from coeurdeville.api.routes.cells import Cellule, cellule
from coeurdeville.api.routes.towns import Code, town_of
from coeurdeville.deployability.matrix import Matrix
from coeurdeville.deployability.town import TownInventory
from coeurdeville.deployability.verdict import CellState
from coeurdeville.espaces.inventaires import matrice
from coeurdeville.espaces.villes import VillePublique

router = Router()


class FiltreDesEtats(Asked):
    """What narrows the answer."""

    etat: CellState | None = Field(None, description="Seulement les services dans cet état.")


class Deploiement(BaseModel):
    """Every service in a town."""

    commune: str
    nom: str
    date: date
    inventaire: bool = Field(description="L’inventaire de la ville a compté ; sinon, les seules sources nationales.")
    services: list[Cellule]


@route(router, "/communes/{code}/deploiement", Deploiement, "Ce qu’une commune peut faire tourner", tag="Communes",
       public=True, example="/api/communes/02691/deploiement?etat=degrade",
       description="L’état de chaque service, ses raisons, ce qui manque, à qui le demander.")  # fmt: skip
def deploiement(code: Code, query: FiltreDesEtats) -> Deploiement:
    """The row of a town in the matrix."""
    return _row(town_of(code), matrice(), query)


def _row(town: VillePublique, made: Matrix, query: FiltreDesEtats) -> Deploiement:
    inventory, today = made.inventories.get(town.code), date.today()
    held = inventory or TownInventory(town.code)
    cells = [one for one in made.row(town.code) if query.etat in (None, one.state)]
    return Deploiement(commune=town.code, nom=town.nom, date=today, inventaire=inventory is not None,
                       services=[cellule(one, held, town.commune, today) for one in cells])  # fmt: skip
