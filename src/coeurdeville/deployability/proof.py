"""What proves that a service runs in a town: a run that was kept, on the data as they stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Proof:
    """One run."""

    key: str
    """Key of the run: it changes with the data, the code and the parameters, so an old run proves nothing."""
    day: date
    """When it was computed."""
    confidence: str = ""
    """Its grade and why, as the rule of runs gives them: `B (plus de cinq ans : « Arbres » (2017))`."""


Proofs = Mapping[tuple[str, str], Proof]
"""Insee code and slug of the service -> the run that proves it."""
