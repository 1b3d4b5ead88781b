"""Who owns or lives in a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coeurdeville.core.french import plain
from coeurdeville.schemas.personal.contract import Detector, Suspect
from coeurdeville.schemas.personal.naming import named

if TYPE_CHECKING:
    import pandas as pd

TELLING = frozenset({"concessionnaire", "demandeur", "locataire", "occupant", "owner", "proprietaire", "proprietaires",
                     "riverain", "titulaire", "usager"})  # fmt: skip
BODIES = frozenset({"agglo", "agglomeration", "association", "bailleur", "communal", "communale", "communaute",
                    "commune", "copropriete", "departement", "etat", "mairie", "metropole", "oph", "prive", "privee",
                    "public", "publique", "region", "sa", "sci", "sncf", "syndicat", "ville"})  # fmt: skip
"""Words by which an owner is a body or a sort of owner, not a person."""


def _look(frame: pd.DataFrame, name: str) -> Suspect | None:
    found = named(frame, name, TELLING, "son nom dit un propriétaire, un occupant ou un demandeur")
    if found is None or all(_is_body(str(text)) for text in frame[name].dropna().unique()):
        return None
    return found


def _is_body(text: str) -> bool:
    return bool(BODIES & set(plain(text).replace("-", " ").replace("’", " ").split()))


owners = Detector("proprietaires", 10, _look)
