"""The key of French company numbers: the last figure completes a weighted sum to a multiple of ten."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    import polars as pl

Ints = NDArray[np.int64]


def whole(texts: pl.Series, width: int) -> tuple[NDArray[np.bool_], Ints]:
    """Which texts are `width` figures, spaces and points between them apart; and the number they make, else 0."""
    import polars as pl

    figures = texts.str.replace_all(r"[ .\u00a0\u202f]", "")
    right = figures.str.contains(rf"\A[0-9]{{{width}}}\z")
    return right.to_numpy(), figures.set(~right, "0").cast(pl.Int64).to_numpy()


def has_key(numbers: Ints, width: int) -> NDArray[np.bool_]:
    """Whether each number of `width` figures keeps the formula of Luhn: from the right, every other figure doubled."""
    total = np.zeros(len(numbers), dtype=np.int64)
    for rank in range(width):
        figure = digit(numbers, rank) * (1 + rank % 2)
        total += figure - 9 * (figure > 9)
    return np.asarray(total % 10 == 0)


def digit(numbers: Ints, rank: int) -> Ints:
    """The figure at a rank counted from the right, from 0."""
    return np.asarray(numbers // 10**rank % 10, dtype=np.int64)
