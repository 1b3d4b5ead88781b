"""What is wrong with a table, kept by columns: one finding is one thing, at all the places where it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as attribute

import numpy as np
from numpy.typing import NDArray

from coeurdeville.core.french import number
from coeurdeville.core.problems import SHOWN, Kind, Level, Problem
from coeurdeville.schemas.legible import legible

Ints = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Finding:
    """One thing that is wrong, in one column or in whole rows."""

    kind: Kind
    """Its code is that of frictionless 5, or the name of a check that a French schema declares."""
    rows: Ints
    """Ranks in the file of the rows where it is, increasing, shape `(n,)`; that of the header for a label."""
    cells: Sequence[str] = ()
    """What is written there, shape `(n,)`; empty when nothing is, or when the whole row is concerned."""
    field: str = ""
    """Name of the field, or label of the column; empty when whole rows are concerned."""
    column: int = 0
    """Rank of the column in the file from 1; 0 when whole rows are concerned, or when it is not in the file."""
    rule: str = ""
    """The constraint that is not kept: `pattern`, `required`…"""
    words: Mapping[str, str] = attribute(default_factory=dict)
    """What completes the sentences of the kind."""

    def __len__(self) -> int:
        return len(self.rows)

    @property
    def problem(self) -> Problem:
        """The finding in words, with its first places."""
        words = {"column": self.field or self.label, **self.words}
        shown = [self._place(at) for at in range(min(SHOWN, len(self.rows)))]
        return self.kind(examples=shown, count=max(1, len(self.rows)), **words)

    @property
    def label(self) -> str:
        """How a column without name is called: by its rank."""
        return f"colonne {self.column}" if self.column else ""

    def _place(self, at: int) -> str:
        row = f"ligne {number(self.rows[at])}"
        return f"{row} : « {legible(self.cells[at])} »" if len(self.cells) and self.cells[at] else row


@dataclass(frozen=True, eq=False)
class Verdict:
    """What was found in a table."""

    name: str
    rows: int
    """Rows that were read, the header apart."""
    findings: tuple[Finding, ...]
    labels: tuple[str, ...] = ()
    reading: str = ""
    """How the file was read, in a sentence."""
    notes: tuple[Problem, ...] = ()
    """What was decided in reading the file, and what of the schema could not be checked."""

    @property
    def valid(self) -> bool:
        """Whether nothing is an error; warnings do not count."""
        return not any(True for _ in self.errors)

    @property
    def errors(self) -> Iterator[Finding]:
        """Findings that make the table not conform."""
        return (one for one in self.findings if one.kind.level is Level.ERROR)

    @property
    def warnings(self) -> Iterator[Finding]:
        """What conforms and is hardly believable, or is worth mending."""
        return (one for one in self.findings if one.kind.level is not Level.ERROR)

    @property
    def count(self) -> int:
        """Errors, each place counted."""
        return sum(max(1, len(one)) for one in self.errors)


def gathered(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings of several parts of a table, those of one thing in one column put together; rows increasing."""
    together: dict[tuple[object, ...], list[Finding]] = {}
    for one in found:
        key = (one.kind.code, one.rule, one.column, one.field, *sorted(one.words.items()))
        together.setdefault(key, []).append(one)
    return tuple(_joined(parts) for parts in together.values())


def _joined(parts: Sequence[Finding]) -> Finding:
    rows = np.concatenate([one.rows for one in parts])
    order = np.argsort(rows, kind="stable")
    cells = [cell for one in parts for cell in one.cells]
    first = parts[0]
    kept = [cells[at] for at in order] if len(cells) == len(rows) else []
    return Finding(first.kind, rows[order], kept, first.field, first.column, first.rule, first.words)
