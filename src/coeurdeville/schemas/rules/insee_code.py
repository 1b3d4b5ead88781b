"""Insee codes of communes: in the code officiel géographique of the year that the program holds."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from coeurdeville.core.problems import Kind
from coeurdeville.schemas.rules.contract import Params, Rule, Wrong
from coeurdeville.territories.referentiel import read_referentiel

if TYPE_CHECKING:
    import polars as pl

INSEE_CODE = Kind(
    "insee-code",
    "Des codes de « {column} » ne sont pas ceux d’une commune du code officiel géographique {year}.",
    "Vérifier que ce n’est ni un code postal, ni le code d’une ancienne commune, ni un code sans son zéro en tête.",
)
ARRONDISSEMENT = "arrondissement municipal"


@cache
def _known() -> tuple[frozenset[str], str]:
    """Codes of the communes of today and of the arrondissements of Paris, Lyon and Marseille; and the year.

    Raises
    ------
    Refused
        `referentiel-absent`.
    """
    referentiel = read_referentiel()
    today = referentiel.communes["code"].to_pylist()
    others = referentiel.anciennes.select(["code", "sorte"]).to_pylist()
    parts = (one["code"] for one in others if one["sorte"] == ARRONDISSEMENT)
    return frozenset([*today, *parts]), str(referentiel.edition.cog_year or "")


def _check(frame: pl.DataFrame, params: Params) -> Iterator[Wrong]:
    codes, year = _known()
    texts = frame[params["column"]]
    wrong = [text for text in texts.drop_nulls().unique() if text not in codes]
    yield params["column"], texts.is_in(wrong).fill_null(value=False), {"year": year}


insee_code = Rule("insee-code", INSEE_CODE, _check)
