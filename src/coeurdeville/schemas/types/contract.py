"""What a type of field is: how one cell is read, exactly; and how most cells of a column are read at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from coeurdeville.schemas.model import Field

if TYPE_CHECKING:
    import polars as pl

Exact = Callable[[str], Any]
"""The value of one text, None when it is not one. The only authority on what a type accepts."""
Quick = Callable[["pl.Series"], "pl.Series"]
"""Values of the texts of a column that plainly are some, null for those that `Exact` must decide.

A text that it accepts, `Exact` accepts, with the same value; the reverse need not be."""

ORDERED = frozenset({"required", "unique", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "enum"})
MEASURED = frozenset({"required", "unique", "minLength", "maxLength", "enum"})
LISTED = frozenset({"required", "unique", "enum"})


@dataclass(frozen=True)
class FieldType:
    """A type of the Table Schema specification."""

    name: str
    said: str
    """What a cell must be, in French with its article: `un nombre entier`."""
    constraints: frozenset[str]
    exact: Callable[[Field], Exact]
    quick: Callable[[Field], Quick | None] = lambda _: None
    """None where no quick way is known: each distinct text is then read exactly."""
    formats: frozenset[str] | None = frozenset({"default"})
    """Formats of the specification; None when any is accepted (a date pattern)."""
    slack: float = 0.0
    """Relative error of the values of `quick`: near a bound, `exact` decides."""
