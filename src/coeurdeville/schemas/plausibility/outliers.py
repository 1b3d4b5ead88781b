"""Numbers far from all the others of their column: a wrong unit, a figure too many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from coeurdeville.core.french import number
from coeurdeville.core.problems import Kind, Level
from coeurdeville.schemas.model import TableSchema
from coeurdeville.schemas.plausibility.contract import Context, Doubt, Doubtful, Reading, Watched
from coeurdeville.schemas.plausibility.names import words
from coeurdeville.schemas.plausibility.places import places

if TYPE_CHECKING:
    import polars as pl

OUTLIERS = Kind(
    "valeur-ecartee",
    "Des valeurs de « {column} » sont très loin des autres, dont la moitié va de {low} à {high}.",
    "Vérifier leur unité et leur saisie ; rien à faire si elles sont justes.",
    Level.WARNING,
)
NAMES = frozenset(
    {"id", "identifiant", "code", "numero", "num", "siren", "siret", "insee", "postal", "cp", "matricule"}
)
"""Words of fields whose numbers are names."""
ENOUGH, FAR = 30, 5.0
"""Values under which nothing is said; and, in lengths of the middle half, how far beyond it a value is an outlier.
A normal law has hardly any so far; a law that has more than one percent is spread, and is not doubted."""
MOST = 0.01


def _watches(schema: TableSchema) -> Sequence[Watched]:
    placed = {name for place in places(schema) for name in place.fields}
    numbers = (one.name for one in schema.fields if one.type in ("number", "integer") and one.name not in placed)
    return [Watched(Reading.NUMBER, (name,)) for name in numbers if not words(name) & NAMES]


def _judge(kept: pl.DataFrame, _: Context) -> Iterator[Doubtful]:
    values = kept["value"]
    count = len(values) - values.null_count()
    low, high = values.quantile(0.25), values.quantile(0.75)
    if count < ENOUGH or low is None or high is None or low == high:
        return
    room = FAR * (high - low)
    far = ((values < low - room) | (values > high + room)).fill_null(value=False)
    if far.sum() <= max(1, MOST * count):
        yield far, {"low": _said(low), "high": _said(high)}


def _said(value: float) -> str:
    return number(value, 0 if value == int(value) else 2)


outliers = Doubt(OUTLIERS, _watches, _judge)
