"""What a column of the matrix says as a whole: the five counts, and why most cells are alike when they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from coeurdeville.deployability.matrix import Cell
from coeurdeville.deployability.verdict import CellState, Reason, Verdict
from coeurdeville.services.catalogue import AnyService


@dataclass(frozen=True)
class Summary:
    """One service over many communes."""

    service: AnyService
    counts: Counter[CellState]
    alike: Verdict | None
    """The most frequent verdict of the state that more than half of the cells share; None when none does."""
    same: int
    """How many cells have that very verdict."""

    @property
    def total(self) -> int:
        """How many communes."""
        return self.counts.total()

    @property
    def because(self) -> tuple[Reason, ...]:
        """The layers that decide the common state: those that block, else those that lack; none when nothing lacks."""
        if self.alike is None:
            return ()
        blocking = [one for one in self.alike.reasons if one.layer in self.alike.blocking]
        return tuple(blocking or (one for one in self.alike.reasons if not one.need and not _had(one)))


def summary(cells: Sequence[Cell]) -> Summary:
    """The summary of the cells of one service, at least one, all of one matrix: equal verdicts are there one object."""
    counts = Counter(cell.state for cell in cells)
    state, most = counts.most_common(1)[0]
    if 2 * most <= len(cells):
        return Summary(cells[0].service, counts, None, 0)
    verdicts = {id(cell.verdict): cell.verdict for cell in cells if cell.state is state}
    alike, same = Counter(id(cell.verdict) for cell in cells if cell.state is state).most_common(1)[0]
    return Summary(cells[0].service, counts, verdicts[alike], same)


def _had(reason: Reason) -> bool:
    return reason.provider is not None and not reason.doubts
