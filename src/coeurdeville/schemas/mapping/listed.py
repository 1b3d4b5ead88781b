"""Texts of a closed list, found whatever their accents, case, hyphens and spaces."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from coeurdeville.core.french import plain

if TYPE_CHECKING:
    import pandas as pd


def listed(texts: pd.Series, values: Sequence[str], synonyms: Mapping[str, str] | None = None) -> pd.Series:
    """The value of the list that each text writes; missing where it writes none. Each distinct text is read once.

    Parameters
    ----------
    synonyms
        Other words for a value -> that value.
    """
    known = {_bare(word): value for word, value in (synonyms or {}).items()}
    known |= {_bare(value): value for value in values}
    return texts.map({text: known.get(_bare(text)) for text in texts.dropna().unique()})


def _bare(text: str) -> str:
    return " ".join(plain(text).replace("-", " ").replace("_", " ").split())
