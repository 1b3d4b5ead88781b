"""Which texts a field accepts, by the checker itself."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from coeurdeville.schemas.checking.columns import ColumnCheck
from coeurdeville.schemas.model import Field


def accepted(field: Field, texts: Sequence[Any] | NDArray[Any]) -> NDArray[np.bool_]:
    """Whether each text is of the type of the field and keeps its constraints, those between rows apart.

    A missing text, or one that stands for no value, is accepted: whether the field is required is not judged here.
    """
    import polars as pl

    column = pl.Series([one if isinstance(one, str) else None for one in texts], dtype=pl.String)
    check = _check(_Key(field))
    blank = check.blank(column)
    right = np.ones(len(column), dtype=bool)
    for finding in check.check(column, blank, np.arange(len(column))):
        if finding.rule != "required":
            right[finding.rows] = False
    return right


class _Key:
    """A field compared by identity: it holds lists, which have no hash."""

    def __init__(self, field: Field) -> None:
        self.field = field

    def __hash__(self) -> int:
        return id(self.field)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and other.field is self.field


@lru_cache(maxsize=256)
def _check(key: _Key) -> ColumnCheck:
    return ColumnCheck(key.field, 0)
