"""The conditions of redeployment of a service, tested at once against the towns of the programme."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from coeurdeville.core.french import plain
from coeurdeville.deployability.assess import Assessor
from coeurdeville.deployability.holders import Holder, holders_of
from coeurdeville.deployability.matrix import Cell, Matrix
from coeurdeville.deployability.town import TownInventory
from coeurdeville.deployability.verdict import CellState
from coeurdeville.espaces.communes import communes_de
from coeurdeville.espaces.inventaires import matrice
from coeurdeville.layers.catalogue import kinds
from coeurdeville.programme.evaluations.models import Condition
from coeurdeville.programme.evaluations.perimetre import contraintes, dehors
from coeurdeville.services.contract.declaration import Theme
from coeurdeville.services.contract.described import Described, Sort
from coeurdeville.territories.commune import Commune
from coeurdeville.territories.perimeter import programme

if TYPE_CHECKING:
    from coeurdeville.programme.models import Evaluation


class Issue(StrEnum):
    """What the conditions say of a town."""

    REMPLIT = "remplit"
    A_VERIFIER = "a_verifier"
    MANQUE = "manque"
    HORS = "hors"

    @property
    def libelle(self) -> str:
        """What users read."""
        return _LIBELLES[self]

    @property
    def sens(self) -> str:
        """Badge of the site."""
        return _SENS[self]


_LIBELLES = {
    Issue.REMPLIT: "remplit les conditions",
    Issue.A_VERIFIER: "une donnée à vérifier",
    Issue.MANQUE: "une donnée manque",
    Issue.HORS: "hors du périmètre",
}
_SENS = {Issue.REMPLIT: "ok", Issue.A_VERIFIER: "partial", Issue.MANQUE: "wrong", Issue.HORS: "missing"}


@dataclass(frozen=True)
class Ville:
    """One town against the conditions."""

    code: str
    nom: str
    population: int | None
    issue: Issue
    raison: str = ""
    """Why it is outside; else the titles of the layers that it lacks or that are not sure."""
    detenteurs: Sequence[Holder] = ()
    """Who holds what it lacks."""


@dataclass(frozen=True)
class Epreuve:
    """The conditions against many towns."""

    villes: Sequence[Ville]
    couches: Sequence[str]
    """Titles of the indispensable layers."""
    contraintes: Sequence[str]
    """What no machine can tell: to be checked on the spot, in every town."""
    cellules: Sequence[Cell]
    """Cells of the towns inside the perimeter, for a map."""
    service: Described

    def nombre(self, issue: Issue) -> int:
        """Towns of an issue."""
        return Counter(one.issue for one in self.villes)[issue]

    def habitants(self, issue: Issue) -> int:
        """People who live there."""
        return sum(one.population or 0 for one in self.villes if one.issue is issue)

    @property
    def decompte(self) -> list[tuple[Issue, int, int]]:
        """Issue, towns, inhabitants."""
        return [(one, self.nombre(one), self.habitants(one)) for one in Issue]


def eprouver(evaluation: Evaluation, communes: Collection[str] | None = None) -> Epreuve:
    """Test the conditions of an evaluation.

    A layer is there when a provider gives it for sure, the town's own or a national one, as everywhere else in the
    matrix. A town whose population is not known is not put outside for it.

    Parameters
    ----------
    communes
        Insee codes; the communes of the programme by default.
    """
    conditions = list(evaluation.conditions.all())
    service = _service(evaluation, conditions)
    codes = list(programme() if communes is None else communes)
    known, whole = communes_de(codes), matrice()
    outside = dehors(conditions, {code: known.get(code) for code in codes})
    inside = [code for code in codes if code not in outside]
    cells = Matrix(inside, (service,), whole.inventories, {}, whole.national, Assessor()).column(service)
    towns = [_outside(code, why, known) for code, why in outside.items()]
    towns += [_inside(cell, whole.inventories, known.get(cell.commune)) for cell in cells]
    layers = [kind.title for kind in service.needs.values()]
    return Epreuve(sorted(towns, key=lambda one: plain(one.nom)), layers, contraintes(conditions), cells, service)


def _service(evaluation: Evaluation, conditions: Collection[Condition]) -> Described:
    """The indispensable layers as the needs of a described service: the matrix then answers as for any other."""
    slugs = dict.fromkeys(one.couche for one in conditions if one.nature == Condition.Nature.DONNEE)
    needs = {slug.replace("-", "_"): kinds()[slug] for slug in slugs if slug in kinds()}
    project = evaluation.experimentation
    theme = Theme(project.theme) if project.theme in set(Theme) else Theme.CLIMATE
    name = f"conditions-{'-'.join(sorted(needs))}"
    return Described(name, name, project.titre, "", theme, Sort.PRACTICE, needs, {}, {}, (), (), (), (), "")


def _outside(code: str, why: str, known: Mapping[str, Commune]) -> Ville:
    one = known.get(code)
    return Ville(code, one.nom if one else code, one.population if one else None, Issue.HORS, why)


def _inside(cell: Cell, inventories: Mapping[str, TownInventory], commune: Commune | None) -> Ville:
    name, people = (commune.nom, commune.population) if commune else (cell.commune, None)
    if cell.state in (CellState.POSSIBLE, CellState.DEGRADED, CellState.PROVEN):
        return Ville(cell.commune, name, people, Issue.REMPLIT)
    issue = Issue.A_VERIFIER if cell.state is CellState.TO_CHECK else Issue.MANQUE
    lacking = " ; ".join(kind.title for kind in cell.verdict.blocking)
    town = inventories.get(cell.commune) or TownInventory(cell.commune)
    holders = holders_of(cell, town, None if commune is None or not commune.population else commune)
    return Ville(cell.commune, name, people, issue, lacking, holders)
