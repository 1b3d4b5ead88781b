"""The data of a town as a list: what served, what is there without serving, what is lacking."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from coeurdeville.core.problems import Problem
from coeurdeville.core.provenance import Origin
from coeurdeville.inventory.donnee import Donnee
from coeurdeville.layers.contract.layer import Layer
from coeurdeville.layers.districts import Districts
from coeurdeville.reports.subject import Chapter, Subject
from coeurdeville.services.contract.page import QUARTER

BY_QUARTER = "Chiffres par quartier"


class State(StrEnum):
    """What became of a layer."""

    USED = "utilisée"
    UNUSED = "présente"
    """No service that ran asked for it."""
    LACKING = "manquante"


@dataclass(frozen=True)
class Holding:
    """One layer that the town has, or that a service asks for."""

    kind: type[Layer]
    state: State
    services: tuple[str, ...]
    """Titles of those that used it, or that wait for it."""
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
        users = tuple(_users(kind, chapters))
        whole = subject.on_offer[kind].layer.origin  # read now: what its reading says is known after
        for donnee in donnees:
            origin = whole if len(donnees) == 1 else donnee.origin
            problems = tuple(subject.problems.get(donnee.id, ()))
            yield Holding(kind, State.USED if users else State.UNUSED, users, donnee, origin, problems)


def _users(kind: type[Layer], chapters: Sequence[Chapter]) -> Iterator[str]:
    """Titles of the services that a layer feeds, then that figures are given by the zones that it draws."""
    for chapter in chapters:
        if any(use.found == kind.id for use in chapter.result.used):
            yield chapter.service.title
    if kind is Districts and any(QUARTER in chapter.told.zonings for chapter in chapters):
        yield BY_QUARTER


def _lacking(subject: Subject) -> Iterator[Holding]:
    waiting: dict[type[Layer], list[str]] = {}
    for outcome in subject.outcomes:
        for kind in dict.fromkeys(outcome.forecast.missing.values()):
            waiting.setdefault(kind, []).append(outcome.service.title)
    for kind in sorted(waiting, key=lambda one: one.title):
        yield Holding(kind, State.LACKING, tuple(waiting[kind]))
