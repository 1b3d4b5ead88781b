"""Whether the law makes a body publish: two thresholds together, of which the files know one."""

from __future__ import annotations

from enum import StrEnum

INHABITANTS, AGENTS = 3_500, 50
"""More than so many inhabitants, and at least so many agents in full-time equivalents: CRPA, art. L312-1-1, with décret
n° 2016-1922 of 28/12/2016 (à vérifier)."""


class Obligation(StrEnum):
    """What can be said of the duty to publish."""

    SOUMISE = "soumise"
    NON_SOUMISE = "non soumise"
    PRESUMEE = "présumée soumise"
    PRESUMEE_NON = "présumée non soumise"
    INCONNUE = "à vérifier"


def obligation(population: int | None, agents: float | None = None) -> Obligation:
    """The duty of a commune of this municipal population and of so many agents; None: unknown.

    Population alone never concludes: sources write the two thresholds with « et » or with « ou ».
    """
    if population is None:
        return Obligation.INCONNUE
    if agents is None:
        return Obligation.PRESUMEE if population > INHABITANTS else Obligation.PRESUMEE_NON
    return Obligation.SOUMISE if population > INHABITANTS and agents >= AGENTS else Obligation.NON_SOUMISE
