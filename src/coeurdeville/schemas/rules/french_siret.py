"""SIRET: a SIREN and five figures, with their key; the establishments of La Poste have another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from coeurdeville.core.problems import Kind
from coeurdeville.schemas.rules.contract import Params, Rule, Wrong, not_right
from coeurdeville.schemas.rules.luhn import digit, has_key, whole

if TYPE_CHECKING:
    import polars as pl

SIRET = Kind(
    "french-siret-value",
    "Des valeurs de « {column} » ne sont pas des numéros SIRET : quatorze chiffres, dont le dernier est une clé de "
    "contrôle.",
    "Retrouver le numéro sur annuaire-entreprises.data.gouv.fr ; un tableur peut avoir ôté un zéro en tête.",
)
LA_POSTE, HEAD_OFFICE = 356_000_000, 35600000000048
"""SIREN of La Poste, and the SIRET of its head office, which alone follows the common key. The other establishments
were too many for it: the sum of their figures is a multiple of five (Insee, documentation of Sirene)."""


def _right(texts: pl.Series) -> pl.Series:
    import polars as pl

    right, numbers = whole(texts, 14)
    siren = numbers // 100_000
    common = has_key(numbers, 14) & has_key(siren, 9)
    post = (siren == LA_POSTE) & (numbers != HEAD_OFFICE)
    by_five = sum(digit(numbers, rank) for rank in range(14)) % 5 == 0
    return pl.Series(right & ((post & by_five) | (~post & common)), dtype=pl.Boolean)


def _check(frame: pl.DataFrame, params: Params) -> Iterator[Wrong]:
    yield params["column"], not_right(frame[params["column"]], _right), {}


french_siret = Rule("french-siret-value", SIRET, _check)
