"""E-mails, alone in their cell or inside a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coeurdeville.schemas.personal.contract import Detector, Suspect, filled, matching
from coeurdeville.schemas.personal.naming import named

if TYPE_CHECKING:
    import pandas as pd

TELLING = frozenset({"contact", "courriel", "email", "mail", "mel"})
EMAIL = r"[\w.+-]+@[\w-]+\.[\w.-]+"
WHOLE = 0.2
"""Share of the filled cells that are an e-mail and nothing else from which the whole column is left out."""


def _look(frame: pd.DataFrame, name: str) -> Suspect | None:
    found = named(frame, name, TELLING, "son nom dit un contact ou une adresse électronique")
    if found is not None:
        return found
    column = frame[name]
    held = matching(column, EMAIL, whole=False)
    if not held.any():
        return None
    if matching(column, EMAIL, whole=True).sum() >= WHOLE * filled(column).sum():
        return Suspect("ses cellules sont des adresses électroniques", held, whole=True)
    return Suspect("des textes contiennent une adresse électronique", held, whole=False)


emails = Detector("adresses-electroniques", 30, _look)
