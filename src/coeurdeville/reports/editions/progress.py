"""How far a diagnostic is, in words and in percent."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[str, int], None]
"""Told a French step, such as `Patrimoine arboré`, and the share [%] of the whole that is behind when it starts."""

READING, SERVICES, DRAWING, WRITING, DONE = 0, 5, 60, 75, 100
"""Where each step starts."""


def silent(_step: str, _percent: int) -> None:
    """Nobody is told."""


def service_at(rank: int, services: int) -> int:
    """Where the service of this rank, from zero, starts."""
    return SERVICES + (DRAWING - SERVICES) * rank // services
