"""The repair of a file by its mapping: proposed the first time, corrected by the visitor after."""

from __future__ import annotations

import hashlib
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any

from coeurdeville.core.problems import Level, Problem, Refused
from coeurdeville.schemas.mapping.correspondance import Lecture
from coeurdeville.schemas.mapping.mapping_file import MappingFile, read_mapping_file, write_mapping_file
from coeurdeville.web.public.schemas.checking.kept import Kept
from coeurdeville.web.public.schemas.checking.report import territory_told
from coeurdeville.web.public.schemas.checking.state import State

if TYPE_CHECKING:
    from coeurdeville.readers.features import Features
    from coeurdeville.schemas.matching.propose import Proposal
    from coeurdeville.schemas.model import TableSchema
    from coeurdeville.schemas.repair.changes import Change
    from coeurdeville.schemas.repair.repair import Repaired
    from coeurdeville.territories.territory import Territory

MAPPING, PROPOSAL, OUTCOME, REJECTS, LOG = (
    "correspondance.toml", "proposition.json", "bilan.json", "rejets.csv", "journal.csv"
)  # fmt: skip
EXAMPLES = 3
CODES = 25
"""Different words under which a column may be written in codes, which the visitor can translate."""


def table_name(schema: str) -> str:
    """Name of the conforming file: that of its schema, as the specification advises."""
    return f"{schema}.csv"


def mend(kept: Kept, state: State, features: Features) -> None:
    """Write the conforming table, the rows set apart, the log and the outcome."""
    from coeurdeville.schemas.catalogue import schema as named
    from coeurdeville.schemas.repair.repair import repair

    schema = named(state.schema).schema
    if not kept.result(MAPPING).is_file():
        _propose(kept, state, features, schema)
    mapping = mapping_of(kept)
    try:
        repaired = repair(features, schema, mapping.mapping, territory=territory_told(state))
    except Refused as refused:
        kept.put_told(OUTCOME, {"refus": [asdict(one) for one in refused.problems]})
        return
    _write(kept, state, repaired)


def mapping_of(kept: Kept) -> MappingFile:
    """The mapping that is kept."""
    return read_mapping_file(kept.result(MAPPING))[0]


def keep_mapping(kept: Kept, mapping: MappingFile) -> None:
    """Write the mapping, in the place of the former one."""
    kept.result(MAPPING).parent.mkdir(parents=True, exist_ok=True)
    kept.result(MAPPING).unlink(missing_ok=True)
    write_mapping_file(kept.result(MAPPING), mapping)


def _propose(kept: Kept, state: State, features: Features, schema: TableSchema) -> None:
    from coeurdeville.schemas.mapping.correspondance import Correspondance
    from coeurdeville.schemas.matching.placing import wants_places
    from coeurdeville.schemas.matching.propose import propose

    lecture = Lecture(feuille=state.part)
    notes: tuple[Problem, ...] = ()
    if wants_places(schema):
        lecture, notes = _reading(features, lecture, territory_told(state))
    places = tuple(one for one in (lecture.x, lecture.y) if one)
    proposal = propose(features.frame, schema, Correspondance(lecture), places)
    kept.put_told(PROPOSAL, _told(features, proposal, [asdict(one) for one in notes]))
    with kept.original.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    keep_mapping(kept, MappingFile(state.schema, schema.version, state.file, digest, proposal.mapping()))


def _reading(features: Features, lecture: Lecture, territory: Territory | None) -> tuple[Lecture, tuple[Problem, ...]]:
    """How the places are read; left unread, and why, where they are nowhere near: the rest can still be mended."""
    from coeurdeville.schemas.matching.placing import reading_of

    try:
        return reading_of(features, lecture, territory)
    except Refused as refused:
        return lecture, refused.problems


def _told(features: Features, proposal: Proposal, notes: list[dict[str, Any]]) -> dict[str, Any]:
    """The proposal, and what each column holds: persons are masked."""
    from coeurdeville.readers.values import texts
    from coeurdeville.schemas.personal.find import find_personal
    from coeurdeville.schemas.personal.masking import masked

    persons = {one.column for one in find_personal(features.frame)}
    columns = []
    for name in features.frame.columns:
        filled = features.frame[name].dropna()
        shown = [str(one)[:40] for one in filled.drop_duplicates().head(EXAMPLES)]
        personal = str(name) in persons
        examples = [masked(one) for one in shown] if personal else shown
        words = [] if personal else sorted(texts(features.frame[name]).dropna().unique().tolist())
        columns.append({"nom": str(name), "remplies": len(filled), "exemples": examples, "personnelle": personal,
                        "codes": words if len(words) <= CODES else []})  # fmt: skip
    lines = [{**asdict(one), "sure": one.sure, "reason": one.reason} for one in proposal.lines]
    return {"colonnes": columns, "lignes": lines, "formes": features.geometry is not None, "notes": notes,
            "nombre": len(features), "remarques": _warnings(features)}  # fmt: skip


def _warnings(features: Features) -> list[dict[str, Any]]:
    """What reading the file found doubtful."""
    return [asdict(one) for one in features.notes if one.level is not Level.NOTE]


def _write(kept: Kept, state: State, repaired: Repaired) -> None:
    from coeurdeville.schemas.repair.judging import csv_of
    from coeurdeville.schemas.repair.repair import summary
    from coeurdeville.schemas.repair.results import log_csv, rejects_csv

    table = kept.result(table_name(state.schema))
    table.unlink(missing_ok=True)
    if len(repaired.table):
        kept.put(table.name, csv_of(repaired.table))
    kept.put(REJECTS, rejects_csv(repaired.rejects))
    kept.put(LOG, log_csv(repaired.changes))
    persons = [
        {"colonne": one.column, "pourquoi": one.why, "nombre": one.count, "entiere": one.whole}
        for one in repaired.personal
    ]
    kept.put_told(OUTCOME, {
        "refus": [], "compte": list(summary(repaired)), "lues": repaired.read, "lignes": len(repaired.table),
        "rejets": len(repaired.rejects), "colonnes": [str(one) for one in repaired.table.columns],
        "changements": [_change(one) for one in repaired.changes], "personnes": persons,
        "notes": [asdict(one) for one in repaired.notes],
    })  # fmt: skip


def _change(change: Change) -> dict[str, Any]:
    """A change with the first texts that are lost and how many there are: the log has them all."""
    lost = [text for text, _ in change.lost[:EXAMPLES]]
    return {**asdict(replace(change, lost=())), "lost": lost, "distinct": len(change.lost)}
