"""Rows of a text table, at a million rows per second, none of them lost.

The rows that fit the header are read by Arrow; those that do not fit are handed over by it, read apart
and put back in their place.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from coeurdeville.readers.csv_arrow import read_table
from coeurdeville.readers.formats import Format
from coeurdeville.readers.refusals import refusing

if TYPE_CHECKING:
    import pandas as pd

SURPLUS = "colonnes_en_trop"
"""Column that keeps the cells beyond the header of rows that are too long."""


@dataclass(frozen=True)
class Rows:
    """Every row, in the order of the file, blank ones included."""

    frame: pd.DataFrame
    """Text columns; one more named `SURPLUS` when cells stand beyond the header."""
    uneven: NDArray[np.bool_]
    """Rows with fewer cells than the header, or with something beyond it."""
    broken_lines: NDArray[np.int64]
    """Line breaks inside the cells of each row."""


def read_rows(data: bytes, start: int, names: Sequence[str], delimiter: str, name: str) -> Rows:
    """The rows of UTF-8 `data` from the byte `start` on, in which every quoted cell has an end."""
    import pyarrow as pa

    apart: list[Any] = []

    def set_apart(row: Any) -> str:
        apart.append(row)
        return "skip"

    with refusing(name, Format.CSV, pa.ArrowInvalid):
        table = read_table(memoryview(data)[start:], names, delimiter, set_apart)
    return _put_back(table, apart, delimiter)


def _put_back(table: Any, apart: Sequence[Any], delimiter: str) -> Rows:
    """The whole table, rows set apart included, in the order of the file."""
    import pandas as pd

    frame = table.to_pandas()
    breaks = _breaks(table)
    total = len(frame) + len(apart)
    uneven = np.zeros(total, dtype=bool)
    if not apart:
        return Rows(frame, uneven, breaks)
    ranks = np.array([row.number for row in apart]) - 1
    cells = [_cells(row.text, delimiter) for row in apart]
    width = len(frame.columns)
    surplus = SURPLUS if SURPLUS not in frame else f"{SURPLUS}_2"
    others = pd.DataFrame([_fitted(row, width, delimiter) for row in cells], columns=[*frame.columns, surplus])
    uneven[ranks] = [len(row) < width or any(row[width:]) for row in cells]
    order = np.empty(total, dtype=np.int64)
    order[ranks] = len(frame) + np.arange(len(apart))
    regular = np.ones(total, dtype=bool)
    regular[ranks] = False
    order[regular] = np.arange(len(frame))
    whole = pd.concat([frame, others.astype(frame.dtypes.iloc[0])], ignore_index=True).iloc[order]
    if whole[surplus].isna().all():
        whole = whole.drop(columns=surplus)
    inside = np.array([row.text.count("\n") for row in apart])
    return Rows(whole.reset_index(drop=True), uneven, np.r_[breaks, inside][order])


def _cells(text: str, delimiter: str) -> list[str]:
    """The cells of one row; one that the standard library refuses (a cell of 128 KiB) is cut without its quotes."""
    with suppress(csv.Error):
        return next(csv.reader([text], delimiter=delimiter))
    return text.split(delimiter)


def _fitted(cells: Sequence[str], width: int, delimiter: str) -> list[str | None]:
    """As many cells as columns, None where there is none, then what is beyond in one more."""
    beyond = delimiter.join(cells[width:]).strip(delimiter)
    padded = [*cells[:width], *[""] * (width - len(cells)), beyond]
    return [cell or None for cell in padded]


def _breaks(table: Any) -> NDArray[np.int64]:
    """Line breaks inside the cells of each row of the table."""
    from pyarrow import compute

    breaks = np.zeros(table.num_rows, dtype=np.int64)
    for column in table.itercolumns():
        if compute.any(compute.match_substring(column, "\n")).as_py():
            breaks += compute.fill_null(compute.count_substring(column, "\n"), 0).to_numpy()
    return breaks
