"""The dated facts on who publishes open data, each share with what it is a share of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from coeurdeville.core.french import capital, number, percent, plural
from coeurdeville.core.licences import LICENCES
from coeurdeville.inventory.observatoire.denominateurs import denominateurs
from coeurdeville.inventory.observatoire.faits import read_facts
from coeurdeville.inventory.observatoire.parts import ALL, Part, shares
from coeurdeville.web.public.words import printed


@dataclass(frozen=True)
class ShareLine:
    """One share that can be cited."""

    band: str
    counted: str
    """`vues publier elles-mêmes`."""
    rate: str
    among: str
    """`62 sur 203 communes présumées soumises`."""
    unknown: str


@dataclass(frozen=True)
class Openness:
    """The shares, their date and source, and the national numbers that circulate."""

    seen: str
    source: str
    licence: str
    lines: tuple[ShareLine, ...]
    national: tuple[str, ...]


@cache
def openness() -> Openness:
    """Of the communes of the programme."""
    facts = read_facts()
    parts = shares(facts.etats.values(), str(facts.edition))
    said = (one for _, band in groupby(parts, key=lambda one: one.bande) for one in _once(list(band)))
    return Openness(
        str(facts.edition), facts.source, LICENCES[facts.licence].title, tuple(map(_line, said)),
        tuple(str(one) for one in denominateurs()),
    )  # fmt: skip


def _once(parts: list[Part]) -> Iterator[Part]:
    """A share of all communes is not said again when every one of them is presumed bound."""
    known = {(one.numerateur, one.denominateur, one.compte): one for one in reversed(parts)}
    return (one for one in parts if one.denominateur and one in known.values())


def _line(one: Part) -> ShareLine:
    band = "Toutes les communes" if one.bande == ALL else capital(printed(one.bande))
    unknown = plural(one.inconnus, "commune") if one.inconnus else ""
    among = f"{number(one.numerateur)} sur {number(one.denominateur)} {one.parmi}"
    return ShareLine(band, one.compte, percent(100 * (one.taux or 0), 1), among, unknown)
