"""Texts that a spreadsheet would run."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from coeurdeville.core.formulas import harmless
from coeurdeville.schemas.repair.steps.contract import Step, Wanted

if TYPE_CHECKING:
    import pandas as pd

FIGURES = re.compile(r"[+\-][0-9\s.,/():+\-]*")
"""A number or a phone number: it begins as a formula and nothing in it can be run."""


def disarmed(text: str) -> str:
    """The text, with an apostrophe before it when a spreadsheet would run it; a signed number stays as it is."""
    return text if FIGURES.fullmatch(text) else harmless(text)


def _disarmed(texts: pd.Series[Any], wanted: Wanted) -> pd.Series[Any]:
    if wanted.field.type not in ("string", "any", "list"):
        return texts
    safe = texts.map(disarmed, na_action="ignore")
    return safe.where(~texts.isin(wanted.listed), texts)


armed = Step(
    "formule-desarmee", "apostrophe mise devant un texte qu’un tableur exécuterait", 90, _disarmed, always=True
)
