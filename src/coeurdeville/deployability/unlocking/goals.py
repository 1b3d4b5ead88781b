"""What is to be as large as can be, and what each part of it takes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from enum import StrEnum

from coeurdeville.deployability.unlocking.alternatives import Layers, minimal
from coeurdeville.deployability.unlocking.locks import Locked


class Goal(StrEnum):
    """What is counted."""

    CELLS = "cellules"
    """Services in communes: one service that runs in one more commune is one."""
    PEOPLE = "habitants"
    """The same, each commune for its inhabitants: an inhabitant counts once for each service gained."""
    TOWNS = "villes"
    """Communes where at least one more service runs, or has its data when it is only described."""

    @property
    def label(self) -> str:
        """What users read."""
        return _GOALS[self]


_GOALS = {
    Goal.CELLS: "services dans les communes",
    Goal.PEOPLE: "habitants, comptés une fois par service",
    Goal.TOWNS: "communes où un service de plus tournerait, ou aurait ses données s’il n’est que décrit",
}
Takes = Counter[tuple[Layers, ...]]
"""Alternatives, any one of which is enough -> what is gained by it."""


def takes(found: Iterable[Locked], goal: Goal) -> Takes:
    """The parts of a goal: those that take the same are one. What nothing can unlock is not there."""
    counted: Takes = Counter()
    for one in found:
        for ways in _parts(one, goal):
            counted[ways] += one.people if goal is Goal.PEOPLE else one.towns
    return Counter({ways: weight for ways, weight in counted.items() if ways and weight})


def _parts(one: Locked, goal: Goal) -> Iterator[tuple[Layers, ...]]:
    if goal is Goal.TOWNS:
        yield minimal([way for lock in one.locks for way in lock.alternatives])
    else:
        yield from (minimal(lock.alternatives) for lock in one.locks)
