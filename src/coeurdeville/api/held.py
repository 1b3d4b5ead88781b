"""Answers kept as long as what they are made from is the same object, on the same day."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from datetime import date
from typing import Generic, TypeVar

T = TypeVar("T")
KEPT = 256


@dataclass
class Held(Generic[T]):
    """The answers made from one object, dropped together when another takes its place or the day ends."""

    source: object = None
    day: date | None = None
    answers: dict[Hashable, T] = field(default_factory=dict)

    def get(self, source: object, key: Hashable, make: Callable[[], T]) -> T:
        """The answer of this key, made when there is none yet. Two that are made at once are the same."""
        today = date.today()
        if self.source is not source or self.day != today or len(self.answers) >= KEPT:
            self.source, self.day, self.answers = source, today, {}
        answers = self.answers
        if key not in answers:
            answers[key] = make()
        return answers[key]
