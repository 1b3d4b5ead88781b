"""Two columns in order: a date after another, a count at most another."""

from __future__ import annotations

import operator
from collections.abc import Iterator
from typing import TYPE_CHECKING

from coeurdeville.core.problems import Kind
from coeurdeville.schemas.rules.contract import Params, Rule, Wrong

if TYPE_CHECKING:
    import polars as pl

COMPARE = Kind(
    "compare-columns-value",
    "Sur des lignes, « {column} » n’est pas {order} « {other} ».",
    "Vérifier les deux valeurs de ces lignes : elles ont pu être échangées.",
)
ORDERS = {
    "<": (operator.lt, "plus petit que"),
    "<=": (operator.le, "plus petit que, ni égal à,"),
    "==": (operator.eq, "égal à"),
    ">=": (operator.ge, "plus grand que, ni égal à,"),
    ">": (operator.gt, "plus grand que"),
}


def _usable(params: Params) -> bool:
    return params.get("op") in ORDERS and all(isinstance(params.get(one), str) for one in ("column", "column2"))


def _check(frame: pl.DataFrame, params: Params) -> Iterator[Wrong]:
    """Two numbers are compared as numbers, other values as texts: so are days, from the year to the day."""
    import polars as pl

    compare, order = ORDERS[params["op"]]
    left, right = frame[params["column"]], frame[params["column2"]]
    first, second = (one.cast(pl.Float64, strict=False) for one in (left, right))
    by_number = first.is_not_null() & second.is_not_null()
    kept = compare(left, right).zip_with(~by_number, compare(first, second))
    yield params["column"], ~kept.fill_null(value=True), {"order": order, "other": params["column2"]}


compare_columns = Rule("compare-columns-value", COMPARE, _check, _usable)
