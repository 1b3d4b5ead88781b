"""The persons of a table, column by column."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coeurdeville.core.french import plural
from coeurdeville.core.problems import SHOWN, Kind, Level, Problem
from coeurdeville.readers.values import texts
from coeurdeville.schemas.personal.catalogue import detectors
from coeurdeville.schemas.personal.contract import Rows, Suspect
from coeurdeville.schemas.personal.grounds import grounds
from coeurdeville.schemas.personal.masking import masked

if TYPE_CHECKING:
    import pandas as pd

LEFT_OUT = Kind(
    "donnees-personnelles",
    "La colonne « {column} » semble contenir des données personnelles ({why} ; {cells}) : {what} de ce qui est ouvert.",
    "Ne la garder que si la loi le permet, en écrivant sous [personnelles] le fondement choisi : {grounds}.",
    Level.WARNING,
)
KEPT = Kind(
    "donnees-personnelles-gardees",
    "La colonne « {column} » semble contenir des données personnelles ({why} ; {cells}) ; elle est gardée : {ground}.",
    "Vérifier ce fondement avec le délégué à la protection des données.",
    Level.WARNING,
)


@dataclass(frozen=True, eq=False)
class Personal:
    """A column in which there are persons."""

    column: str
    why: str
    """French, after the name of the column; several reasons one after the other."""
    cells: Rows
    """Which cells, shape `(n,)`."""
    whole: bool
    """Whether the whole column is left out; else these cells only."""
    examples: tuple[str, ...]
    """Masked."""
    ground: str = ""
    """Key of the legal ground under which it is kept; empty: it is left out."""

    @property
    def count(self) -> int:
        """Cells concerned."""
        return int(self.cells.sum())

    @property
    def problem(self) -> Problem:
        """The finding in words."""
        words = {"column": self.column, "why": self.why, "cells": plural(self.count, "cellule")}
        if self.ground:
            ground = grounds()[self.ground]
            return KEPT(examples=self.examples, count=self.count, ground=str(ground), **words)
        what = "elle est retirée" if self.whole else "ces cellules sont vidées"
        return LEFT_OUT(examples=self.examples, count=self.count, what=what, grounds=", ".join(grounds()), **words)


def find_personal(frame: pd.DataFrame, kept: Mapping[str, str] | None = None) -> tuple[Personal, ...]:
    """The columns of a table in which there are persons, in its order.

    `kept`: column -> key of the legal ground under which it is opened all the same; the keys are those of `grounds`.
    """
    import pandas as pd

    table = pd.DataFrame({str(name): texts(frame[name]) for name in frame}, index=frame.index)
    found = (_of_column(table, str(name), (kept or {}).get(str(name), "")) for name in table)
    return tuple(one for one in found if one is not None)


def whole_columns(found: Collection[Personal]) -> frozenset[str]:
    """The columns that enter nothing that is opened."""
    return frozenset(one.column for one in found if one.whole and not one.ground)


def _of_column(table: pd.DataFrame, name: str, ground: str) -> Personal | None:
    suspects = list(_suspects(table, name))
    if not suspects:
        return None
    whole = [one for one in suspects if one.whole]
    cells = whole[0].cells if whole else suspects[0].cells
    for one in suspects if not whole else ():
        cells = cells | one.cells
    shown = [masked(str(text)) for text in table.loc[cells, name].drop_duplicates().head(SHOWN)]
    why = whole[0].why if whole else ", ".join(one.why for one in suspects)
    return Personal(name, why, cells, bool(whole), tuple(f"« {one} »" for one in shown), ground)


def _suspects(table: pd.DataFrame, name: str) -> Iterator[Suspect]:
    """What detectors find, until one takes the whole column."""
    for detector in detectors():
        found = detector.look(table, name)
        if found is not None:
            yield found
            if found.whole:
                return
