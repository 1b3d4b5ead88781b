"""What a column of the matrix says as a whole: the five counts, and why most cells are alike when they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from coeurdeville.deployability.matrix import Cell
from coeurdeville.deployability.provider import Doubt
from coeurdeville.deployability.verdict import CellState, Reason, Verdict, Why
from coeurdeville.layers.catalogue import DataKind
from coeurdeville.services.catalogue import AnyService


@dataclass(frozen=True)
class Summary:
    """One service over many communes."""

    service: AnyService
    counts: Counter[CellState]
    common: CellState | None
    """The state that more than half of the cells share; None when none does."""
    because: tuple[Reason, ...] = ()
    """The reasons that most cells of that state have for it; none when nothing lacks."""
    same: int = 0
    """How many cells have that state for these very reasons."""

    @property
    def total(self) -> int:
        """How many communes."""
        return self.counts.total()


def summary(cells: Sequence[Cell]) -> Summary:
    """The summary of the cells of one service, at least one."""
    counts = Counter(cell.state for cell in cells)
    state, most = counts.most_common(1)[0]
    if 2 * most <= len(cells):
        return Summary(cells[0].service, counts, None)
    verdicts = Counter(id(cell.verdict) for cell in cells if cell.state is state)
    held = {id(cell.verdict): deciding(cell.verdict) for cell in cells if cell.state is state}
    groups: Counter[Key] = Counter()
    for verdict, count in verdicts.items():
        groups[_key(held[verdict])] += count
    key, same = groups.most_common(1)[0]
    return Summary(cells[0].service, counts, state, next(one for one in held.values() if _key(one) == key), same)


def deciding(verdict: Verdict) -> tuple[Reason, ...]:
    """The reasons that make the state: needs that nobody gives, else those in doubt, else improvements that lack."""
    blocking = [one for one in verdict.reasons if one.layer in verdict.blocking]
    absent = [one for one in blocking if one.why is Why.ABSENT]
    if blocking:
        return tuple(absent if absent and verdict.every else blocking)
    return tuple(one for one in verdict.reasons if not one.need and one.why in (Why.ABSENT, Why.DOUBTED))


Key = tuple[tuple[DataKind, Why, tuple[Doubt, ...]], ...]
"""What is said of the reasons: two towns whose sources differ but lack the same have the same."""


def _key(reasons: Sequence[Reason]) -> Key:
    return tuple((one.layer, one.why, one.doubts) for one in reasons)
