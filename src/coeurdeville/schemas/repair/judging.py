"""The draft before its schema: what does not conform is emptied where it may be, rejected with its row where not."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from coeurdeville.core.problems import Level
from coeurdeville.schemas.cells.table import Cells, Part, text_frame
from coeurdeville.schemas.checking.check import check
from coeurdeville.schemas.checking.header import NAMES
from coeurdeville.schemas.findings import Finding
from coeurdeville.schemas.model import TableSchema
from coeurdeville.schemas.repair.accepted import accepted
from coeurdeville.schemas.repair.changes import Change, loss
from coeurdeville.schemas.repair.drafting import Draft

if TYPE_CHECKING:
    import pandas as pd

EMPTIED = ("valeur-videe", "valeur qui ne convient pas, vidée")


@dataclass(frozen=True, eq=False)
class Outcome:
    """The table judged."""

    table: pd.DataFrame
    """All the rows, those to reject included; every column of the schema, empty where nothing is known."""
    reasons: NDArray[np.object_]
    """Why each row is rejected; empty for those that conform. Shape `(n,)`."""
    changes: tuple[Change, ...]


def judged(made: Draft, schema: TableSchema, reasons: NDArray[np.object_]) -> Outcome:
    """What conforms and what does not; `reasons` says which rows are already out, and why."""
    import pandas as pd

    changes = _emptied(made, schema, reasons)
    nothing = pd.Series(None, index=pd.RangeIndex(len(reasons)), dtype="str")
    table = pd.DataFrame({name: made.columns.get(name, nothing) for name in schema.names}, index=nothing.index)
    while found := [one for one in _verdict(table[reasons == ""], schema) if one.kind.level is Level.ERROR]:
        mendable = [one for one in found if _may_be_emptied(one, schema)]
        changes += [_empty(table, one) for one in mendable]
        if not mendable:
            reasons = _rejected(found, reasons)
    return Outcome(table, reasons, tuple(changes))


def _may_be_emptied(one: Finding, schema: TableSchema) -> bool:
    """Whether a wrong cell, such as a false SIREN, can be emptied: its field is optional and it says something."""
    field = schema.field(one.field)
    optional = field is not None and not field.required and field.name not in schema.primary_key
    return optional and any(one.cells)


def _empty(table: pd.DataFrame, one: Finding) -> Change:
    """Empty the cells of a finding, in place."""
    table.loc[one.rows, one.field] = None
    return loss(*EMPTIED, one.field, "", filter(None, one.cells))


def _emptied(made: Draft, schema: TableSchema, reasons: NDArray[np.object_]) -> list[Change]:
    """Cells of fields that may be empty and that nothing mends: emptied, in place, and logged."""
    changes = []
    for one in schema.fields:
        if one.name not in made.columns or one.required or one.name in schema.primary_key:
            continue
        texts = made.columns[one.name].reset_index(drop=True)
        wrong = ~accepted(one, texts.to_numpy(dtype=object)) & (reasons == "")
        made.columns[one.name] = texts.where(~wrong)
        if wrong.any():
            changes.append(loss(*EMPTIED, one.name, "", map(str, texts[wrong])))
    for name, texts in made.columns.items():
        made.columns[name] = texts.reset_index(drop=True)
    return changes


def _verdict(table: pd.DataFrame, schema: TableSchema) -> tuple[Finding, ...]:
    """What the checker says of some rows, known by their rank in the whole table."""
    columns = [[None if text is None else str(text) for text in _objects(table[name])] for name in table]
    part = Part(text_frame([[text or "" for text in column] for column in columns]), table.index.to_numpy(np.int64))
    labels = tuple(map(str, table.columns))
    return check(Cells("", labels, 0, iter([part] if len(table) else [])), schema, match=NAMES).findings


def _objects(column: pd.Series[Any]) -> list[Any]:
    return list(column.astype(object).where(column.notna(), None))


def _rejected(found: list[Finding], reasons: NDArray[np.object_]) -> NDArray[np.object_]:
    """The reasons with those of one more check."""
    added = reasons.copy()
    for one in found:
        said = one.problem.message
        for row in one.rows.tolist():
            added[row] = f"{added[row]} ; {said}" if added[row] else said
    return added


def csv_of(table: pd.DataFrame) -> bytes:
    """The table as UTF-8 with commas: what a program reads."""
    text = io.StringIO()
    table.to_csv(text, index=False, lineterminator="\n")
    return text.getvalue().encode()
