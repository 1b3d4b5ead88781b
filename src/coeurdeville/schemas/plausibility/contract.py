"""What a doubt is: a warning on values that conform, judged on whole columns."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

from coeurdeville.core.problems import Kind
from coeurdeville.schemas.model import TableSchema

if TYPE_CHECKING:
    import polars as pl

    from coeurdeville.territories.territory import Territory


class Reading(Enum):
    """What is kept of the columns that are watched."""

    NUMBER = "nombre"
    """A column `value` of float64."""
    DAY = "jour"
    """A column `value` of days; the first one for a year."""
    CODE = "code"
    """A column `value` of texts, as long as few are different."""
    PLACE = "lieu"
    """Two columns of float64, `longitude` and `latitude`, as they are written: they may be something else."""


@dataclass(frozen=True)
class Watched:
    """Fields that are judged together, and how they are read."""

    reading: Reading
    fields: tuple[str, ...]
    """One; two for a place written in two columns, the longitude first."""


@dataclass(frozen=True)
class Context:
    """What is known beside the file."""

    today: date
    territory: Territory | None = None


Doubtful: TypeAlias = "tuple[pl.Series, dict[str, str]]"
"""Which rows are doubtful (booleans, shape `(n,)`), and the words of the kind."""


@dataclass(frozen=True)
class Doubt:
    """One sort of doubt."""

    kind: Kind
    """A warning."""
    watches: Callable[[TableSchema], Sequence[Watched]]
    """What it looks at in a schema."""
    judge: Callable[[pl.DataFrame, Context], Iterator[Doubtful]]
    """From what is kept of one `Watched`, null where there is no value."""
