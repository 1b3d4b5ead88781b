"""The scenarios of flood maps: which is rarer than which, and what they are called in French.

Maps are also made by hazard level (`aléa fort`): levels are parts of one flood, not scenarios.
"""

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
LEVELS = ("faible", "modéré", "moyen", "fort", "très fort")
"""Hazard levels, the weakest first."""
UNMISTAKABLE = ("modéré", "très fort")
"""Those that say how strong and cannot say how probable."""
EVERY_LEVEL = "tous niveaux d’aléa"
"""The flood whose hazard levels are mapped one by one."""
_LEVEL = re.compile(r"(?:zones? d )?(alea )?(?:de )?(?:niveau )?(\d*) ?([a-z ]*)")


@dataclass(frozen=True)
class Scenario:
    """A scenario as the data name it, and its words."""

    name: str
    flood: str = ""
    """One of `ORDER`; empty when its name says nothing of how rare it is."""
    level: str = ""
    """`2`, or one of `LEVELS`, when it is a level of a flood and no scenario."""

    @property
    def label(self) -> str:
        """`inondation fréquente`, `aléa fort`, `scénario « crue de 1982 »`."""
        if self.name == EVERY_LEVEL:
            return EVERY_LEVEL
        if self.level:
            return f"aléa {self.level}"
        return f"inondation {self.flood}" if self.flood else f"scénario «\u00a0{french.typographic(self.name)}\u00a0»"

    @property
    def subject(self) -> str:
        """`une inondation fréquente`, `l’aléa fort`, `le scénario « crue de 1982 »`."""
        if self.name == EVERY_LEVEL:
            return "l’inondation cartographiée"
        if self.level:
            return f"l’{self.label}"
        return f"{'une' if self.flood else 'le'} {self.label}"

    @property
    def heading(self) -> str:
        """Of its column in a table: `Fréquente`, `Aléa fort`, `crue de 1982`."""
        if self.level or self.name == EVERY_LEVEL:
            return french.capital(self.label)
        return french.capital(self.flood) if self.flood else french.typographic(self.name)


def scenario(name: str, *, hazard: bool = False) -> Scenario:
    """`02 moyen`, `02Moy`, `moyenne`: what a name says; a name that says nothing is kept as it is.

    `hazard`: whether `fort` alone is a hazard level; `aléa fort` always is.
    """
    said = _plain(name)
    says, level = _level(said)
    if level and (says or hazard):
        return Scenario(name, level=level)
    bare = re.sub(r"^\d+[\s_-]+", "", said)
    return Scenario(name, next((flood for pattern, flood in KNOWN if re.search(pattern, bare)), ""))


def are_levels(names: Iterable[str]) -> bool:
    """Whether all are hazard levels of one flood: two or more, and one at least that can be nothing else."""
    found = [_level(_plain(name)) for name in names if name != EVERY_LEVEL]
    sure = any(says or level in UNMISTAKABLE for says, level in found)
    return len(found) > 1 and sure and all(level for _, level in found)


def ordered(names: Iterable[str]) -> list[Scenario]:
    """From what reaches least ground to what reaches most.

    From the most frequent to the rarest; those whose names say nothing come last, in alphabetical order. Hazard
    levels go from the strongest to the weakest, then their flood as a whole.
    """
    given = list(names)
    hazard = are_levels(given)
    return sorted((scenario(name, hazard=hazard) for name in given), key=_rank)


def _rank(one: Scenario) -> tuple[int, int, str]:
    return (ORDER.index(one.flood) if one.flood else len(ORDER), -_strength(one.level), one.name)


def _strength(level: str) -> int:
    """From 1; 0 for what is no level."""
    return int(level) if level.isdigit() else LEVELS.index(level) + 1 if level else 0


def _level(said: str) -> tuple[bool, str]:
    """Whether the hazard is named, and the level: `alea 3`, `alea 3 fort`, `tres fort`; empty for what is none.

    A bare number is none.
    """
    match = _LEVEL.fullmatch(said)
    if not match:
        return False, ""
    says, number, strength = bool(match[1]), match[2], match[3]
    if number and not strength:
        return says, str(int(number)) if says else ""
    return says, next((level for level in LEVELS if french.plain(level) == strength), "")


def _plain(name: str) -> str:
    """Without accents; what separates words is a space."""
    return re.sub(r"[\s_’'-]+", " ", french.plain(name)).strip()
