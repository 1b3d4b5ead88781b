"""What every report is drawn from: a file, its schema, the verdict, and its sentence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np

from coeurdeville.core.french import NBSP, plural, spaced
from coeurdeville.core.problems import Level, Problem
from coeurdeville.core.sentences import Noun, counted, share
from coeurdeville.schemas.findings import Finding, Verdict
from coeurdeville.schemas.legible import legible
from coeurdeville.schemas.messages import EXTRA_CELL, MISSING_CELL, TITLES
from coeurdeville.schemas.model import TableSchema
from coeurdeville.schemas.reporting.points import OF_HEADER, Point, points_of

ERROR = Noun("erreur", feminine=True)
ROW = Noun("ligne", feminine=True)
UNEVEN = (MISSING_CELL, EXTRA_CELL)


@dataclass(frozen=True, eq=False)
class Sort:
    """All that is wrong in one way, in whatever columns."""

    code: str
    rule: str
    level: Level
    points: tuple[Point, ...]

    @property
    def title(self) -> str:
        """`Valeurs trop grandes`; the code when nothing else is known of it."""
        return TITLES.get(self.rule) or TITLES.get(self.code) or f"Règle «{NBSP}{self.code}{NBSP}»"

    @property
    def count(self) -> int:
        """Places, each cell counted."""
        return sum(one.count for one in self.points)


@dataclass(frozen=True, eq=False)
class Conformity:
    """A verdict with what it was asked of."""

    verdict: Verdict
    schema: TableSchema
    day: date
    """When it was given."""
    doubts: tuple[Problem, ...] = ()
    """What is to be said of the schema: its faults, the version that was taken."""

    @cached_property
    def errors(self) -> tuple[Sort, ...]:
        """What makes the file not conform."""
        return _sorts(self.verdict.errors)

    @cached_property
    def warnings(self) -> tuple[Sort, ...]:
        """What conforms and is worth looking at; the most doubtful first, mere remarks last."""
        found = _sorts(self.verdict.warnings)
        return tuple(sorted(found, key=lambda one: one.level is Level.NOTE))

    @cached_property
    def doubtful(self) -> int:
        """Places of warnings, each cell counted; remarks are not warnings."""
        return sum(one.count for one in self.warnings if one.level is Level.WARNING)

    @property
    def notes(self) -> tuple[Problem, ...]:
        """What was met in finding the schema, in reading the file, in checking it."""
        return (*(one for one in self.doubts if one.level is Level.NOTE), *self.verdict.notes)

    @property
    def faults(self) -> tuple[Problem, ...]:
        """Faults of the schema: what of it could not be checked."""
        return tuple(one for one in self.doubts if one.level is not Level.NOTE)

    @cached_property
    def faulty_rows(self) -> int:
        """Rows that hold at least one error."""
        rows = [one.rows for one in self.verdict.errors if one.kind.code not in OF_HEADER]
        return min(len(np.unique(np.concatenate(rows))), self.verdict.rows) if rows else 0

    @cached_property
    def faulty_columns(self) -> int:
        """Columns that hold at least one error, or lack; rows too short or too long concern none."""
        return len({one.field or one.label for one in self.verdict.errors if one.kind not in UNEVEN} - {""})

    @property
    def file(self) -> str:
        """The file as sentences call it."""
        return legible(self.verdict.name)

    @property
    def schema_title(self) -> str:
        """`« Arbres urbains » 0.3.1`."""
        title = legible(self.schema.title or self.schema.name or "sans nom")
        return f"«{NBSP}{title}{NBSP}» {self.schema.version}".rstrip()

    @property
    def address(self) -> str:
        """Where the schema says it is published; empty when it does not."""
        found = (self.schema.descriptor.get(key) for key in ("path", "$id", "homepage"))
        return next((one for one in found if isinstance(one, str) and one), "")

    @property
    def sentence(self) -> str:
        """The verdict, in one sentence."""
        if self.verdict.valid:
            rows = f"aucune erreur sur {self._rows}" if self.verdict.rows else "il n’a aucune ligne"
            return spaced(f"{self.file} respecte le schéma {self.schema_title} : {rows}.")
        return spaced(f"{self.file} ne respecte pas le schéma {self.schema_title} : {self._wrong}.")

    @property
    def extent(self) -> str:
        """How many rows are to mend, in one sentence; empty when none is."""
        faulty, rows = self.faulty_rows, self.verdict.rows
        if not faulty:
            return ""
        if faulty == rows:
            return "Toutes les lignes sont à corriger." if rows > 1 else "La seule ligne est à corriger."
        one = faulty == 1
        said = "Une ligne" if one else counted(faulty, ROW)
        return f"{said} ({share(100 * faulty / rows)}) {'est' if one else 'sont'} à corriger."

    @property
    def _wrong(self) -> str:
        if not self.verdict.labels:
            return "il est vide"
        return f"{self._errors} sur {self._rows}" if self.verdict.rows else f"{self._errors}, et il n’a aucune ligne"

    @property
    def _rows(self) -> str:
        return "une seule ligne" if self.verdict.rows == 1 else counted(self.verdict.rows, ROW)

    @property
    def _errors(self) -> str:
        count, sorts = self.verdict.count, len(self.errors)
        if count == 1:
            return "une erreur"
        kinds = "d’une seule sorte" if sorts == 1 else f"de {plural(sorts, 'sorte')}"
        return f"{counted(count, ERROR)} {kinds}"


def _sorts(findings: Iterable[Finding]) -> tuple[Sort, ...]:
    """Findings by code and rule, in the order in which they were met."""
    together: dict[tuple[str, str], list[Finding]] = {}
    for one in findings:
        together.setdefault((one.kind.code, one.rule), []).append(one)
    return tuple(Sort(code, rule, found[0].kind.level, points_of(found)) for (code, rule), found in together.items())
