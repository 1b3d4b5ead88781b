"""The one rule of confidence: A, B or C, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from coeurdeville.core.french import listing, percent
from coeurdeville.runs.result import Result, Use

FRESH = 5.0
"""Age [years] under which data are recent."""
COVERED = 95.0
"""Share [%] of the town on which the needs must be known."""
IMPUTED = 0.05
"""Share of values filled in by a rule above which it counts."""
EDGE = 10.0
"""Share [%] of objects whose reach leaves an extent above which it counts."""


@dataclass(frozen=True)
class Confidence:
    """How far figures can be trusted, and every reason why not further."""

    grade: Literal["A", "B", "C"]
    reasons: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.grade} ({listing(self.reasons)})" if self.reasons else self.grade


def confidence(result: Result, today: date) -> Confidence:
    """Grade the figures of a run.

    A: dated data under five years, covering the town, under 5 % filled in. B: one of these fails. C: two, or a proxy.

    The reasons of one family (age, ground, filling) count once, however many layers give them.
    """
    old, ground, filled = _old(result, today), _ground(result), _filled(result)
    better = "sert à la place d’une donnée plus précise, qui manque"
    proxies = [f"{_named(use)} {better}" for use in result.used if use.origin.proxy]
    failed = sum(bool(family) for family in (old, ground, filled))
    grade: Literal["A", "B", "C"] = "C" if proxies or failed > 1 else "B" if failed else "A"
    return Confidence(grade, (*old, *ground, *filled, *proxies))


def _old(result: Result, today: date) -> list[str]:
    undated, old = [], []
    for use in result.used:
        vintage = use.origin.vintage
        if vintage is None:
            undated.append(_named(use))
        elif vintage.age(today) > FRESH:
            old.append(f"{_named(use)} ({vintage})")
    said = [f"sans date\u00a0: {listing(undated)}"] if undated else []
    return said + ([f"plus de cinq ans\u00a0: {listing(old)}"] if old else [])


def _named(use: Use) -> str:
    return f"«\u00a0{use.title}\u00a0»"


def _ground(result: Result) -> list[str]:
    said = _coverage(result)
    near = [f"{_named(use)} ({percent(use.near_edge)})" for use in result.used if use.near_edge > EDGE]
    return said + ([f"objets trop près du bord des données\u00a0: {listing(near)}"] if near else [])


def _coverage(result: Result) -> list[str]:
    covered = result.covered()
    if covered is None:
        return ["contour de la commune absent"]
    return [f"{percent(covered)} de la commune seulement"] if covered < COVERED else []


def _filled(result: Result) -> list[str]:
    return [
        f"{percent(100 * use.origin.imputed)} de valeurs estimées dans {_named(use)}"
        for use in result.used
        if use.origin.imputed >= IMPUTED
    ]
