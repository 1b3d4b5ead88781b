"""Yes and no, in the words that the field lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coeurdeville.schemas.model import Field
from coeurdeville.schemas.types.contract import LISTED, Exact, FieldType, Quick

if TYPE_CHECKING:
    import polars as pl

TRUE, FALSE = ("true", "True", "TRUE", "1"), ("false", "False", "FALSE", "0")
"""What the specification reads when a field lists nothing."""


def words(field: Field) -> dict[str, bool]:
    """Each accepted word and what it means; a word listed on both sides means no."""
    true, false = field.options.get("trueValues", TRUE), field.options.get("falseValues", FALSE)
    return {**dict.fromkeys(true, True), **dict.fromkeys(false, False)}


def _exact(field: Field) -> Exact:
    return words(field).get


def _quick(field: Field) -> Quick:
    known = words(field)

    def read(texts: pl.Series) -> pl.Series:
        import polars as pl

        return texts.replace_strict(known, default=None, return_dtype=pl.Boolean)

    return read


boolean = FieldType("boolean", "oui ou non", LISTED, _exact, _quick)
