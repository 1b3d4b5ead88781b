"""Many rows at the very same point: a place set by default, or rows repeated."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from coeurdeville.core.problems import Kind, Level
from coeurdeville.schemas.plausibility.contract import Context, Doubt, Doubtful
from coeurdeville.schemas.plausibility.places import places

if TYPE_CHECKING:
    import polars as pl

SAME_PLACE = Kind(
    "lieux-repetes",
    "Des lignes ont exactement les mêmes coordonnées que {many} autres au moins.",
    "Vérifier que ces objets sont bien au même endroit : un point a pu être mis par défaut.",
    Level.WARNING,
)
MANY = 5
"""Rows at one point from which they are doubted."""


def _judge(kept: pl.DataFrame, _: Context) -> Iterator[Doubtful]:
    import polars as pl

    pair = ("longitude", "latitude")
    known = kept.drop_nulls(pair)
    crowded = known.group_by(pair).len().filter(pl.col("len") >= MANY).with_columns(crowded=pl.lit(value=True))
    found = kept.join(crowded, on=pair, how="left", maintain_order="left")["crowded"]
    yield found.fill_null(value=False), {"many": str(MANY - 1)}


duplicate_places = Doubt(SAME_PLACE, places, _judge)
