"""How far a town is with services: the stages that maps and tables show."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final

from coeurdeville.deployability.verdict import CellState


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
    _stade("expérimentation", CellState.POSSIBLE, "experimentation", "en_cours", "suspendue", "terminee"),
    Stade(
        "à l’étude ou en préparation",
        CellState.DEGRADED,
        frozenset({("adoption", "etude"), ("experimentation", "preparation")}),
    ),
    _stade("intéressée", CellState.TO_CHECK, "adoption", "interessee"),
    Stade("abandon", CellState.BLOCKED, frozenset({("adoption", "abandonnee"), ("experimentation", "abandonnee")})),
)
"""A town that is at several is drawn at the first."""


@dataclass(frozen=True)
class Situee:
    """A town, and its furthest stage."""

    nom: str
    stade: Stade


def stade(etats: Collection[tuple[str, str]]) -> Stade:
    """The furthest stage among kinds and states."""
    return next(one for one in STADES if one.codes & set(etats))


def par_stade(villes: Mapping[str, Situee]) -> Mapping[Stade, list[str]]:
    """Stage -> codes of the towns drawn there."""
    return {stage: [code for code, one in villes.items() if one.stade == stage] for stage in STADES}
