"""What a signature can say: themes, parameters, indicators, breakdowns."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from coeurdeville.core import french


class Theme(StrEnum):
    """The three themes of the call; the value is the key of a colour, the label is what is read."""

    CLIMATE = "climat"
    BIODIVERSITY = "biodiversite"
    RISKS = "risques"

    @property
    def label(self) -> str:
        """`Biodiversité`."""
        return THEME_LABELS[self]


THEME_LABELS = {
    Theme.CLIMATE: "Adaptation au changement climatique",
    Theme.BIODIVERSITY: "Biodiversité",
    Theme.RISKS: "Risques naturels",
}


@dataclass(frozen=True)
class Param:
    """A value that a user may change, with its unit and bounds, both included."""

    title: str
    unit: str = ""
    minimum: float | None = None
    maximum: float | None = None
    reach: tuple[str, ...] = ()
    """Arguments in which the service looks that far [m] around: these layers come that much wider."""
    band: tuple[float, ...] = ()
    """Values at which figures are also given, to show how much they depend on this choice."""
    within: str = ""
    """The parameter of the measure that this threshold may not exceed: nothing was measured beyond."""

    def allows(self, value: float) -> bool:
        """Whether a number is within the bounds; not-a-number never is."""
        low = -math.inf if self.minimum is None else self.minimum
        high = math.inf if self.maximum is None else self.maximum
        return low <= value <= high

    @property
    def bounds(self) -> str:
        """`de 15 à 100 m`, `au moins 0`; empty when there is none."""
        low = -math.inf if self.minimum is None else self.minimum
        high = math.inf if self.maximum is None else self.maximum
        return french.bounds(low, high, self.unit)


@dataclass(frozen=True)
class Indicator:
    """One figure that a service gives."""

    title: str
    unit: str = ""
    higher_is_better: bool | None = None
    """None: neither, or it depends."""
    requires: tuple[str, ...] = ()
    """Improvements without any of which it is Missing, by the name of their argument."""
    digits: int = 0
    """Decimals that the data can bear, for those who word it."""
    base: bool = False
    """What other figures are shares of: alone it answers nothing."""


@dataclass(frozen=True)
class Breakdown:
    """A figure by category, in the order in which it is to be read; it stands where a number would."""

    parts: tuple[tuple[str, float], ...]

    @classmethod
    def of(cls, parts: Mapping[str, float]) -> Breakdown:
        """From category -> value, the order kept."""
        return cls(tuple((str(name), float(value)) for name, value in parts.items()))

    def __len__(self) -> int:
        return len(self.parts)

    @property
    def total(self) -> float:
        """Sum of the parts."""
        return sum(value for _, value in self.parts)

    def top(self) -> tuple[str, float] | None:
        """The largest part, the first of equals; None when there is no part."""
        return max(self.parts, key=lambda part: part[1], default=None)

    def share(self, name: str) -> float:
        """Share [%] of a part in the total; 0 for an unknown part or an empty total."""
        return 100 * dict(self.parts).get(name, 0.0) / self.total if self.total else 0.0
