"""What goes with a repaired table: the rows set apart and the log, for a French spreadsheet in which nothing runs."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from coeurdeville.schemas.repair.changes import Change
from coeurdeville.schemas.repair.steps.armed import disarmed

if TYPE_CHECKING:
    import pandas as pd

LOG = ("regle", "ce_qui_a_ete_fait", "champ", "colonne", "nombre", "avant", "apres")
"""Columns of the log."""
UNARMED = "le même texte, sans l’apostrophe"


def rejects_csv(rejects: pd.DataFrame) -> bytes:
    """The rows set apart, semicolons, UTF-8 with its mark."""
    cells = rejects.astype("str").where(rejects.notna(), "")
    return _semicolons([list(map(str, rejects.columns)), *cells.to_numpy().tolist()])


def log_csv(changes: Iterable[Change]) -> bytes:
    """Every change, one a row, written as `rejects_csv` writes; a row for each text that is lost."""
    return _semicolons([list(LOG), *(line for one in changes for line in _lines(one))])


def _lines(change: Change) -> Iterator[list[str]]:
    for text, count in change.lost or ((_before(change), change.count),):
        yield [change.rule, change.said, change.field, change.column, str(count), text, change.after]


def _before(change: Change) -> str:
    """The example; in words where it would be written as what it became."""
    alike = change.before != change.after and disarmed(change.before) == change.after
    return UNARMED if alike else change.before


def _semicolons(rows: Iterable[list[str]]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=";", lineterminator="\r\n").writerows([disarmed(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")
