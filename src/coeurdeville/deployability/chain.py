"""From a problem to the services that could answer it, to the data that these ask for."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import TypeVar

from coeurdeville.core.problems import Problem, Refused
from coeurdeville.inventory.problemes.probleme import Probleme
from coeurdeville.layers.catalogue import DataKind, kind_named
from coeurdeville.services.catalogue import AnyService, any_service

T = TypeVar("T")


@dataclass(frozen=True)
class Asked:
    """A layer that helps with a problem."""

    layer: DataKind
    needed_by: tuple[AnyService, ...]
    """Services that give nothing without it."""
    improves: tuple[AnyService, ...]
    """Services that give more with it."""
    named: bool
    """The problem names it itself."""


@dataclass(frozen=True)
class Chain:
    """What a problem leads to."""

    probleme: Probleme
    services: tuple[AnyService, ...]
    """In the order in which the problem names them."""
    asked: tuple[Asked, ...]
    """The most needed first, then what improves most; of equals, the first met."""
    problems: tuple[Problem, ...]
    """Services and layers that the problem names and that do not exist."""


def chain_of(probleme: Probleme) -> Chain:
    """The services and the layers of a problem; a name that does not exist is set aside and said."""
    services, missed = known_services(probleme.services)
    named, lost = known_layers(probleme.donnees)
    met = dict.fromkeys([*(kind for one in services for kind in one.layers.values()), *named])
    asked = [_asked(kind, services, kind in named) for kind in met]
    asked.sort(key=lambda one: (-len(one.needed_by), -len(one.improves)))
    return Chain(probleme, services, tuple(asked), (*missed, *lost))


def known_services(slugs: Collection[str]) -> tuple[tuple[AnyService, ...], tuple[Problem, ...]]:
    """The services of these slugs, and what to say of those that do not exist."""
    return _known(slugs, any_service)


def known_layers(slugs: Collection[str]) -> tuple[tuple[DataKind, ...], tuple[Problem, ...]]:
    """The layers of these slugs, awaited or not, and what to say of those that do not exist."""
    return _known(slugs, kind_named)


def _known(slugs: Collection[str], named: Callable[[str], T]) -> tuple[tuple[T, ...], tuple[Problem, ...]]:
    found, problems = list[T](), list[Problem]()
    for slug in slugs:
        try:
            found.append(named(slug))
        except Refused as refused:
            problems.extend(refused.problems)
    return tuple(dict.fromkeys(found)), tuple(problems)


def _asked(kind: DataKind, services: tuple[AnyService, ...], named: bool) -> Asked:
    needed = tuple(one for one in services if kind in one.needs.values())
    improves = tuple(one for one in services if kind in one.layers.values() and one not in needed)
    return Asked(kind, needed, improves, named)
