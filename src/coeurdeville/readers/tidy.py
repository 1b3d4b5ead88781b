"""What a table drops on reading, and says: blank rows, repeated headers, empty columns without a name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from coeurdeville.core.problems import Kind, Level, Problem
from coeurdeville.readers.refusals import NO_ROWS

if TYPE_CHECKING:
    import pandas as pd

BLANK_ROWS = Kind(
    "lignes-vides",
    "Des lignes entièrement vides de « {name} » ne sont pas lues.",
    "Rien à faire.",
    Level.NOTE,
)
REPEATED_HEADER = Kind(
    "entete-repete",
    "La ligne d’en-tête revient parmi les données de « {name} » ; ces répétitions ne sont pas lues.",
    "Retirer ces lignes, souvent laissées par un assemblage de fichiers.",
    Level.WARNING,
)
BLANK_NAMES = Kind(
    "entete-vide",
    "Des colonnes de « {name} » n’ont pas de nom ; elles en reçoivent un d’après leur rang.",
    "Nommer ces colonnes dans le fichier si elles servent.",
    Level.WARNING,
)


def tidy(
    frame: pd.DataFrame, row_numbers: NDArray[np.int64], unnamed: Sequence[str], name: str
) -> tuple[pd.DataFrame, NDArray[np.int64], tuple[Problem, ...]]:
    """The table without rows or columns that say nothing, the line of each row left, and what was dropped.

    A column is dropped when it has neither name nor value; a row when every cell is missing or repeats the header.
    """
    empty = [column for column in unnamed if frame[column].isna().all()]
    frame = frame.drop(columns=empty)
    nameless = [column for column in unnamed if column not in empty]
    blank = frame.isna().all(axis=1).to_numpy()
    repeated = _repeated(frame) if not nameless else np.zeros(len(frame), dtype=bool)
    kept = ~(blank | repeated)
    notes = [
        *([BLANK_NAMES(name=name, examples=nameless)] if nameless else []),
        *([BLANK_ROWS(name=name, count=int(blank.sum()))] if blank.any() else []),
        *_saying_repeated(name, row_numbers[repeated]),
        *([] if kept.any() else [NO_ROWS(name=name)]),
    ]
    return frame[kept].reset_index(drop=True), row_numbers[kept], tuple(notes)


def _repeated(frame: pd.DataFrame) -> NDArray[np.bool_]:
    same = np.ones(len(frame), dtype=bool)
    for column in frame.columns:
        if not same.any():
            break
        same &= (frame[column] == column).fillna(value=False).to_numpy(dtype=bool)
    return same


def _saying_repeated(name: str, lines: NDArray[np.int64]) -> list[Problem]:
    if not len(lines):
        return []
    return [REPEATED_HEADER(name=name, examples=[f"ligne {line}" for line in lines[:5]], count=len(lines))]
