"""Official codes that a workbook or a hand has changed: lost zeros, added spaces."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from coeurdeville.schemas.repair.accepted import accepted
from coeurdeville.schemas.repair.steps.contract import Step, Wanted

if TYPE_CHECKING:
    import pandas as pd

TRIED: tuple[Callable[[Any], Any], ...] = (
    lambda texts: texts.str.replace(r"\s", "", regex=True),
    lambda texts: texts.str.replace(r"\s", "", regex=True).str.upper(),
    lambda texts: texts.where(~texts.str.fullmatch(r"\d{4}").fillna(value=False), "0" + texts),
    lambda texts: texts.str.lower(),
    lambda texts: texts.str.capitalize(),
)
"""Ways of writing the same thing; the first that the pattern accepts is taken."""


def _reshaped(texts: pd.Series[Any], wanted: Wanted) -> pd.Series[Any]:
    if wanted.field.type != "string" or "pattern" not in wanted.field.constraints:
        return texts
    written, open_ = texts.copy(), texts.notna().to_numpy(copy=True)
    for rewrite in TRIED:
        tried = rewrite(texts)
        right = open_ & accepted(wanted.field, tried.to_numpy(dtype=object))
        written[right] = tried[right]
        open_ &= ~right
    return written


shapes_of_codes = Step(
    "forme-corrigee", "espaces, zéro initial ou majuscules remis comme le veut le schéma", 70, _reshaped
)
