"""Text as people type it, to values: what is missing, what cannot be read, and never a guess between the two."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from coeurdeville.core.french import plain

if TYPE_CHECKING:
    import pandas as pd

MISSING_WORDS = frozenset(
    {"", "na", "n/a", "#n/a", "nan", "null", "<null>", "none", "nd", "n.d.", "nc", "n.c.", "nr", "-", "--", "?", "/"}
    | {"inconnu", "inconnue", "non renseigne", "non renseignee", "non communique", "sans objet", "vide", "."}
)
"""Ways of writing that there is no value, in lower case without accents."""
TRUE_WORDS = frozenset(["oui", "o", "vrai", "true", "t", "yes", "y", "1", "x"])
FALSE_WORDS = frozenset(["non", "n", "faux", "false", "f", "no", "0"])


@dataclass(frozen=True, eq=False)
class Parsed:
    """One column read; the three arrays have the shape (n,) of the column."""

    values: NDArray[Any]
    """float64, datetime64[s] or bool; NaN, NaT or False where there is no value."""
    missing: NDArray[np.bool_]
    """Nothing was written there."""
    unreadable: NDArray[np.bool_]
    """Something was written there that is not a value; never true where `missing` is."""
    units: tuple[str, ...] = ()
    """Units written beside numbers, the most frequent first: values are as written, not converted."""
    rounded: NDArray[np.bool_] | None = None
    """Dates of which only the month or the year was written: the value is their first day."""


def texts(column: pd.Series) -> pd.Series:
    """The column as trimmed text, missing where a word of `MISSING_WORDS` or nothing is written.

    Whole numbers lose their `.0`, so that a code typed in a workbook is the code.
    """
    import pandas as pd

    if pd.api.types.is_float_dtype(column):
        whole = column.notna() & (column % 1 == 0) & (column.abs() < 1e15)
        text = column.astype("str").where(~whole, column.where(whole, 0).astype("int64").astype("str"))
    else:
        text = column.astype("str")
    text = text.where(column.notna()).str.strip()
    blank = text.str.fullmatch(r"\D{0,20}").to_numpy(dtype=bool, na_value=False, copy=True)
    blank[blank] = by_word(text[blank], dict.fromkeys(MISSING_WORDS, 1), 0) == 1
    return text.mask(blank)


def by_word(text: pd.Series, meanings: Mapping[str, int], other: int) -> NDArray[np.int64]:
    """The meaning of each word, compared without case or accents; `other` for the rest. Each word is looked at once."""
    import pandas as pd

    codes, words = pd.factorize(text.str.slice(0, 30))
    found = np.array([*(meanings.get(plain(str(word)), other) for word in words), other], dtype=np.int64)
    return np.asarray(found[codes], dtype=np.int64)


def codes_in(text: pd.Series) -> list[str]:
    """The different whole figures among trimmed texts, the smallest first."""
    words = {str(word) for word in text.dropna().unique()}
    return sorted((word for word in words if word.isdecimal()), key=lambda word: (len(word), word))


def figures_are_codes(text: pd.Series) -> bool:
    """Whether figures other than 0 and 1 stand in a column of yes and no: 1 may then mean no."""
    return not set(codes_in(text)) <= {"0", "1"}


def booleans(column: pd.Series) -> Parsed:
    """`oui`, `non`, `O`, `N`, `vrai`, `faux`, `1`, `0`, `x` and English words, in any case.

    Among figures from 1 up, such as 1 and 2, no figure can be read: these are codes, and 1 may mean no.
    """
    text = texts(column)
    meanings = {**dict.fromkeys(TRUE_WORDS, 1), **dict.fromkeys(FALSE_WORDS, 0)}
    figures = codes_in(text)
    if "0" not in figures and figures != ["1"]:
        meanings.pop("1")
    found = by_word(text, meanings, -1)
    missing = text.isna().to_numpy()
    return Parsed(found == 1, missing, (found == -1) & ~missing)
