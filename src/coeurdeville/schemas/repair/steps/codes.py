"""Codes of the town, by its own dictionary."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coeurdeville.schemas.repair.steps.contract import Step, Wanted

if TYPE_CHECKING:
    import pandas as pd


def _translated(texts: pd.Series[Any], wanted: Wanted) -> pd.Series[Any]:
    """An entry of the dictionary that is not filled translates nothing."""
    known = {code: value for code, value in wanted.codes.items() if value}
    told = texts.map(known)
    return texts.where(told.isna(), told)


codes = Step("code-traduit", "code remplacé par la valeur du dictionnaire", 10, _translated, always=True)
