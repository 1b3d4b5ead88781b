"""The spreading month after month, from the journal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from coeurdeville.programme.adoptions.diffusion import Passe, evenements, fin_de, objets
from coeurdeville.programme.horloge import PARIS

BEGUN: Final = ("experimentation", "en_cours")
"""The state by which a project begins: one that is prepared, or given up before, never had it."""


@dataclass(frozen=True)
class Mois:
    """As it stood at the end of a month."""

    dernier: date
    """Its last day, or the one that was asked for."""
    commences: int
    """Projects that had begun, whatever became of them."""
    adoptions: int
    """Said by towns, those given up since included."""
    deployees: int


def par_mois(jusqu_au: date) -> Sequence[Mois]:
    """Every month since the first project or adoption. Three queries, however many."""
    known = objets()
    events = [one for one in evenements(fin_de(jusqu_au)) if one.cle in known]
    return list(_months(events, jusqu_au)) if events else []


def _months(events: Sequence[Passe], until: date) -> Iterator[Mois]:
    states, begun, rank = dict[tuple[str, int], str](), set[int](), 0
    for last in _ends(events[0].quand.astimezone(PARIS).date(), until):
        while rank < len(events) and events[rank].quand <= fin_de(last):
            (sort, number), code = events[rank].cle, events[rank].code
            states[sort, number] = code
            if (sort, code) == BEGUN:
                begun.add(number)
            rank += 1
        counted = Counter(code for (sort, _), code in states.items() if sort == "adoption")
        yield Mois(last, len(begun), counted.total(), counted["deployee"])


def _ends(first: date, until: date) -> Iterator[date]:
    """Last day of each month, the last one cut at `until`."""
    month = first.replace(day=1)
    while month <= until:
        following = (month + timedelta(days=32)).replace(day=1)
        yield min(following - timedelta(days=1), until)
        month = following
