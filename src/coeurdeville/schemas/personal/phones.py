"""French phone numbers, alone in their cell or inside a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coeurdeville.schemas.personal.contract import Detector, Suspect, filled, matching
from coeurdeville.schemas.personal.naming import named

if TYPE_CHECKING:
    import pandas as pd

TELLING = frozenset({"fax", "gsm", "mobile", "phone", "portable", "tel", "telephone"})
PHONE = r"(?<![\w.,+-])(?:\+33|0033|0)[\s.-]?[1-9](?:[\s.-]?\d{2}){4}(?![.,]\d|[\w-])"
FIGURES = r"\d+"
WHOLE = 0.2
"""Share of the filled cells that are a phone number and nothing else from which the whole column is left out."""


def _look(frame: pd.DataFrame, name: str) -> Suspect | None:
    """Ten figures without anything between are an identifier as well as a number: the name of the column decides."""
    found = named(frame, name, TELLING, "son nom dit un numéro de téléphone")
    if found is not None:
        return found
    column = frame[name]
    held = matching(column, PHONE, whole=False) & ~matching(column, FIGURES, whole=True)
    if not held.any():
        return None
    alone = held & matching(column, PHONE, whole=True)
    if alone.sum() >= WHOLE * filled(column).sum():
        return Suspect("ses cellules sont des numéros de téléphone", held, whole=True)
    return Suspect("des textes contiennent un numéro de téléphone", held, whole=False)


phones = Detector("telephones", 30, _look)
