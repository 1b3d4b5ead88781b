"""A repair for the command line: the file read, mended, and its three tables written."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING

from coeurdeville.core.writing import written_aside
from coeurdeville.readers.read import read
from coeurdeville.schemas.mapping.correspondance import Correspondance
from coeurdeville.schemas.mapping.mapping_file import MappingFile
from coeurdeville.schemas.matching.placing import reading_of, wants_places
from coeurdeville.schemas.matching.propose import propose
from coeurdeville.schemas.model import TableSchema
from coeurdeville.schemas.repair.changes import Change
from coeurdeville.schemas.repair.judging import csv_of
from coeurdeville.schemas.repair.repair import Repaired, repair, summary
from coeurdeville.schemas.repair.steps.armed import disarmed
from coeurdeville.territories.territory import Territory

if TYPE_CHECKING:
    import pandas as pd

LOG = ("regle", "ce_qui_a_ete_fait", "champ", "colonne", "nombre", "avant", "apres")


@dataclass(frozen=True)
class Written:
    """What was written."""

    table: Path
    rejects: Path
    log: Path
    counts: tuple[tuple[str, int], ...]


def mended(
    path: Path, schema: TableSchema, given: MappingFile, territory: Territory | None, *, known: bool
) -> tuple[Repaired, Correspondance]:
    """The file repaired by its mapping; by the sure lines of a proposal when none is `known`."""
    features = read(path, part=given.mapping.lecture.feuille or None)
    mapping = given.mapping
    if not known:
        lecture = reading_of(features, mapping.lecture, territory)[0] if wants_places(schema) else mapping.lecture
        places = tuple(one for one in (lecture.x, lecture.y) if one)
        mapping = propose(features.frame, schema, replace(mapping, lecture=lecture), places).mapping()
    return repair(features, schema, mapping, grounds=given.grounds, territory=territory), mapping


def write_results(repaired: Repaired, schema: TableSchema, folder: Path) -> Written:
    """The conforming table for programs, if any; rejects and log for a French spreadsheet, nothing in them runs."""
    table = folder / f"{schema.name}.csv"
    rejects, log = folder / "rejets.csv", folder / "journal.csv"
    contents = {rejects: _spreadsheet(repaired.rejects), log: _logged(repaired.changes)}
    if len(repaired.table):
        contents[table] = csv_of(repaired.table)
    for path, content in contents.items():
        with written_aside(path) as file:
            file.write(content)
    return Written(table, rejects, log, tuple(summary(repaired)))


def _spreadsheet(frame: pd.DataFrame) -> bytes:
    cells = frame.astype("str").where(frame.notna(), "")
    return _semicolons([list(map(str, frame.columns)), *cells.to_numpy().tolist()])


def _logged(changes: Iterable[Change]) -> bytes:
    names = [one.name for one in fields(Change)]
    return _semicolons([list(LOG), *([str(getattr(one, name)) for name in names] for one in changes)])


def _semicolons(rows: Iterable[list[str]]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=";", lineterminator="\r\n").writerows([disarmed(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")
