"""How far a town is with services: the stages that the map and the tables show."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from coeurdeville.deployability.verdict import CellState
from coeurdeville.programme.adoptions.diffusion import Fait


@dataclass(frozen=True)
class Stade:
    """A stage, from the furthest to the nearest."""

    nom: str
    marque: CellState
    """Whose mark draws it."""
    codes: frozenset[tuple[str, str]]
    """Kinds and states that are in it."""


def _stade(nom: str, marque: CellState, sorte: str, *codes: str) -> Stade:
    return Stade(nom, marque, frozenset((sorte, code) for code in codes))


STADES: Final = (
    _stade("service déployé", CellState.PROVEN, "adoption", "deployee"),
    _stade(
        "expérimentation", CellState.POSSIBLE, "experimentation", "preparation", "en_cours", "suspendue", "terminee"
    ),
    _stade("à l’étude", CellState.DEGRADED, "adoption", "etude"),
    _stade("intéressée", CellState.TO_CHECK, "adoption", "interessee"),
    Stade("abandon", CellState.BLOCKED, frozenset({("adoption", "abandonnee"), ("experimentation", "abandonnee")})),
)
"""A town that is at several is drawn at the first."""


def stade(faits: Iterable[Fait]) -> Stade:
    """The furthest stage of a town."""
    held = {(one.sorte, one.code) for one in faits}
    return next(one for one in STADES if held & one.codes)


def par_stade(villes: Mapping[str, Sequence[Fait]]) -> Mapping[Stade, Sequence[str]]:
    """Stage -> codes of the towns drawn there."""
    found: dict[Stade, list[str]] = {one: [] for one in STADES}
    for code, facts in villes.items():
        found[stade(facts)].append(code)
    return found
