"""What could not be understood in a file, gathered: each text once, with the places where it stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from coeurdeville.core.problems import Kind, Problem


@dataclass
class Doubts:
    """Problems in the making: one for each kind and wording, whatever the number of rows."""

    _places: defaultdict[tuple[Kind, tuple[tuple[str, str], ...]], list[str]] = field(
        default_factory=lambda: defaultdict(list)
    )

    def note(self, kind: Kind, place: str, **words: str) -> None:
        """Remember one place of a problem."""
        self._places[kind, tuple(sorted(words.items()))].append(place)

    def problems(self) -> tuple[Problem, ...]:
        """Each problem with its places, in the order in which they were first met."""
        return tuple(_problem(kind, dict(words), places) for (kind, words), places in self._places.items())


def _problem(kind: Kind, words: Mapping[str, Any], places: Sequence[str]) -> Problem:
    return kind(examples=places, **words)
