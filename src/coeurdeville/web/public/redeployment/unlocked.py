"""Which data to open first in a selection, worked out once for each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from coeurdeville.core.french import capital, how_many, listing, number, plural, spaced
from coeurdeville.deployability.matrix import Matrix
from coeurdeville.deployability.people import inhabitants
from coeurdeville.deployability.selection import Selection, selected
from coeurdeville.deployability.unlocking.best_sets import Unlocking, unlockings
from coeurdeville.deployability.unlocking.goals import Goal
from coeurdeville.deployability.unlocking.locks import locked
from coeurdeville.deployability.unlocking.words import MOST, of_equals, of_gain, of_gap, of_way
from coeurdeville.deployability.words import named
from coeurdeville.espaces.communes import communes_de
from coeurdeville.layers.contract.awaited import Awaited
from coeurdeville.reports.deployment.overview import sort_of
from coeurdeville.web.public.kept import Kept
from coeurdeville.web.public.links import layer_address, service_address


@dataclass(frozen=True)
class Link:
    """A name, where it leads, a word beside it."""

    title: str
    address: str
    beside: str = ""


@dataclass(frozen=True)
class WaysTo:
    """Who has to do what for one layer."""

    layer: str
    ways: tuple[str, ...]


@dataclass(frozen=True)
class Step:
    """One set of data, and what it would unlock."""

    title: str
    """`Deux données`."""
    layers: tuple[Link, ...]
    gain: str
    reach: str
    services: tuple[Link, ...]
    ways: tuple[WaysTo, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Unlocked:
    """The best sets of a selection."""

    towns: str
    people: str
    steps: tuple[Step, ...]


def _unlocked(matrix: Matrix, key: tuple[Selection, Goal]) -> Unlocked:
    kept, goal = key
    part = selected(matrix, kept, communes_de(matrix.communes))
    found = locked(part, inhabitants())
    towns, people = sum(one.towns for one in found), sum(one.people for one in found)
    return Unlocked(plural(towns, "commune"), plural(people, "habitant"), tuple(map(_step, unlockings(found, goal))))


UNLOCKED = Kept(_unlocked, most=32)


def _step(one: Unlocking) -> Step:
    return Step(
        capital(how_many(len(one.layers), "donnée", feminine=True)),
        tuple(
            Link(layer.title, layer_address(layer.slug), "lecteur à écrire" if isinstance(layer, Awaited) else "")
            for layer in one.layers
        ),
        capital(spaced(f"{' ; '.join(of_gain(one))}.")),
        f"Dans {plural(one.towns, 'commune')}, où vivent {plural(one.inhabitants, 'habitant')}.",
        tuple(Link(service.title, service_address(service.slug), sort_of(service)) for service in one.services),
        tuple(_ways(one)),
        tuple(_notes(one)),
    )


def _ways(one: Unlocking) -> Iterator[WaysTo]:
    for layer, those in groupby(one.holders, key=lambda held: held[0].layer):
        listed = list(those)
        said = [f"{of_way(way)}, {plural(towns, 'commune')}" for way, towns in listed[:MOST]]
        if rest := len(listed) - MOST if len(listed) > MOST else 0:
            said.append(f"et {number(rest)} {'autre façon' if rest == 1 else 'autres façons'}")
        yield WaysTo(layer.title, tuple(said))


def _notes(one: Unlocking) -> Iterator[str]:
    if one.unread:
        layers = listing([named(layer) for layer in one.unread])
        yield spaced(f"Le logiciel ne lit pas encore {layers} : la donnée ouverte, il restera à écrire ce qui la lit.")
    yield spaced(f"{capital(of_gap(one))}.")
    if equals := of_equals(one):
        yield spaced(f"{capital(equals)}.")
