"""What is drawn from the cells of a column, and the words for what does not fit."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np

from coeurdeville.core.french import number, percent
from coeurdeville.schemas.proposing.columns import Shared

if TYPE_CHECKING:
    import pandas as pd

SURE = 0.95
"""Share of the filled cells that must be of a type for the column to be."""


@dataclass(frozen=True)
class Inferred:
    """A type and what goes with it, as a descriptor of field writes it."""

    type: str
    example: str = ""
    options: dict[str, Any] = field(default_factory=dict)
    """`format`, `trueValues`…"""
    constraints: dict[str, Any] = field(default_factory=dict)
    seen: tuple[str, ...] = ()
    """What was seen and must be known before the schema is settled, in French."""


Judge: TypeAlias = Callable[["pd.Series", Shared], Inferred | None]
"""From the filled cells of a column, and the column, what it is; None when it is not of the type that is tried."""


def observed(known: Any) -> Iterator[str]:
    """Between which numbers they are."""
    yield f"de {number(known.min(), _digits(known))} à {number(known.max(), _digits(known))} dans les fichiers"


def strangers(share: float, what: str) -> Iterator[str]:
    """How many cells are something else, `share` from 0 to 1; nothing when none is."""
    if share > 0:
        yield f"{percent(100 * share, 1)} des cellules : {what}"


def plain_number(value: float, *, whole: bool = False) -> str:
    """As a program writes it: a point, no exponent, six decimals at most."""
    return str(int(value)) if whole else np.format_float_positional(round(float(value), 6), trim="-")


def _digits(known: Any) -> int:
    return 0 if (known == np.round(known)).all() else 2
