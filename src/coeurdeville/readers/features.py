"""What every reader gives: a table, its shapes when it has some, and what was found on the way."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from coeurdeville.core.problems import SHOWN, Problem
from coeurdeville.readers.formats import Format

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, eq=False)
class Features:
    """The rows of one file, as its producer wrote them.

    Nothing is renamed, converted or dropped here except what `notes` says. The same class holds
    a table without place, a table whose coordinates are still in columns, and a layer of shapes.
    """

    frame: pd.DataFrame
    """Attributes, index 0 to n - 1. Text formats keep every cell as text (`str`, missing when empty);
    the others keep the type of the file."""
    row_numbers: NDArray[np.int64]
    """Shape (n,): the line of the file where each row starts, or the rank of the object, from 1."""
    format: Format
    """What the file really is, whatever its extension says."""
    name: str
    """How the file is called in messages: its name, without its folder."""
    row_word: str = "ligne"
    """How a row is called in messages: `ligne` in a table, `objet` in a layer of shapes."""
    geometry: NDArray[np.object_] | None = None
    """Shape (n,): shapely geometries in two dimensions, valid and not empty, or None where a row has no
    shape. None instead of the array when the file holds no geometry at all."""
    crs: int | None = None
    """EPSG code of `geometry`. None when the file does not say it: `coordinates.locate` finds it."""
    extent: Any = None
    """Where the file claims to be complete (a shapely geometry in `crs`), None when it does not say."""
    dated: date | None = None
    """The day on which the file was true, when it says it."""
    notes: tuple[Problem, ...] = ()
    """What was found, decided or repaired: never an error."""

    def __len__(self) -> int:
        return len(self.row_numbers)

    def places(self, rows: NDArray[np.bool_]) -> tuple[str, ...]:
        """The first few rows of a mask of shape (n,), as a message names them: `ligne 12`."""
        return tuple(f"{self.row_word} {number}" for number in self.row_numbers[rows][:SHOWN])

    def noting(self, problems: Iterable[Problem]) -> Features:
        """The same features with more to say, in order."""
        return replace(self, notes=(*self.notes, *problems))
