"""Communes as a reader looks for them: by région, by département, by name; overseas after the metropole."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from coeurdeville.core.french import plain, plural
from coeurdeville.inventory.ville import FICTIONAL
from coeurdeville.territories.commune import Commune
from coeurdeville.territories.projections import departement_of

UNKNOWN = "Hors du référentiel des communes"
"""Région of a code that is not a commune of today: a fictional town."""


@dataclass(frozen=True)
class Place:
    """A commune and what it is grouped by."""

    code: str
    nom: str
    """The code itself when the commune is not known."""
    departement: str
    """Its name; empty when the commune is not known."""
    region: str
    population: int | None
    overseas: bool


def places(codes: Iterable[str], communes: Mapping[str, Commune]) -> tuple[Place, ...]:
    """The communes of these codes, sorted: metropole, overseas, then those that the mapping does not hold."""
    return tuple(sorted((place(code, communes) for code in codes), key=_order))


def place(code: str, communes: Mapping[str, Commune]) -> Place:
    """One of them."""
    known = communes.get(code)
    overseas = code.startswith(("97", "98"))
    if known is None:
        return Place(code, code, "", UNKNOWN, None, overseas)
    return Place(code, known.nom, known.departement.nom, known.region.nom, known.population, overseas)


def communes_counted(codes: Collection[str]) -> str:
    """`247 communes, dont 3 villes fictives`: those that do not exist are never counted unsaid."""
    unreal = sum(departement_of(code) == FICTIONAL for code in codes)
    apart = f", dont {plural(unreal, 'ville fictive', 'villes fictives')}" if unreal else ""
    return f"{plural(len(codes), 'commune')}{apart}"


def inhabitants(found: Sequence[Place]) -> str:
    """`12 000 habitants`, `12 000 habitants sans compter 2 communes`, `population inconnue`: none is told as zero."""
    unknown = sum(one.population is None for one in found)
    if unknown == len(found) and found:
        return "population inconnue"
    apart = f", sans compter {plural(unknown, 'commune')} de population inconnue" if unknown else ""
    return f"{plural(people(found), 'habitant')}{apart}"


def people(found: Iterable[Place]) -> int:
    """How many inhabitants in all; a commune whose population is not known counts for none."""
    return sum(one.population or 0 for one in found)


def _order(one: Place) -> tuple[bool, bool, str, str, str, str]:
    unknown = one.region == UNKNOWN
    return unknown, one.overseas, plain(one.region), plain(one.departement), plain(one.nom), one.code
