"""Columns that go together: all filled, or all empty."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from coeurdeville.core.french import quoted
from coeurdeville.core.problems import Kind
from coeurdeville.schemas.rules.contract import Params, Rule, Wrong, named

if TYPE_CHECKING:
    import polars as pl

COHESIVE = Kind(
    "cohesive-columns-value",
    "Sur des lignes, {columns} ne sont ni toutes remplies ni toutes vides.",
    "Compléter ces lignes, ou vider les autres colonnes du groupe.",
)


def _usable(params: Params) -> bool:
    return isinstance(params.get("column"), str) and len(named(params)) > 1


def _check(frame: pl.DataFrame, params: Params) -> Iterator[Wrong]:
    import polars as pl

    columns = named(params)
    filled = [pl.col(one).is_not_null() for one in columns]
    mixed = frame.select(pl.any_horizontal(filled) & ~pl.all_horizontal(filled)).to_series()
    yield "", mixed, {"columns": quoted(columns, 10)}


cohesive_columns = Rule("cohesive-columns-value", COHESIVE, _check, _usable, absent_is_empty=True)
