"""Yes and no in the words of the field."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coeurdeville.readers.values import booleans
from coeurdeville.schemas.in_french import word_for
from coeurdeville.schemas.repair.steps.contract import Step, Wanted

if TYPE_CHECKING:
    import pandas as pd


def _worded(texts: pd.Series[Any], wanted: Wanted) -> pd.Series[Any]:
    """Nothing when figures other than 0 and 1 stand in the column: these are codes, and 1 may mean no."""
    if wanted.field.type != "boolean" or holds_codes(texts):
        return texts
    read = booleans(texts)
    written = texts.copy()
    for side, word in ((True, word_for(wanted.field, yes=True)), (False, word_for(wanted.field, yes=False))):
        if word:
            written[~read.missing & ~read.unreadable & (read.values == side)] = word
    return written


def holds_codes(texts: pd.Series[Any]) -> bool:
    """Whether figures that are neither 0 nor 1 stand among the texts, or one of these without the other."""
    figures = set(texts.dropna()[texts.dropna().str.fullmatch(r"\d+")])
    return bool(figures) and figures != {"0", "1"}


yes_no = Step("oui-non", "oui ou non dans les mots du schéma", 40, _worded)
