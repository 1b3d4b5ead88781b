"""A column in which some write codes, and others words: `TILCOR` beside `Tilleul à petites feuilles`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from coeurdeville.core.problems import Kind, Level
from coeurdeville.schemas.model import TableSchema
from coeurdeville.schemas.plausibility.contract import Context, Doubt, Doubtful, Reading, Watched
from coeurdeville.schemas.plausibility.names import words
from coeurdeville.schemas.plausibility.outliers import NAMES

if TYPE_CHECKING:
    import polars as pl

MIXED = Kind(
    "codes-et-mots",
    "« {column} » mêle des codes et des mots ; les {fewer} y sont les moins nombreux.",
    "Choisir l’un ou l’autre et remplacer le reste, avec le dictionnaire des codes s’il existe.",
    Level.WARNING,
)
CODE = r"\A[A-Z0-9]*[A-Z][A-Z0-9]*\z"
WORDS = r"[a-zà-ÿœ]{3}"
ENOUGH, LEAST = 20, 0.02
"""Values under which nothing is said; and the share under which what is rare is an accident of its own."""
FREE = frozenset({"commentaire", "commentaires", "observation", "observations", "description", "remarque", "nom"})
"""Words of fields in which anything is written."""


def _watches(schema: TableSchema) -> Sequence[Watched]:
    """Texts that nothing rules: a list or a form of the schema has judged the others."""
    free = (
        one.name
        for one in schema.fields
        if one.type == "string" and one.format == "default" and not {"enum", "pattern"} & set(one.constraints)
    )
    return [Watched(Reading.CODE, (name,)) for name in free if not words(name) & (NAMES | FREE)]


def _judge(kept: pl.DataFrame, _: Context) -> Iterator[Doubtful]:
    values = kept["value"]
    codes, said = (values.str.contains(form).fill_null(value=False) for form in (CODE, WORDS))
    counts = {"codes": int(codes.sum()), "mots": int(said.sum())}
    fewer = min(counts, key=lambda one: counts[one])
    known = len(values) - values.null_count()
    if known >= ENOUGH and counts[fewer] >= max(2, LEAST * known):
        yield codes if fewer == "codes" else said, {"fewer": fewer}


mixed_codes = Doubt(MIXED, _watches, _judge)
