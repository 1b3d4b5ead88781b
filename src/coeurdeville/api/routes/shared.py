"""What several answers tell in the same shape: links to other answers, why a value is missing."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, Field

Missing = Annotated[
    dict[str, str],
    Field(description="Pourquoi une clé de cet objet vaut null, par clé ; vide quand tout est connu."),
]


class Nom(BaseModel):
    """Something that has a page of its own in the API."""

    slug: str = Field(description="Nom stable, à écrire dans une adresse.")
    titre: str


class Licence(BaseModel):
    """A licence."""

    code: str = Field(description="`lov2`, `odbl`, `cc-by`, `interne`, `inconnue`, `non-publiable`…")
    titre: str
    ouverte: bool
