"""A file as a table of texts: its header, then its rows by parts, none of them lost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from coeurdeville.core.problems import Problem

if TYPE_CHECKING:
    import polars as pl

Ints = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Part:
    """Some rows of a table."""

    frame: pl.DataFrame
    """A column of text for each label, named by its place (`"0"`, `"1"`…); null where a row has no such cell."""
    rows: Ints
    """Rank in the file of each row, shape `(n,)`, the first line of the file being 1."""
    beyond: Sequence[tuple[int, Sequence[str]]] = ()
    """Rank of each row that has more cells than there are labels, and these cells."""
    short: Ints = field(default_factory=lambda: np.empty(0, dtype=np.int64))
    """Positions in `frame` of the rows that have fewer cells than there are labels."""


@dataclass(frozen=True, eq=False)
class Cells:
    """A table before anything is believed of it."""

    name: str
    """How the file is called in messages."""
    labels: tuple[str, ...]
    """The header as it is written, without the spaces around; empty when the file is."""
    header_row: int
    """Rank of the header in the file; 0 when there is none."""
    parts: Iterator[Part]
    """The rows, read as they are asked for: once."""
    notes: tuple[Problem, ...] = ()
    """What was found or decided in reading: encoding, delimiter, title lines."""
    size: int = 0
    """Bytes to read, for who shows progress."""
    reading: str = ""
    """How the file was read, in a sentence; empty when there is nothing to say of it."""
    opened: Ints = field(default_factory=lambda: np.empty(0, dtype=np.int64))
    """Ranks in the file of the rows in which a quote opens and never closes; it is read as if it were not there."""


def text_frame(columns: Sequence[Sequence[str | None]]) -> pl.DataFrame:
    """Columns of text as the frame of a part."""
    import polars as pl

    return pl.DataFrame({str(rank): pl.Series(column, dtype=pl.String) for rank, column in enumerate(columns)})
