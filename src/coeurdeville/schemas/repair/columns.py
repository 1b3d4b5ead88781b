"""Columns that a repair takes out, names otherwise, adds or moves."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING

from coeurdeville.schemas.mapping.correspondance import Correspondance
from coeurdeville.schemas.model import TableSchema
from coeurdeville.schemas.personal.find import Personal, whole_columns
from coeurdeville.schemas.repair.changes import Change

if TYPE_CHECKING:
    import pandas as pd

REMOVED = ("colonne-retiree", "colonne retirée : aucun champ du schéma n’en vient")
TO_CONFIRM = ("colonne-a-confirmer", "colonne laissée de côté : elle reste à confirmer")
OF_PLACES = ("colonne-de-coordonnees-retiree", "colonne retirée : longitude et latitude en viennent")
OF_STATES = ("colonne-d-etat-retiree", "colonne retirée : elle a dit quels objets ont disparu")
OF_PERSONS = ("colonne-personnelle", "colonne retirée : elle semble contenir des personnes")
CELLS_OF_PERSONS = ("cellules-personnelles", "cellules vidées : elles semblent contenir des personnes")
RENAMED = ("colonne-renommee", "colonne renommée comme le veut le schéma")
ADDED = ("colonnes-ajoutees", "colonnes du schéma que le fichier n’a pas, ajoutées vides")
MOVED = ("colonnes-ordonnees", "colonnes remises dans l’ordre du schéma")


def column_changes(
    frame: pd.DataFrame, schema: TableSchema, mapping: Correspondance, personal: Collection[Personal],
    made: Collection[str],
) -> Iterator[Change]:  # fmt: skip
    """The changes that whole columns undergo, each with its filled cells; none without a row, no table being made.

    `frame` is the table of the file with its persons, `made` the fields that something fills.
    """
    if not len(frame):
        return
    apart = whole_columns(personal)
    yield from _of_persons(personal)
    fields = {field: column for field, column in mapping.colonnes.items() if column in frame and column not in apart}
    for field, column in fields.items():
        if field != column:
            yield Change(*RENAMED, field, column, int(frame[column].notna().sum()), column, field)
    for column in (name for name in map(str, frame.columns) if name not in apart and name not in fields.values()):
        yield Change(*_why(column, mapping), "", column, int(frame[column].notna().sum()))
    added = [name for name in schema.names if name not in made]
    if added:
        yield Change(*ADDED, "", "", 0, "", ", ".join(added))
    yield from _moved([str(name) for name in frame.columns], schema, fields)


def _of_persons(personal: Collection[Personal]) -> Iterator[Change]:
    for one in personal:
        if not one.ground:
            yield Change(*(OF_PERSONS if one.whole else CELLS_OF_PERSONS), "", one.column, one.count)


def _why(column: str, mapping: Correspondance) -> tuple[str, str]:
    """Rule and words for a column that makes no field by itself."""
    if column in (mapping.lecture.x, mapping.lecture.y):
        return OF_PLACES
    if column in {one.get("colonne") for one in mapping.a_confirmer.values()}:
        return TO_CONFIRM
    return OF_STATES if column in {one.colonne for one in mapping.etats} else REMOVED


def _moved(columns: Sequence[str], schema: TableSchema, fields: dict[str, str]) -> Iterator[Change]:
    wanted = [name for name in schema.names if name in fields]
    found = sorted(wanted, key=lambda name: columns.index(fields[name]))
    if found != wanted:
        yield Change(*MOVED, "", "", 0, ", ".join(found), ", ".join(wanted))
