"""The fixtures of frictionless 5: the same errors, with the schema that it infers and with one that they break."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from coeurdeville.readers.quotes import without_open_quotes

pytestmark = [pytest.mark.real, pytest.mark.slow]
LINES, WIDE = 300, 1000
"""Lines compared of a large fixture, and columns from which one is left: frictionless takes minutes on these."""
HARD = ("integer", "date", "boolean", "number", "string", "year", "geopoint")
"""Types given in turn to the columns, so that most fixtures break their schema."""


def _head(path: Path, folder: Path) -> Path:
    """The fixture, or its first lines when it is large."""
    if path.stat().st_size < 100_000:
        return path
    with path.open("rb") as file:
        lines = [line for _, line in zip(range(LINES), file, strict=False)]
    cut = folder / path.name
    cut.write_bytes(b"".join(lines))
    return cut


def _closed(path: Path, delimiter: str, folder: Path) -> Path:
    """The fixture without the quotes that never close: frictionless takes the rows after one for a single cell."""
    closed = without_open_quotes(path.read_bytes(), delimiter)
    if not closed.opened:
        return path
    (folder / "closed").mkdir(exist_ok=True)
    written = folder / "closed" / path.name
    written.write_bytes(closed.data)
    return written


def _opened(path: Path) -> Any:
    """What frictionless takes the file for; None when it cannot read it as UTF-8."""
    from frictionless import FrictionlessException, resources

    resource = resources.TableResource(path=path.name, basepath=str(path.parent), encoding="utf-8")
    try:
        resource.open()
        resource.read_rows()
        resource.close()
        resource.open()
    except (FrictionlessException, UnicodeDecodeError):
        resource.close()
        return None
    return resource


def _schemas(resource: Any) -> Iterator[dict[str, Any]]:
    inferred = resource.schema.to_descriptor()
    yield inferred
    fields = inferred.get("fields", [])
    hard = [{"name": one["name"], "type": HARD[rank % len(HARD)]} for rank, one in enumerate(fields)]
    if hard:
        yield {"fields": [*hard, {"name": "lacking", "type": "string"}], "primaryKey": [hard[0]["name"]]}


def test_same_verdict_on_every_fixture(mirror: Path, tmp_path: Path, both_verdicts: Any) -> None:
    folder = mirror / "schemas" / "frictionless_fixtures"
    compared, apart, unread, mended = Counter[str](), {}, [], 0
    for fixture in sorted(one for one in folder.rglob("*") if one.suffix in (".csv", ".tsv")):
        path = _head(fixture, tmp_path)
        resource = _opened(path)
        if resource is None:
            unread.append(path.name)
            continue
        if not 0 < len(resource.labels) < WIDE:
            resource.close()
            continue
        control = resource.dialect.get_control("csv")
        delimiter, header = control.delimiter, resource.dialect.header_rows
        closed = _closed(path, delimiter, tmp_path)
        mended += closed != path
        for rank, descriptor in enumerate(_schemas(resource)):
            mine, peer = both_verdicts(closed, descriptor, delimiter, header)
            compared["tables"] += 1
            compared["errors"] += peer.total()
            if mine != peer:
                apart[f"{fixture.relative_to(folder)} {rank}"] = (mine - peer, peer - mine)
        resource.close()
    assert apart == {}
    assert mended == 1
    assert compared["tables"] > 200, unread
    assert compared["errors"] > 5_000
