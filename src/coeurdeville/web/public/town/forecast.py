"""What each service could do in a town, as the redeployment matrix says it, worded for a list."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from coeurdeville.core.french import capital, spaced
from coeurdeville.deployability.holders import holders_of
from coeurdeville.deployability.matrix import Cell, Matrix
from coeurdeville.deployability.steps import asks
from coeurdeville.deployability.telling import telling
from coeurdeville.deployability.town import TownInventory
from coeurdeville.deployability.verdict import CellState
from coeurdeville.deployability.words import of_blocking, of_holder, of_reason, shortly
from coeurdeville.espaces.villes import VillePublique
from coeurdeville.reports.deployment.marks import MEANINGS, marked
from coeurdeville.services.contract.described import Described
from coeurdeville.web.public.addresses import service_path
from coeurdeville.web.public.town.markup import safe


@dataclass(frozen=True)
class Row:
    """One service in the town."""

    title: str
    slug: str
    path: str
    theme: str
    described: bool
    """Nothing computes it here yet."""
    mark: SafeString
    """Shape and word of its state."""
    meaning: str
    why: str
    """What keeps it from running for sure, or in full; empty when it has all."""
    ask: tuple[str, ...]
    """Who holds what lacks."""
    reasons: tuple[str, ...]
    """How each layer that it asks for stands."""
    then: tuple[str, ...]
    """What can be done about it, from what the inventory says."""


@dataclass(frozen=True)
class Group:
    """The services of one state, at least one."""

    state: CellState
    mark: SafeString
    meaning: str
    rows: tuple[Row, ...]


def groups(matrix: Matrix, town: VillePublique, but: Collection[str] = ()) -> list[Group]:
    """The services by state, from what runs to what is blocked, without those of these slugs."""
    cells = [cell for cell in matrix.row(town.code) if cell.service.slug not in but]
    by_state = [(state, [cell for cell in cells if cell.state is state]) for state in CellState]
    return [_group(state, those, matrix, town) for state, those in by_state if those]


def row_of(cell: Cell, matrix: Matrix, town: VillePublique) -> Row:
    """One cell. Holders are those that the published inventory tells, else those of the law and of custom."""
    inventory = matrix.inventories.get(town.code, TownInventory(town.code))
    holders = holders_of(cell, inventory, town.commune)
    service = cell.service
    return Row(
        service.title,
        service.slug,
        service_path(town.code, town.nom, service.slug),
        str(service.theme),
        isinstance(service, Described),
        safe(marked(cell.state)),
        f"{capital(MEANINGS[cell.state])}.",
        _why(cell),
        tuple(dict.fromkeys(of_holder(one) for one in holders)),
        tuple(of_reason(one, telling(one.layer, inventory)) for one in cell.verdict.reasons),
        asks(cell, inventory),
    )


def _why(cell: Cell) -> str:
    """What keeps it from running for sure; else, of one that runs, the improvements that it would do without."""
    if said := of_blocking(cell.verdict):
        return f"{capital(said)}."
    less = [one for one in cell.verdict.reasons if not one.need and (one.provider is None or one.doubts)]
    return spaced(f"Pas en entier : {' ; '.join(shortly(less))}.") if less else ""


def _group(state: CellState, cells: Sequence[Cell], matrix: Matrix, town: VillePublique) -> Group:
    rows = tuple(row_of(cell, matrix, town) for cell in cells)
    return Group(state, safe(marked(state)), f"{capital(MEANINGS[state])}.", rows)
