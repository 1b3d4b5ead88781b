"""Addresses of private persons: where a garden, a tree or a house is theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from coeurdeville.schemas.personal.contract import Detector, Rows, Suspect, filled, matching
from coeurdeville.schemas.personal.naming import words_of
from coeurdeville.schemas.synonyms import read_name

if TYPE_CHECKING:
    import pandas as pd

PRIVATE = frozenset({"privee", "prive", "proprietaire", "domicile", "particulier", "riverain", "occupant"})
GROUND = frozenset({"domaine", "domanialite", "foncier", "propriete", "statut", "public", "prive"})
"""Words of the name of a column that says to whom the ground belongs."""
SAYS_PRIVATE = r"(?i)(?:domaine |terrain |jardin |propriété )?(?:priv[ée]+e?|particulier)s?"
IN_A_GARDEN = r"(?i)\b(?:chez (?:M\.|Mme|M |Monsieur|Madame)|jardins? (?:d[eu’'] ?)?(?:priv|particulier)|domicile)"


def _look(frame: pd.DataFrame, name: str) -> Suspect | None:
    """An address that its name says private; else those of the rows that another column says private."""
    words = words_of(name)
    if read_name(name).key != "adresse" and not {"adresse", "adr"} & set(words):
        return None
    if PRIVATE & set(words):
        return Suspect("son nom dit l’adresse d’une personne", filled(frame[name]), whole=True)
    cells = (_private_rows(frame) | matching(frame[name], IN_A_GARDEN, whole=False)) & filled(frame[name])
    if not cells.any():
        return None
    return Suspect("des adresses sont celles de terrains privés", cells, whole=False)


def _private_rows(frame: pd.DataFrame) -> Rows:
    found = np.zeros(len(frame), dtype=bool)
    for name in frame:
        if GROUND & set(words_of(str(name))):
            found |= matching(frame[name], SAYS_PRIVATE, whole=True)
    return found


private_addresses = Detector("adresses-privees", 40, _look)
