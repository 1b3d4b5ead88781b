"""Where data are known to be, known not to be, and where nobody can say: a rule over communes, never a download."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from coeurdeville.territories.projections import departement_of

METROPOLE, DROM, COM = "metropole", "drom", "com"
ZONES = (METROPOLE, DROM, COM)
"""Metropolitan France with Corsica; the overseas départements and regions (971 to 976); the other overseas lands."""
FRANCE = (METROPOLE, DROM)
"""Where national data are usual."""


class Known(IntEnum):
    """What a rule knows of a commune. Never rounded up: `NOT_SAID` is not `YES`."""

    NO = 0
    NOT_SAID = 1
    """The list or the answer that would tell is not there."""
    YES = 2


@dataclass(frozen=True)
class Coverage:
    """The communes that data cover.

    Outside its zones, its départements and among those left out, nothing. Inside, everything when it is `whole`;
    else the communes and the départements that are known, and the others are not said.
    """

    zones: tuple[str, ...] = FRANCE
    departements: tuple[str, ...] = ()
    """Nothing outside these; empty: all those of the zones."""
    left_out: tuple[str, ...] = ()
    """Codes of départements or communes where there is nothing, although the zone is covered."""
    whole: bool = True
    communes: tuple[str, ...] = ()
    """Insee codes that are known to be covered when it is not `whole`."""
    known_departements: tuple[str, ...] = ()
    """Départements that are known to be covered throughout when it is not `whole`."""
    lacking: str = ""
    """French: the list or the answer that would tell for the others, when it is not `whole`."""

    def __post_init__(self) -> None:
        if unknown := set(self.zones) - set(ZONES):
            raise TypeError(f"coverage: unknown zones {', '.join(sorted(unknown))}")
        if self.whole == bool(self.lacking):
            raise TypeError("coverage: `lacking` is told when, and only when, it is not whole")
        if self.whole and (self.communes or self.known_departements):
            raise TypeError("coverage: communes and départements are known one by one when it is not whole")

    def of(self, commune: str) -> Known:
        """What is known of one commune, by its Insee code; fictional ones (département `00`) are not covered."""
        departement = departement_of(commune)
        if zone_of(commune) not in self.zones or {commune, departement} & set(self.left_out):
            return Known.NO
        if self.departements and departement not in self.departements:
            return Known.NO
        listed = commune in self.communes or departement in self.known_departements
        return Known.YES if self.whole or listed else Known.NOT_SAID


def zone_of(commune: str) -> str:
    """`metropole`, `drom`, `com`, by the Insee code; empty for a fictional commune."""
    if commune.startswith("00"):
        return ""
    if commune.startswith("97") and commune[:3] in ("971", "972", "973", "974", "976"):
        return DROM
    return COM if commune.startswith(("97", "98")) else METROPOLE


NAMES = {
    "zones": "zones", "departements": "departements", "sauf": "left_out", "partout": "whole", "communes": "communes",
    "departements_connus": "known_departements", "il_manque": "lacking",
}  # fmt: skip
"""Key of the TOML table -> field."""


def coverage_of(told: dict[str, Any]) -> Coverage:
    """The rule as a TOML table tells it; `TypeError` for a key that is not one of `NAMES`."""
    if unknown := told.keys() - NAMES.keys():
        raise TypeError(f"coverage: unknown keys {', '.join(sorted(unknown))}")
    made: dict[str, Any] = {NAMES[key]: tuple(one) if isinstance(one, list) else one for key, one in told.items()}
    return Coverage(**made)
