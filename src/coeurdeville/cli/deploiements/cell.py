"""One cell told in a terminal: each thing under its label."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from coeurdeville.core.french import day, listing, number, spaced
from coeurdeville.deployability.capacities import capacities, efforts
from coeurdeville.deployability.ceiling import ceiling
from coeurdeville.deployability.cooperations import cooperations_of
from coeurdeville.deployability.holders import holders_of
from coeurdeville.deployability.matrix import Cell
from coeurdeville.deployability.resolver import State
from coeurdeville.deployability.steps import next_steps
from coeurdeville.deployability.telling import telling
from coeurdeville.deployability.town import TownInventory
from coeurdeville.deployability.verdict import CellState
from coeurdeville.deployability.words import of_holder, of_licence, of_reason
from coeurdeville.services.contract.described import Described
from coeurdeville.territories.commune import Commune

NOW = {
    State.RUNS: "tourne avec les seuls fichiers de la ville",
    State.DEGRADED: "tourne en partie avec les seuls fichiers de la ville",
    State.BLOCKED: "",
}
SUFFICE = {
    State.RUNS: "les fichiers de la ville suffisent",
    State.DEGRADED: "les fichiers de la ville suffisent en partie",
    State.BLOCKED: "",
}
"""The same of a service that no code computes."""


def details(cell: Cell, town: TownInventory, commune: Commune | None, today: date) -> Iterator[tuple[str, str]]:
    """Label and text of everything that is known of a cell, in the order in which it is read."""
    verdict, holders = cell.verdict, holders_of(cell, town, commune)
    if cell.proof is not None:
        partly = " ; une partie des chiffres manque" if verdict.state is CellState.DEGRADED else ""
        yield "preuve", spaced(f"calculé le {day(cell.proof.day)} avec les seuls fichiers de la ville{partly}")
    elif said := (SUFFICE if isinstance(cell.service, Described) else NOW)[verdict.now]:
        yield "maintenant", said
    for reason in verdict.reasons:
        yield "il faut" if reason.need else "mieux avec", of_reason(reason, telling(reason.layer, town))
    if verdict.lost and verdict.runs:
        yield "sans", f"les chiffres {listing([f'« {one} »' for one in verdict.lost])}"
    for one in holders:
        yield "détenteur", of_holder(one)
    yield from _worth(cell, today)
    yield "effort", _effort(cell)
    for work in cooperations_of(cell, town):
        yield "coopère", str(work)
    if wanted := capacities(cell, holders):
        yield "capacité", listing([one.label for one in wanted])
    for rank, step in enumerate(next_steps(cell, town), start=1):
        yield "ensuite" if rank == 1 else "", f"{rank}. {step.text}" + (f"  {step.command}" if step.command else "")


def _worth(cell: Cell, today: date) -> Iterator[tuple[str, str]]:
    """How far the result can be trusted, or could be, and under which licence it could be published."""
    verdict = cell.verdict
    if cell.proof is not None:
        yield "confiance", cell.proof.confidence
    best = ceiling(verdict, today)
    if best is not None and cell.proof is None:
        yield "confiance", spaced(f"{best.grade} au mieux" + (f" : {' ; '.join(best.reasons)}" if best.reasons else ""))
    if licence := of_licence(verdict):
        yield "licence", licence


def _effort(cell: Cell) -> str:
    known = efforts(cell.service)
    if not known:
        return "personne ne l’a noté"
    return listing([f"{number(one.days or 0)} jours ({one.who})" for one in known])
