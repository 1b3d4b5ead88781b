"""The unit of what is said to people: a sentence that answers, then what it rests on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """A statement, already worded. Also a lever, an unknown, a method."""

    answer: str
    """Good: `Trois espèces atteignent le repère de 10 %.` Bad: `Répartition des espèces`."""
    detail: str = ""

    def __post_init__(self) -> None:
        if not self.answer.strip():
            raise ValueError("Finding: answer is empty")
