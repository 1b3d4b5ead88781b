"""One column of a file made one field of a schema."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from coeurdeville.readers.values import texts
from coeurdeville.schemas.repair.accepted import accepted
from coeurdeville.schemas.repair.changes import Change, changes_between, loss
from coeurdeville.schemas.repair.steps.catalogue import steps
from coeurdeville.schemas.repair.steps.contract import Wanted

if TYPE_CHECKING:
    import pandas as pd

TRIMMED = ("espaces-retires", "espaces retirés autour du texte")
BLANKED = ("vide-ecrit", "mot qui veut dire « rien » remplacé par une cellule vide")


@dataclass(frozen=True, eq=False)
class RepairedColumn:
    """The texts of a field, in the order of the rows, missing where there is no value; and what was changed."""

    values: pd.Series[Any]
    changes: tuple[Change, ...]


def repair_column(cells: pd.Series[Any], wanted: Wanted, column: str) -> RepairedColumn:
    """The cells of a column as the field writes them; what cannot be mended is left as it is.

    Each distinct text is looked at once. `column` is how the column is called in the log.
    """
    import pandas as pd

    clean = texts(cells)
    changes = _cleaned(cells, clean, wanted, column)
    places, distinct = pd.factorize(clean)
    counts = np.bincount(places[places >= 0], minlength=len(distinct))
    current = pd.Series(distinct, dtype="str").reset_index(drop=True)
    for step in steps():
        tried = np.ones(len(current), dtype=bool) if step.always else ~accepted(wanted.field, current.to_numpy())
        if not tried.any():
            continue
        mended = current.copy()
        mended[tried] = step.repair(current if step.always else current[tried], wanted)
        changes += changes_between(current, mended, counts, step.rule, step.said, wanted.field.name, column)
        current = mended
    spread = pd.Series([*current, None], dtype="str").iloc[places].set_axis(cells.index)
    return RepairedColumn(spread, tuple(changes))


def _cleaned(cells: pd.Series[Any], clean: pd.Series[Any], wanted: Wanted, column: str) -> list[Change]:
    """What reading the texts has already changed; numbers of a workbook have no spaces."""
    if cells.dtype not in ("str", "object"):
        return []
    raw = cells.astype("str").where(cells.notna(), "")
    kept, one = clean.notna(), np.ones(len(cells), dtype=int)
    said = raw[~kept].str.strip()
    words = said[said != ""].tolist()
    found = [loss(*BLANKED, wanted.field.name, column, words)] if words else []
    return [*found, *changes_between(raw[kept], clean[kept], one, *TRIMMED, wanted.field.name, column)]
