"""What a rule is: a check beyond the specification, that a schema declares in `custom_checks`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from coeurdeville.core.problems import Kind
from coeurdeville.schemas.checking.exact import Decided

if TYPE_CHECKING:
    import polars as pl

Params: TypeAlias = Mapping[str, Any]
"""What the schema says of one use of a rule: `column`, `column2`, `othercolumns`, `op`…"""
Wrong: TypeAlias = "tuple[str, pl.Series, dict[str, str]]"
"""The column concerned (empty: whole rows), which rows are wrong (booleans, shape `(n,)`), and the words of the kind.

The words are the same for all parts of a table."""
Check: TypeAlias = "Callable[[pl.DataFrame, Params], Iterator[Wrong]]"
"""From texts by field, null where there is no value; numbers and days are written the usual way (`12.5`,
`2026-11-23`) whatever the field declares, and null where they cannot be read: this was said already."""


def _has_column(params: Params) -> bool:
    return isinstance(params.get("column"), str)


@dataclass(frozen=True)
class Rule:
    """A check, and how what it finds is said."""

    name: str
    """As schemas write it; also the code of its kind."""
    kind: Kind
    check: Check
    usable: Callable[[Params], bool] = _has_column
    """Whether the parameters are those that it wants."""
    absent_is_empty: bool = False
    """Whether a column that is not in the file stands for an empty one, as long as another is there."""


def named(params: Params) -> tuple[str, ...]:
    """The columns that the parameters of a rule name, in order, each once."""
    found: list[str] = []
    for key in ("column", "column1", "column2", "othercolumns", "columns"):
        given = params.get(key)
        found.extend([given] if isinstance(given, str) else given if isinstance(given, list) else [])
    return tuple(dict.fromkeys(map(str, found)))


def each(judge: Callable[[str], bool]) -> Check:
    """The check of one column whose every value is judged alone, each distinct one once."""

    def check(frame: pl.DataFrame, params: Params) -> Iterator[Wrong]:
        texts = frame[params["column"]]
        yield params["column"], not_right(texts, Decided(judge).right), {}

    return check


def not_right(texts: pl.Series, right: Callable[[pl.Series], pl.Series]) -> pl.Series:
    """Which values are not right, a null being no value; `right` is asked of the values alone."""
    import polars as pl

    known = texts.is_not_null()
    wrong = ~right(texts.filter(known))
    return pl.repeat(value=False, n=len(texts), eager=True).scatter(known.arg_true(), wrong)
