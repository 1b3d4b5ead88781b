"""The verdict on one service given what can be had: the same for every town that has the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from coeurdeville.deployability.provider import Doubt, Provider
from coeurdeville.deployability.resolver import State
from coeurdeville.layers.catalogue import DataKind


class CellState(StrEnum):
    """What a town can do with a service. Never rounded up."""

    PROVEN = "verifie"
    """A run on the data as they stand proves it."""
    POSSIBLE = "possible"
    """Every layer has a provider that covers the town for sure and that code reads."""
    DEGRADED = "degrade"
    """The same of every need; an improvement lacks, or is not sure."""
    TO_CHECK = "a_verifier"
    """Only with a provider of which something is not known, or that no code reads."""
    BLOCKED = "bloque"
    """A need has no provider at all."""

    @property
    def label(self) -> str:
        """What users read."""
        return _LABELS[self]


_LABELS = {
    CellState.PROVEN: "vérifié",
    CellState.POSSIBLE: "possible",
    CellState.DEGRADED: "dégradé",
    CellState.TO_CHECK: "à vérifier",
    CellState.BLOCKED: "bloqué",
}


class Why(StrEnum):
    """What a reason says of a layer."""

    HAD = "acquise"
    """It can be had."""
    STANDS_IN = "remplacee"
    """Another layer stands for it."""
    DOUBTED = "incertaine"
    """Somebody may give it; what is not known is said."""
    ASKABLE = "a-demander"
    """A sure source would give it, and the run that is told did without: it used the files of the town alone."""
    ABSENT = "absente"
    """Nobody is known to give it."""


@dataclass(frozen=True)
class Reason:
    """One layer that the service asks for, and how it stands."""

    why: Why
    layer: DataKind
    need: bool
    """Whether it is a need; else an improvement."""
    provider: Provider | None = None
    """The way that is taken, or the best of those that are not sure; None when there is none."""

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        """What is not known of its provider."""
        return () if self.provider is None else self.provider.doubts


@dataclass(frozen=True)
class Verdict:
    """What can be done, and why."""

    state: CellState
    """Never `PROVEN`: that is the business of a town."""
    reasons: tuple[Reason, ...]
    """One for each layer that the service asks for, needs first."""
    blocking: tuple[DataKind, ...]
    """What to bring first when it does not run for sure."""
    every: bool
    """Whether all that blocks is needed; else any one of them is enough."""
    lost: tuple[str, ...]
    """Titles of the figures that would not be given; none when nothing would."""
    now: State
    """With the files of the town alone, without asking anybody for anything: what a run of today does."""

    @property
    def runs(self) -> bool:
        """Whether it runs for sure, with or without its improvements."""
        return self.state in (CellState.POSSIBLE, CellState.DEGRADED)

    def of(self, why: Why) -> Iterator[Reason]:
        """The reasons of one sort."""
        return (reason for reason in self.reasons if reason.why is why)
