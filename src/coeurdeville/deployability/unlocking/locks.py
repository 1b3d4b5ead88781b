"""What keeps services from running, commune by commune: communes alike are counted together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from coeurdeville.deployability.alike import Alike, alike, not_running
from coeurdeville.deployability.matrix import Matrix
from coeurdeville.deployability.unlocking.alternatives import Layers, alternatives, readable
from coeurdeville.deployability.verdict import CellState, Verdict
from coeurdeville.services.catalogue import AnyService


@dataclass(frozen=True)
class Lock:
    """One service that does not run for sure."""

    service: AnyService
    state: CellState
    """Blocked, or to be checked."""
    alternatives: tuple[Layers, ...]
    """Any one of these makes it run; none when only layers that no code reads would, and those are left out."""

    def opened_by(self, layers: Layers) -> bool:
        """Whether these layers make it run."""
        return any(one <= layers for one in self.alternatives)


@dataclass(frozen=True)
class Locked:
    """Communes alike, and the services that do not run there for sure."""

    where: Alike
    people: int
    """Inhabitants of all these communes."""
    locks: tuple[Lock, ...]

    @property
    def towns(self) -> int:
        """How many communes."""
        return len(self.where.communes)


def locked(matrix: Matrix, people: Mapping[str, int], *, readable_only: bool = False) -> tuple[Locked, ...]:
    """Every commune of a matrix, with what would make its services run.

    Parameters
    ----------
    people
        Insee code -> inhabitants; a commune that it does not hold counts for none.
    readable_only
        Leave out the ways through a layer that no code reads: there, data alone do not make a service run.
    """
    found = []
    for group in alike(matrix):
        locks = tuple(_lock(service, verdict, readable_only) for service, verdict in not_running(matrix, group))
        found.append(Locked(group, sum(people.get(code, 0) for code in group.communes), locks))
    return tuple(found)


def _lock(service: AnyService, verdict: Verdict, readable_only: bool) -> Lock:
    ways = alternatives(service, had(verdict))
    return Lock(service, verdict.state, tuple(way for way in ways if readable(way)) if readable_only else ways)


def had(verdict: Verdict) -> Layers:
    """The layers that a run would take, all sure."""
    return frozenset(one.provider.layer for one in verdict.reasons if one.provider is not None and one.provider.sure)
