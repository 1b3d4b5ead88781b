"""What a detector of persons is, and what it finds in a column."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    import pandas as pd

Rows: TypeAlias = "NDArray[np.bool_]"


@dataclass(frozen=True, eq=False)
class Suspect:
    """Why a column looks like persons."""

    why: str
    """French, after the name of the column: `son nom dit un agent`."""
    cells: Rows
    """Which cells are concerned, shape `(n,)`."""
    whole: bool
    """Whether the whole column is, the other cells being of the same sort; else only these cells are."""


Look: TypeAlias = "Callable[[pd.DataFrame, str], Suspect | None]"
"""From a table of trimmed texts (missing where nothing is said) and the name of a column, what is found in it."""


@dataclass(frozen=True)
class Detector:
    """One way of recognising persons."""

    name: str
    rank: int
    """Detectors look by increasing rank; a whole column that is found is not looked at again."""
    look: Look


def filled(column: pd.Series[Any]) -> Rows:
    """Which cells say something."""
    return np.asarray(column.notna(), dtype=bool)


def matching(column: pd.Series[Any], pattern: str, *, whole: bool) -> Rows:
    """Which cells are, or hold, what a pattern writes; each distinct text is looked at once."""
    import pandas as pd

    places, distinct = pd.factorize(column)
    words = pd.Series(distinct, dtype="str").str
    found = words.fullmatch(pattern) if whole else words.contains(pattern, regex=True)
    return np.asarray(np.r_[found.to_numpy(dtype=bool, na_value=False), False][places], dtype=bool)
