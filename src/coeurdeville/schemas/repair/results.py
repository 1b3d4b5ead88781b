"""What goes with a repaired table: the rows set apart and the log, for a French spreadsheet in which nothing runs."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import fields
from typing import TYPE_CHECKING

from coeurdeville.schemas.repair.changes import Change
from coeurdeville.schemas.repair.steps.armed import disarmed

if TYPE_CHECKING:
    import pandas as pd

LOG = ("regle", "ce_qui_a_ete_fait", "champ", "colonne", "nombre", "avant", "apres")
"""Columns of the log."""


def rejects_csv(rejects: pd.DataFrame) -> bytes:
    """The rows set apart, semicolons, UTF-8 with its mark."""
    cells = rejects.astype("str").where(rejects.notna(), "")
    return _semicolons([list(map(str, rejects.columns)), *cells.to_numpy().tolist()])


def log_csv(changes: Iterable[Change]) -> bytes:
    """Every change, one a row, written as `rejects_csv` writes."""
    names = [one.name for one in fields(Change)]
    return _semicolons([list(LOG), *([str(getattr(one, name)) for name in names] for one in changes)])


def _semicolons(rows: Iterable[list[str]]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=";", lineterminator="\r\n").writerows([disarmed(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")
