"""A repair for the command line: the file read, mended, and its three tables written."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from coeurdeville.core.writing import written_aside
from coeurdeville.readers.read import read
from coeurdeville.schemas.mapping.correspondance import Correspondance
from coeurdeville.schemas.mapping.mapping_file import MappingFile
from coeurdeville.schemas.matching.placing import reading_of, wants_places
from coeurdeville.schemas.matching.propose import propose
from coeurdeville.schemas.model import TableSchema
from coeurdeville.schemas.repair.judging import csv_of
from coeurdeville.schemas.repair.repair import Repaired, repair, summary
from coeurdeville.schemas.repair.results import log_csv, rejects_csv
from coeurdeville.territories.territory import Territory


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
    contents = {rejects: rejects_csv(repaired.rejects), log: log_csv(repaired.changes)}
    if len(repaired.table):
        contents[table] = csv_of(repaired.table)
    for path, content in contents.items():
        with written_aside(path) as file:
            file.write(content)
    return Written(table, rejects, log, tuple(summary(repaired)))
