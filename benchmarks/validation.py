"""Tables checked against their schema, beside frictionless 5: the same errors, row by row and field by field."""

import csv
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from lines import Line, timed

from coeurdeville.core.problems import Level
from coeurdeville.schemas.cells.text import read_text
from coeurdeville.schemas.checking.check import check
from coeurdeville.schemas.descriptor import read_schema

DESCRIPTOR: dict[str, Any] = {
    "name": "bench",
    "primaryKey": ["id"],
    "fields": [
        {"name": "id", "type": "string", "constraints": {"required": True, "unique": True, "pattern": r"A\d{7}"}},
        {"name": "rank", "type": "integer", "constraints": {"minimum": 0, "maximum": 999_999}},
        {"name": "height", "type": "number", "constraints": {"minimum": 0, "maximum": 70}},
        {"name": "day", "type": "date"},
        {"name": "stage", "type": "string", "constraints": {"enum": ["jeune", "adulte", "mature"]}},
        {"name": "kept", "type": "boolean"},
        {"name": "place", "type": "string", "constraints": {"maxLength": 20}},
        {"name": "latitude", "type": "number", "constraints": {"minimum": -90, "maximum": 90}},
        {"name": "longitude", "type": "number", "constraints": {"minimum": -180, "maximum": 180}},
        {"name": "planted", "type": "year"},
    ],
}
WRONG = ("A1", "-1", "71.5", "31/12/2020", "mort", "oui", "x" * 21, "90.5", "181", "20")
"""What is planted in each column."""
ERRORS = 0.002
"""Cells planted for each row."""
ROUNDS = 3


def measured(rows: int) -> Iterator[Line]:
    """A table of that many rows beside frictionless, then ten thousand rows alone."""
    with tempfile.TemporaryDirectory() as folder:
        table = _written(Path(folder, "table.csv"), rows)
        yield _race(table, rows)
        small = _written(Path(folder, "small.csv"), min(rows, 10_000))
        seconds = [timed(lambda: _ours(small))[0] for _ in range(ROUNDS)]
        yield Line("  a table of 10 000 rows", float(np.median(seconds)), most=0.2)


def _race(table: Path, rows: int) -> Line:
    runs = [timed(lambda: _ours(table)) for _ in range(ROUNDS)]
    peer, theirs = timed(lambda: _theirs(table))
    mine = runs[0][1]
    seconds = float(np.median([one for one, _ in runs]))
    apart = float(len(mine ^ theirs)) if theirs else float("nan")
    return Line(f"{rows} rows x 10 fields (frictionless 5)", seconds, peer, faster=40, apart=apart)


def _ours(table: Path) -> set[tuple[int, int, str]]:
    """Row, column and code of each error."""
    verdict = check(read_text(table), read_schema(DESCRIPTOR).schema)
    return {
        (int(row), one.column, one.kind.code)
        for one in verdict.findings
        if one.kind.level is Level.ERROR
        for row in one.rows
    }


def _theirs(table: Path) -> set[tuple[int, int, str]]:
    from frictionless import Schema, resources

    schema = Schema.from_descriptor(DESCRIPTOR)
    resource = resources.TableResource(path=table.name, basepath=str(table.parent), schema=schema, encoding="utf-8")
    found = resource.validate(limit_errors=10**9).flatten(["rowNumber", "fieldNumber", "type"])
    return {(row, column or 0, code) for row, column, code in found}


def _written(path: Path, rows: int) -> Path:
    """Rows that conform, but for the planted cells and as many repeated identifiers."""
    rng = np.random.default_rng(7)
    days = np.datetime64("2015-01-01") + rng.integers(0, 3000, rows)
    columns = [
        [f"A{rank:07d}" for rank in range(rows)],
        rng.integers(0, 10**6, rows).tolist(),
        np.round(rng.uniform(0, 70, rows), 2).tolist(),
        np.datetime_as_string(days).tolist(),
        rng.choice(["jeune", "adulte", "mature"], rows).tolist(),
        rng.choice(["true", "false"], rows).tolist(),
        ["place publique"] * rows,
        np.round(rng.uniform(42, 51, rows), 6).tolist(),
        np.round(rng.uniform(-5, 8, rows), 6).tolist(),
        rng.integers(1900, 2026, rows).tolist(),
    ]
    for row, column in zip(rng.integers(1, rows, int(rows * ERRORS)), rng.integers(0, 10, rows), strict=False):
        columns[column][row] = WRONG[column] if column else columns[0][row - 1]
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow([one["name"] for one in DESCRIPTOR["fields"]])
        writer.writerows(zip(*columns, strict=True))
    return path
