"""SIREN: nine figures with their key."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from coeurdeville.core.problems import Kind
from coeurdeville.schemas.rules.contract import Params, Rule, Wrong, not_right
from coeurdeville.schemas.rules.luhn import has_key, whole

if TYPE_CHECKING:
    import polars as pl

SIREN = Kind(
    "french-siren-value",
    "Des valeurs de « {column} » ne sont pas des numéros SIREN : neuf chiffres, dont le dernier est une clé de "
    "contrôle.",
    "Retrouver le numéro sur annuaire-entreprises.data.gouv.fr.",
)


def _right(texts: pl.Series) -> pl.Series:
    import polars as pl

    right, numbers = whole(texts, 9)
    return pl.Series(right & has_key(numbers, 9), dtype=pl.Boolean)


def _check(frame: pl.DataFrame, params: Params) -> Iterator[Wrong]:
    yield params["column"], not_right(frame[params["column"]], _right), {}


french_siren = Rule("french-siren-value", SIREN, _check)
