"""Whole numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from coeurdeville.schemas.model import Field
from coeurdeville.schemas.types.contract import ORDERED, Exact, FieldType, Quick

if TYPE_CHECKING:
    import polars as pl

BESIDE = re.compile(r"((^[^-\d]*)|(\D*$))")
"""What may stand around a number that is not bare: `€ 12`, `95 %`."""


def _exact(field: Field) -> Exact:
    bare = field.options.get("bareNumber", True)

    def read(text: str) -> Any:
        written = text.strip()
        try:
            return int(written if bare else BESIDE.sub("", written))
        except ValueError:
            return None

    return read


def _quick(_: Field) -> Quick:
    return _whole


def _whole(texts: pl.Series) -> pl.Series:
    import polars as pl

    return texts.cast(pl.Int64, strict=False)


integer = FieldType("integer", "un nombre entier", ORDERED, _exact, _quick)
