"""Who recorded or edited a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coeurdeville.schemas.personal.contract import Detector, Suspect, filled
from coeurdeville.schemas.personal.naming import named, words_of

if TYPE_CHECKING:
    import pandas as pd

TELLING = frozenset({
    "agent", "agents", "auteur", "author", "creator", "createur", "editeur", "editor", "inspecteur", "jardinier",
    "observateur", "operateur", "releveur", "redacteur", "referent", "responsable", "saisisseur", "technicien", "user",
    "username", "utilisateur",
})  # fmt: skip


def _look(frame: pd.DataFrame, name: str) -> Suspect | None:
    """A name that ends by *par* (`saisi_par`, `modifie_par`) tells an agent too."""
    why = "son nom dit un agent, un auteur ou un utilisateur"
    words = words_of(name)
    if len(words) > 1 and words[-1] in ("par", "by"):
        return Suspect(why, filled(frame[name]), whole=True)
    return named(frame, name, TELLING, why)


agents = Detector("agents", 10, _look)
