"""From a town's raw file to a conforming table: what is kept, what is rejected and why, everything that was changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from coeurdeville.core.problems import Kind, Problem, Refused
from coeurdeville.readers.features import Features
from coeurdeville.schemas.mapping.correspondance import Correspondance
from coeurdeville.schemas.model import TableSchema
from coeurdeville.schemas.personal.find import Personal, find_personal, whole_columns
from coeurdeville.schemas.personal.grounds import require_grounds
from coeurdeville.schemas.repair.changes import Change
from coeurdeville.schemas.repair.columns import column_changes
from coeurdeville.schemas.repair.drafting import draft
from coeurdeville.schemas.repair.judging import judged
from coeurdeville.schemas.repair.reading import reading_changes
from coeurdeville.territories.territory import Territory

if TYPE_CHECKING:
    import pandas as pd

MAPPED_COLUMN_ABSENT = Kind(
    "correspondance-colonne-absente",
    "La correspondance cite « {column} », qui n’est pas dans « {name} ».",
    "Les colonnes du fichier sont : {known}.",
)
MAPPED_FIELD_UNKNOWN = Kind(
    "correspondance-champ-inconnu",
    "La correspondance cite le champ « {field} », qui n’est pas dans le schéma.",
    "Les champs du schéma sont : {known}.",
)
REASONS = "motifs_du_rejet"
"""Column of the rejects that says why each row is there."""
LINE = "ligne_du_fichier"
"""Column of the rejects that says where each row was."""
GONE = "objet disparu, d’après « {column} »"


@dataclass(frozen=True, eq=False)
class Repaired:
    """A file repaired; every row that was read is in `table` or in `rejects`."""

    table: pd.DataFrame
    """The rows that conform: texts, one column for each field of the schema, in its order."""
    rejects: pd.DataFrame
    """The others as they were, but for the personal columns, with their line and why."""
    changes: tuple[Change, ...]
    personal: tuple[Personal, ...]
    notes: tuple[Problem, ...]
    """What was met in reading the file, then in finding its places."""
    read: int
    """Rows of the file."""

    @property
    def gone(self) -> int:
        """Rows set apart because what they describe is no longer there."""
        return int(self.rejects[REASONS].str.startswith("objet disparu").sum())


def repair(
    features: Features,
    schema: TableSchema,
    mapping: Correspondance,
    *,
    grounds: Mapping[str, str] | None = None,
    territory: Territory | None = None,
) -> Repaired:
    """The file as the schema wants it; the file itself is not touched.

    A cell that cannot be mended is emptied when its field may be empty, and is a reason to reject its row when not.
    Columns and cells in which there are persons enter nothing that comes out, unless a legal ground is given.

    Parameters
    ----------
    grounds
        Column of the file -> key of the ground under which it is opened although it looks personal.
    territory
        The town, which helps to find the projection and gives its code.

    Raises
    ------
    Refused
        A column or a field of the mapping that does not exist, a ground that is not of the list.
    """
    require_grounds(grounds or {})
    _require(features, schema, mapping)
    personal = find_personal(features.frame, grounds)
    frame = _without_persons(features.frame, personal)
    made = draft(features, frame, schema, mapping, territory)
    filled, reasons = tuple(made.columns), _gone(features.frame, mapping)
    outcome = judged(made, schema, reasons)
    kept = outcome.reasons == ""
    rejects = _rejects(features, frame, outcome.reasons)
    table = outcome.table[kept].reset_index(drop=True)
    assert len(table) + len(rejects) == len(features)
    changes = (
        *reading_changes(features.notes),
        *column_changes(features.frame, schema, mapping, personal, filled),
        *made.changes,
        *outcome.changes,
    )
    return Repaired(table, rejects, changes, personal, (*features.notes, *made.notes), len(features))


def _require(features: Features, schema: TableSchema, mapping: Correspondance) -> None:
    cited = [*mapping.colonnes.values(), *(one.colonne for one in mapping.etats), mapping.lecture.x, mapping.lecture.y]
    known = ", ".join(map(str, features.frame.columns))
    absent = [one for one in dict.fromkeys(cited) if one and one not in features.frame]
    unknown = [one for one in (*mapping.colonnes, *mapping.constantes) if schema.field(one) is None]
    problems = [
        *(MAPPED_COLUMN_ABSENT(column=one, name=features.name, known=known) for one in absent),
        *(MAPPED_FIELD_UNKNOWN(field=one, known=", ".join(schema.names)) for one in dict.fromkeys(unknown)),
    ]
    if problems:
        raise Refused(problems)


def _without_persons(frame: pd.DataFrame, personal: tuple[Personal, ...]) -> pd.DataFrame:
    """The table without the columns of persons, and with an empty cell where one of them is named."""
    left = frame.drop(columns=[name for name in whole_columns(personal) if name in frame])
    for one in personal:
        if not one.whole and not one.ground:
            left[one.column] = left[one.column].where(~one.cells)
    return left


def _gone(frame: pd.DataFrame, mapping: Correspondance) -> NDArray[np.object_]:
    """Why a row describes something that is no longer there; empty for the others."""
    reasons = np.full(len(frame), "", dtype=object)
    for state in mapping.etats:
        cells = frame[state.colonne]
        gone = cells.astype("str").isin(state.disparus) if state.disparus else cells.notna()
        reasons[gone.to_numpy(dtype=bool, na_value=False) & (reasons == "")] = GONE.format(column=state.colonne)
    return reasons


def _rejects(features: Features, frame: pd.DataFrame, reasons: NDArray[np.object_]) -> pd.DataFrame:
    rejected = reasons != ""
    left = frame[rejected].reset_index(drop=True)
    left.insert(0, LINE, features.row_numbers[rejected])
    left.insert(1, REASONS, reasons[rejected])
    return left


def summary(repaired: Repaired) -> Iterator[tuple[str, int]]:
    """How many rows were read, kept, set apart and rejected, in words."""
    yield "lignes lues", repaired.read
    yield "lignes conformes", len(repaired.table)
    yield "objets disparus, mis à part", repaired.gone
    yield "lignes rejetées", len(repaired.rejects) - repaired.gone
