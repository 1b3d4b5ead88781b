"""Constraints on values: on a whole column at once where that is sure, on each distinct text where it is not."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from coeurdeville.schemas.checking.exact import Decided
from coeurdeville.schemas.model import Field
from coeurdeville.schemas.types.contract import Exact, FieldType

if TYPE_CHECKING:
    import polars as pl

Surely = Callable[["pl.Series", "pl.Series | None"], Any]
"""From texts and quick values, which cells surely keep the constraint; null or false: to be decided. None: all are."""
BOUNDS = {
    "minimum": operator.ge, "maximum": operator.le, "exclusiveMinimum": operator.gt, "exclusiveMaximum": operator.lt,
}  # fmt: skip
INNER = {
    "minimum": operator.gt,
    "maximum": operator.lt,
    "exclusiveMinimum": operator.gt,
    "exclusiveMaximum": operator.lt,
}
CHECKED = ("enum", "pattern", *BOUNDS, "minLength", "maxLength")
"""In the order in which they are said; `required` and `unique` are not of one value."""


@dataclass(frozen=True, eq=False)
class Constraint:
    """One constraint of a field."""

    name: str
    surely: Surely
    decide: Decided
    """Of one text: whether its value keeps the constraint."""

    def broken(self, texts: pl.Series, values: pl.Series | None) -> pl.Series | None:
        """Which texts, all of the right type, do not keep it; None when all do."""
        import polars as pl

        if not len(texts):
            return None
        kept = self.surely(texts, values)
        if kept is None:
            return ~self.decide.right(texts)
        doubtful = ~kept.fill_null(value=False)
        if not doubtful.any():
            return None
        wrong = ~self.decide.right(texts.filter(doubtful))
        return pl.repeat(value=False, n=len(texts), eager=True).scatter(doubtful.arg_true(), wrong)


def constraints_of(field: Field, kind: FieldType, exact: Exact) -> list[Constraint]:
    """The constraints of a field that are judged cell by cell."""
    wanted = {name: field.constraints[name] for name in CHECKED if field.constraints.get(name) is not None}
    return [
        Constraint(name, _surely(name, value, field, kind, exact), Decided(decider(name, value, exact)))
        for name, value in wanted.items()
        if name in kind.constraints
    ]


def bound_of(value: Any, exact: Exact) -> Any:
    """A bound or a listed value, as the type reads it; a number of the descriptor is read as it is written."""
    return exact(value if isinstance(value, str) else str(value))


def decider(name: str, wanted: Any, exact: Exact) -> Callable[[str], bool]:
    """Whether a text of the right type keeps one of the constraints of `CHECKED`."""
    if name in BOUNDS:
        bound, compare = bound_of(wanted, exact), BOUNDS[name]
        return lambda text: _within(exact(text), bound, compare)
    if name == "enum":
        listed = [bound_of(one, exact) for one in wanted]
        return lambda text: exact(text) in listed
    if name == "pattern":
        pattern = re.compile(f"^{wanted}$")
        return lambda text: pattern.match(text) is not None
    compare = operator.ge if name == "minLength" else operator.le
    return lambda text: compare(len(exact(text)), wanted)


def _within(value: Any, bound: Any, compare: Callable[[Any, Any], bool]) -> bool:
    """A number that is not one is within no bound."""
    try:
        return bool(value == value and compare(value, bound))  # noqa: PLR0124 - NaN differs from itself
    except TypeError:
        return False


def _surely(name: str, wanted: Any, field: Field, kind: FieldType, exact: Exact) -> Surely:
    if name in BOUNDS:
        return _in_bounds(name, bound_of(wanted, exact), kind)
    if name == "enum" and kind.name == "string" and field.format == "default":
        return lambda texts, _: texts.is_in([str(one) for one in wanted])
    if name == "pattern":
        return _matching(wanted)
    if name in ("minLength", "maxLength") and kind.name == "string":
        compare = operator.ge if name == "minLength" else operator.le
        return lambda texts, _: compare(texts.str.len_chars(), wanted)
    return lambda *_: None


def _in_bounds(name: str, bound: Any, kind: FieldType) -> Surely:
    def surely(_: pl.Series, values: pl.Series | None) -> Any:
        if values is None:
            return None
        if not kind.slack:
            return BOUNDS[name](values, bound)
        room = kind.slack * max(1.0, abs(float(bound)))
        return INNER[name](values, float(bound) + (room if "inimum" in name else -room))

    return surely


def _matching(pattern: str) -> Surely:
    """Texts matched by the engine of the column, whose every match is one for Python; not all patterns are of both."""
    import polars as pl

    whole = rf"\A(?:^{pattern}$)"
    try:
        pl.Series(["x"]).str.contains(whole)
    except pl.exceptions.ComputeError:
        return lambda *_: None
    return lambda texts, _: texts.str.contains(whole)
