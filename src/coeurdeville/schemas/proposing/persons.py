"""Columns in which there are persons: they enter no schema, and none of their values is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from coeurdeville.schemas.personal.find import find_personal
from coeurdeville.schemas.proposing.columns import TownColumn


@dataclass(frozen=True, eq=False)
class LeftOut:
    """A column that enters no schema."""

    column: TownColumn
    why: str
    """French, after the name of the column."""


def set_apart(columns: Sequence[TownColumn]) -> tuple[list[TownColumn], list[LeftOut]]:
    """The columns of one file that can be looked at, and those that are left out.

    Where only some cells of a column tell a person, these cells are emptied and the others are looked at.
    """
    import pandas as pd

    found = {one.column: one for one in find_personal(pd.DataFrame({one.name: one.cells for one in columns}))}
    kept, left = [], []
    for one in columns:
        persons = found.get(one.name)
        if persons is not None and persons.whole:
            left.append(LeftOut(one, persons.why))
        else:
            kept.append(one if persons is None else replace(one, cells=one.cells.mask(persons.cells)))
    return kept, left
