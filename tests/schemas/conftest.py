"""The verdict of frictionless 5 on the same table, said in the same words as ours."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from coeurdeville.core.problems import Level
from coeurdeville.schemas.cells.text import read_text
from coeurdeville.schemas.checking.check import check
from coeurdeville.schemas.descriptor import read_schema
from coeurdeville.schemas.findings import Verdict

Place = tuple[int, object, str]
"""Row (0 for the header), column (its rank, or the field's name when it is not in the file), code."""
Descriptor = dict[str, Any]
QUOTE = chr(34)
_OF_HEADER = {"blank-label", "duplicate-label", "incorrect-label", "extra-label", "unmatched-header"}


def written(rows: Sequence[Sequence[str]], path: Path) -> Path:
    """The rows as a CSV of semicolons."""
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=";", lineterminator="\n").writerows(rows)
    path.write_text(text.getvalue(), encoding="utf-8", newline="")
    return path


def theirs(path: Path, descriptor: Descriptor, **dialect: Any) -> Counter[Place]:
    """What frictionless finds: every error, each counted."""
    from frictionless import Dialect, Schema, formats, resources

    controls = [formats.CsvControl(delimiter=dialect.pop("delimiter", ";"), skip_initial_space=False, quote_char=QUOTE)]
    resource = resources.TableResource(
        path=path.name, basepath=str(path.parent), schema=Schema.from_descriptor(descriptor), encoding="utf-8",
        dialect=Dialect(controls=controls, header_rows=dialect.pop("header_rows", [1])), format="csv",
    )  # fmt: skip
    report = resource.validate(limit_errors=10**6, **dialect)
    found = report.flatten(["rowNumber", "fieldNumber", "fieldName", "type", "note"])
    return Counter(_their_place(*one) for one in found)


def _their_place(row: int | None, column: int | None, name: str | None, code: str, note: str) -> Place:
    if code == "missing-label":
        return 0, name, code
    rule = re.match(r'constraint "(\w+)"', note) if code == "constraint-error" else None
    return row or 0, column or 0, f"{code} {rule[1]}" if rule else code


def ours(verdict: Verdict) -> Counter[Place]:
    """The same of our verdict."""
    return Counter(place for one in verdict.findings if one.kind.level is Level.ERROR for place in _our_places(one))


def _our_places(finding: Any) -> list[Place]:
    code = finding.kind.code
    if code == "missing-label":
        return [(0, finding.field, code)]
    if code == "source-error":
        return [(0, 0, code)]
    said = f"{code} {finding.rule}" if code == "constraint-error" else code
    return [(0 if code in _OF_HEADER else int(row), finding.column, said) for row in np.atleast_1d(finding.rows)]


@pytest.fixture
def compare(tmp_path: Path) -> Callable[..., tuple[Counter[Place], Counter[Place]]]:
    """Both verdicts on a table: ours, then that of frictionless."""

    def both(descriptor: Descriptor, rows: Sequence[Sequence[str]]) -> tuple[Counter[Place], Counter[Place]]:
        path = written(rows, tmp_path / "table.csv")
        schema = read_schema(descriptor).schema
        return ours(check(read_text(path, delimiter=";", header_row=1), schema)), theirs(path, descriptor)

    return both


@pytest.fixture
def both_verdicts() -> Callable[..., tuple[Counter[Place], Counter[Place]]]:
    """Both verdicts on a file, told its delimiter and the row of its header."""

    def both(
        path: Path, descriptor: Descriptor, delimiter: str, header_rows: list[int]
    ) -> tuple[Counter[Place], Counter[Place]]:
        cells = read_text(path, delimiter=delimiter, header_row=header_rows[-1])
        mine = ours(check(cells, read_schema(descriptor).schema))
        return mine, theirs(path, descriptor, delimiter=delimiter, header_rows=header_rows)

    return both
