"""The picture of the matrix in words: its title, and its figures for who does not see it."""

from __future__ import annotations

from collections import Counter

from coeurdeville.core.french import capital, number, plural, spaced
from coeurdeville.core.sentences import share
from coeurdeville.deployability.verdict import CellState
from coeurdeville.reports.deployment.overview import SORTS, Overview
from coeurdeville.reports.deployment.voices import counted


def title(seen: Overview) -> str:
    """What the picture shows, in one sentence."""
    return f"{capital(counted(seen.services))} dans {plural(len(seen.places), 'commune')}"


def alt(seen: Overview) -> str:
    """The counts of all cells, for who does not see the picture."""
    told = " ".join(_told(sort, seen.counts_of(sort)) for sort in SORTS if seen.counts_of(sort))
    return spaced(
        "Une ligne par service, une barre par commune, d’autant plus haute que l’état est bon. "
        f"{told} Le tableau donne les autres chiffres."
    )


def _told(sort: str, counts: Counter[CellState]) -> str:
    total = counts.total()
    said = ", ".join(
        f"{state.label} {number(counts[state])} ({share(100 * counts[state] / total)})" for state in CellState
    )
    return f"Services {sort}s, {plural(total, 'case')} : {said}."
