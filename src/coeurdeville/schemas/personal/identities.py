"""Names of persons, and what goes with them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coeurdeville.schemas.personal.contract import Detector, Suspect, filled, matching
from coeurdeville.schemas.personal.naming import named, words_of

if TYPE_CHECKING:
    import pandas as pd

TELLING = frozenset({"civilite", "firstname", "lastname", "naissance", "birthdate", "nir", "patronyme", "prenom",
                     "prenoms", "surname"})  # fmt: skip
TITLED = r"(?:M\.|MM\.|Mr\.?|Mme|Mlle|Monsieur|Madame)\s+\S.*"
WHOLE = 0.2
"""Share of the filled cells from which the whole column is held to be of persons."""


def _look(frame: pd.DataFrame, name: str) -> Suspect | None:
    """A column *nom* is of persons when another holds first names; cells are when they begin by *M.* or *Mme*."""
    found = named(frame, name, TELLING, "son nom dit une personne")
    if found is not None:
        return found
    if words_of(name)[0] == "nom" and any({"prenom", "prenoms"} & set(words_of(str(one))) for one in frame):
        return Suspect("elle est à côté d’une colonne de prénoms", filled(frame[name]), whole=True)
    cells = matching(frame[name], TITLED, whole=True)
    if not cells.any():
        return None
    return Suspect("des cellules sont des noms de personnes", cells, whole=_mostly(cells, frame[name]))


def _mostly(cells: Any, column: pd.Series) -> bool:
    return bool(cells.sum() >= WHOLE * filled(column).sum())


identities = Detector("identites", 20, _look)
