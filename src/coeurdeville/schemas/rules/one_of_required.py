"""Two columns of which at least one is filled."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from coeurdeville.core.french import listing
from coeurdeville.core.problems import Kind
from coeurdeville.schemas.rules.contract import Params, Rule, Wrong, named

if TYPE_CHECKING:
    import polars as pl

ONE_OF = Kind(
    "one-of-required",
    "Des lignes n’ont rien dans {columns} ; l’une de ces colonnes au moins doit être remplie.",
    "Compléter l’une d’elles sur chaque ligne.",
)


def _check(frame: pl.DataFrame, params: Params) -> Iterator[Wrong]:
    import polars as pl

    columns = named(params)
    empty = frame.select(pl.all_horizontal(pl.col(columns).is_null())).to_series()
    yield "", empty, {"columns": listing([f"« {one} »" for one in columns], "ni")}


one_of_required = Rule("one-of-required", ONE_OF, _check, lambda params: len(named(params)) > 1, absent_is_empty=True)
