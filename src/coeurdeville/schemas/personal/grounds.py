"""The closed list of grounds on which personal data may be opened: `fondements.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from coeurdeville.core.problems import Kind, Problem, Refused

TABLE = Path(__file__).with_name("fondements.toml")
GROUND_UNKNOWN = Kind(
    "fondement-inconnu",
    "Le fondement « {key} » donné à la colonne « {column} » n’est pas de la liste.",
    "Écrire l’un de : {known}.",
)


@dataclass(frozen=True)
class Ground:
    """A reason for which the law lets personal data be opened."""

    key: str
    article: str
    wording: str
    """In the words of the project, not those of the law."""
    checked: str
    """`à vérifier` until a lawyer has read it, else by whom and when."""

    def __str__(self) -> str:
        """`accord des personnes (CRPA, art. L. 312-1-2 ; à vérifier)`."""
        return f"{self.wording} ({self.article} ; {self.checked})"


@cache
def grounds() -> dict[str, Ground]:
    """Key -> ground, in the order of the table."""
    document = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    return {
        key: Ground(key, one["article"], one["libelle"], one["verification"])
        for key, one in document["fondements"].items()
    }


def require_grounds(kept: Mapping[str, str]) -> None:
    """Raise `Refused` with `fondement-inconnu` for each column kept under a ground that is not of the list."""
    wrong: list[Problem] = [
        GROUND_UNKNOWN(key=key, column=column, known=", ".join(grounds()))
        for column, key in kept.items()
        if key not in grounds()
    ]
    if wrong:
        raise Refused(wrong)
