"""What a repair of cells is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from dataclasses import field as attribute
from typing import TYPE_CHECKING, Any

from coeurdeville.schemas.model import Field

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class Wanted:
    """What the cells of a column must become, and what a hand said of them."""

    field: Field
    unit: str = ""
    """Unit of length in the file, when it is another than the field's."""
    codes: Mapping[str, str] = attribute(default_factory=dict)
    """Cell -> value: the dictionary of codes."""
    zone: str = "Europe/Paris"
    """Where the day of an hour in universal time is told."""

    @property
    def listed(self) -> tuple[str, ...]:
        """The values of the field's list; empty without one."""
        return tuple(str(one) for one in self.field.constraints.get("enum", ()))


Repair = Callable[["pd.Series[Any]", Wanted], "pd.Series[Any]"]
"""From distinct texts to the same mended, each as it was where this repair does not know."""


@dataclass(frozen=True)
class Step:
    """One repair."""

    rule: str
    """Stable slug, in the log of changes."""
    said: str
    """What was done, in French."""
    rank: int
    """Steps go by increasing rank."""
    repair: Repair
    always: bool = False
    """Whether it also looks at texts that the field already accepts."""
