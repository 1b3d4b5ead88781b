"""The scenarios of flood maps: which is rarer than which, and what they are called in French."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from coeurdeville.core import french

KNOWN = (
    (r"^\d*for$|frequent|forte probabilite|probabilite forte", "fréquente"),
    (r"^\d*mcc$|changement climatique", "moyenne avec changement climatique"),
    (r"^\d*moy$|moyen|moyenne probabilite|probabilite moyenne", "moyenne"),
    (r"^\d*fai$|extreme|exceptionnel|rare|faible probabilite|probabilite faible", "extrême"),
)
"""What a scenario's plain name says, and the flood that it is. Codes are those of the flood directive's maps."""
ORDER = ("fréquente", "moyenne", "moyenne avec changement climatique", "extrême")
"""From the most frequent to the rarest."""


@dataclass(frozen=True)
class Scenario:
    """A scenario as the data name it, and its words."""

    name: str
    flood: str = ""
    """One of `ORDER`; empty when its name says nothing of how rare it is."""

    @property
    def label(self) -> str:
        """`inondation fréquente`, `scénario « crue de 1982 »`."""
        return f"inondation {self.flood}" if self.flood else f"scénario «\u00a0{french.typographic(self.name)}\u00a0»"

    @property
    def subject(self) -> str:
        """`une inondation fréquente`, `le scénario « crue de 1982 »`."""
        return f"{'une' if self.flood else 'le'} {self.label}"

    @property
    def heading(self) -> str:
        """Of its column in a table: `Fréquente`, `crue de 1982`."""
        return french.capital(self.flood) if self.flood else french.typographic(self.name)


def scenario(name: str) -> Scenario:
    """`02 moyen`, `02Moy`, `moyenne`: what a name says; a name that says nothing is kept as it is."""
    said = french.plain(name).strip()
    bare = re.sub(r"^\d+[\s_-]+", "", said)
    return Scenario(name, next((flood for pattern, flood in KNOWN if re.search(pattern, bare)), ""))


def ordered(names: Iterable[str]) -> list[Scenario]:
    """From the most frequent to the rarest; those whose names say nothing come last, in alphabetical order."""
    found = [scenario(name) for name in names]
    return sorted(found, key=lambda one: (ORDER.index(one.flood) if one.flood else len(ORDER), one.name))
