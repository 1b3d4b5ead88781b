"""Findings as a reader takes them: what is one thing to mend is one point, whatever the number of cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from coeurdeville.schemas import messages
from coeurdeville.schemas.findings import Finding, Ints

OF_HEADER = frozenset(
    kind.code
    for kind in (
        messages.MISSING_LABEL, messages.OPTIONAL_LABEL, messages.EXTRA_LABEL, messages.ADDED_LABEL,
        messages.WRONG_ORDER, messages.BLANK_LABEL, messages.DUPLICATE_LABEL, messages.INCORRECT_LABEL,
        messages.UNMATCHED_HEADER,
    )
)  # fmt: skip
"""Codes of what is wrong with names of columns, which has no place among rows."""


@dataclass(frozen=True, eq=False)
class Point:
    """One thing to mend."""

    message: str
    cure: str
    count: int
    """Errors, each cell counted."""
    rows: Ints
    """Ranks in the file of the rows where it is, increasing, shape `(n,)`; empty when it is in the header."""
    values: Sequence[str] = ()
    """What is written there, shape `(n,)`; empty when nothing is."""
    field: str = ""
    """The column; empty when whole rows are concerned."""

    def places(self, most: int) -> Iterator[tuple[int, str]]:
        """Row and value of the first places; an empty value where nothing is written."""
        for at in range(min(most, len(self.rows))):
            yield int(self.rows[at]), self.values[at] if len(self.values) else ""


def points_of(findings: Sequence[Finding]) -> tuple[Point, ...]:
    """The points that findings of one code and one rule make."""
    match findings[0].kind:
        case messages.MISSING_CELL:
            return tuple(_cut_short(findings))
        case messages.EXTRA_CELL:
            return (_too_long(findings),)
    return tuple(_point(one, max(1, len(one)), one.rows, one.cells) for one in findings)


def _point(finding: Finding, count: int, rows: Ints, values: Sequence[str]) -> Point:
    problem = finding.problem
    placed = rows[:0] if finding.kind.code in OF_HEADER else rows
    return Point(problem.message, problem.cure, count, placed, values if len(placed) else (), finding.field)


def _cut_short(findings: Sequence[Finding]) -> Iterator[Point]:
    """Rows by the first column that they lack; the columns after it lack as well and are counted, not said."""
    known: Ints = np.empty(0, dtype=np.int64)
    for one in sorted(findings, key=lambda one: one.column):
        fresh = np.setdiff1d(one.rows, known)
        if len(fresh):
            yield _point(one, sum(int(np.isin(other.rows, fresh).sum()) for other in findings), fresh, ())
            known = np.union1d(known, fresh)


def _too_long(findings: Sequence[Finding]) -> Point:
    """Cells beyond the last column, row by row, whatever their place."""
    rows = np.concatenate([one.rows for one in findings])
    order = np.argsort(rows, kind="stable")
    cells = [cell for one in findings for cell in one.cells]
    return _point(findings[0], len(rows), rows[order], [cells[at] for at in order])
