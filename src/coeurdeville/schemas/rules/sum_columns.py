"""A total that is the sum of other columns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from coeurdeville.core.french import quoted
from coeurdeville.core.problems import Kind
from coeurdeville.schemas.rules.contract import Params, Rule, Wrong

if TYPE_CHECKING:
    import polars as pl

SUM = Kind(
    "sum-columns-value",
    "Sur des lignes, « {column} » n’est pas la somme de {others}.",
    "Vérifier le total et les nombres qui le font.",
)
NEAR = 1e-9
"""Relative error of a sum of decimal numbers."""


def _usable(params: Params) -> bool:
    return isinstance(params.get("column"), str) and isinstance(params.get("columns"), list) and bool(params["columns"])


def _check(frame: pl.DataFrame, params: Params) -> Iterator[Wrong]:
    """A row where a number lacks is not judged."""
    import polars as pl

    total = pl.col(params["column"]).cast(pl.Float64, strict=False)
    parts = pl.sum_horizontal(pl.col(params["columns"]).cast(pl.Float64, strict=False), ignore_nulls=False)
    far = (total - parts).abs() > NEAR * pl.max_horizontal(1.0, total.abs())
    wrong = frame.select(far.fill_null(value=False)).to_series()
    yield params["column"], wrong, {"others": quoted(params["columns"], 10)}


sum_columns = Rule("sum-columns-value", SUM, _check, _usable)
