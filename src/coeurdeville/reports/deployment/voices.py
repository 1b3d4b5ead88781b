"""How services are spoken of: one that code computes runs; one that is only described would have its data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from coeurdeville.core.french import agree, listing, number, plural
from coeurdeville.reports.deployment.overview import sort_of
from coeurdeville.services.catalogue import AnyService


@dataclass(frozen=True)
class Voice:
    """The words for one sort of services. Pairs are for one service and for several."""

    sort: str
    can: str
    """After the name of one service, before where."""
    cannot: str
    """The same, before « dans aucune »."""
    where: str
    """Heading over a map."""
    here: str
    """Heading over counts of services, in one commune."""
    full: str
    """Before the names of the communes where nothing lacks."""
    nothing: str
    """Sentence: nothing blocks."""
    everywhere: tuple[str, str]
    none_everywhere: str
    nowhere: tuple[str, str]
    somewhere: str


VOICES = {
    "calculé": Voice(
        "calculé",
        "peut tourner",
        "ne tourne à coup sûr",
        "Où il peut tourner",
        "Calculés qui tournent",
        "Tourne en entier",
        "Rien : le service tourne partout, avec ou sans ses améliorations.",
        ("tourne à coup sûr dans toutes les communes", "tournent à coup sûr dans toutes les communes"),
        "aucun ne tourne à coup sûr dans toutes les communes",
        ("ne tourne à coup sûr dans aucune", "ne tournent à coup sûr dans aucune"),
        "chacun tourne dans une commune au moins",
    ),
    "décrit": Voice(
        "décrit",
        "aurait ses données",
        "n’aurait ses données à coup sûr",
        "Où il aurait ses données",
        "Décrits qui auraient leurs données",
        "Aurait toutes ses données",
        "Rien : le service aurait ses données partout, avec ou sans ses améliorations.",
        ("aurait ses données dans toutes les communes", "auraient leurs données dans toutes les communes"),
        "aucun n’aurait ses données dans toutes les communes",
        ("ne les aurait à coup sûr dans aucune", "ne les auraient à coup sûr dans aucune"),
        "chacun les aurait dans une commune au moins",
    ),
}
"""By sort, as `sort_of`."""


def voice(service: AnyService) -> Voice:
    """The words for a service."""
    return VOICES[sort_of(service)]


def counted(services: Sequence[AnyService]) -> str:
    """`4 services calculés et 20 services décrits`; a sort that has none is not named."""
    counts = {sort: sum(sort_of(one) == sort for one in services) for sort in VOICES}
    return listing([plural(count, f"service {sort}") for sort, count in counts.items() if count])


def everywhere(one: Voice, count: int) -> str:
    """How many services have all communes: `2 tournent à coup sûr dans toutes les communes`."""
    return f"{number(count)} {agree(count, *one.everywhere)}" if count else one.none_everywhere


def nowhere(one: Voice, count: int) -> str:
    """How many services have no commune: `3 ne tournent à coup sûr dans aucune`."""
    return f"{number(count)} {agree(count, *one.nowhere)}" if count else one.somewhere
