"""Days that have not come yet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from coeurdeville.core.french import day
from coeurdeville.core.problems import Kind, Level
from coeurdeville.schemas.model import TableSchema
from coeurdeville.schemas.plausibility.contract import Context, Doubt, Doubtful, Reading, Watched
from coeurdeville.schemas.plausibility.names import words

if TYPE_CHECKING:
    import polars as pl

FUTURE = Kind(
    "date-dans-le-futur",
    "Des dates de « {column} » sont après le {today}.",
    "Vérifier l’année de ces dates.",
    Level.WARNING,
)
PLANNED = frozenset(
    {"fin", "end", "prevu", "prevue", "prevision", "previsionnelle", "prochain", "prochaine", "echeance", "expiration"}
    | {"validite", "limite", "livraison", "programme", "programmee", "futur", "future", "objectif", "cible"}
)
"""Words of fields in which a day to come is ordinary."""


def _watches(schema: TableSchema) -> Sequence[Watched]:
    dated = (one.name for one in schema.fields if one.type in ("date", "datetime", "year"))
    return [Watched(Reading.DAY, (name,)) for name in dated if not words(name) & PLANNED]


def _judge(kept: pl.DataFrame, context: Context) -> Iterator[Doubtful]:
    yield (kept["value"] > context.today).fill_null(value=False), {"today": day(context.today)}


future_dates = Doubt(FUTURE, _watches, _judge)
