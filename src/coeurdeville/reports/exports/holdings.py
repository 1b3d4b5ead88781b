"""The data of a town as a list: what served, what is there without serving, what is lacking."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from coeurdeville.core.french import plain
from coeurdeville.core.problems import Problem
from coeurdeville.core.provenance import Origin
from coeurdeville.inventory.donnee import Donnee
from coeurdeville.layers.contract.layer import Layer
from coeurdeville.reports.subject import Chapter, Subject
from coeurdeville.reports.uses import uses_of


class State(StrEnum):
    """What became of a layer."""

    USED = "utilisée"
    UNUSED = "présente"
    """No service that ran asked for it, and no map is drawn over it."""
    LACKING = "manquante"


@dataclass(frozen=True)
class Holding:
    """One layer that the town has, or that a service asks for."""

    kind: type[Layer]
    state: State
    services: tuple[str, ...]
    """What it served for (`uses_of`), or the titles of the services that wait for it."""
    donnee: Donnee | None = None
    origin: Origin | None = None
    """None for a layer that is lacking."""
    problems: tuple[Problem, ...] = ()
    """What its reading had to say."""


def holdings_of(subject: Subject, chapters: Sequence[Chapter]) -> list[Holding]:
    """Layers of the town in the order of its inventory, then those that are lacking, by title."""
    return [*_present(subject, chapters), *_lacking(subject)]


def _present(subject: Subject, chapters: Sequence[Chapter]) -> Iterator[Holding]:
    for kind, donnees in subject.donnees.items():
        users = tuple(uses_of(kind, subject, chapters))
        whole = subject.on_offer[kind].layer.origin  # read now: what its reading says is known after
        for donnee in donnees:
            origin = whole if len(donnees) == 1 else donnee.origin
            problems = tuple(subject.problems.get(donnee.id, ()))
            yield Holding(kind, State.USED if users else State.UNUSED, users, donnee, origin, problems)


def _lacking(subject: Subject) -> Iterator[Holding]:
    waiting: dict[type[Layer], list[str]] = {}
    for outcome in subject.outcomes:
        for kind in dict.fromkeys(outcome.forecast.missing.values()):
            waiting.setdefault(kind, []).append(outcome.service.title)
    for kind in sorted(waiting, key=lambda one: plain(one.title)):
        yield Holding(kind, State.LACKING, tuple(waiting[kind]))
