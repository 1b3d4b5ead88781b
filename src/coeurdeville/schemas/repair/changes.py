"""What was changed, rule by rule: the log that goes with a repaired file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class Change:
    """One rule applied to one field."""

    rule: str
    """Stable slug."""
    said: str
    """What was done, in French."""
    field: str
    """Name of the field; empty when a whole column of the file is concerned."""
    column: str
    """Column of the file; empty when the values come from several, or from none."""
    count: int
    """Cells or rows concerned."""
    before: str = ""
    after: str = ""
    """An example; empty when nothing is left, or when the values are personal."""
    lost: tuple[tuple[str, int], ...] = ()
    """Each distinct text that is emptied, the most frequent first, and its cells; empty when none is."""


def loss(rule: str, said: str, field: str, column: str, texts: Iterable[str]) -> Change:
    """The change that empties these texts, one for each cell, at least one."""
    lost = tuple(Counter(texts).most_common())
    return Change(rule, said, field, column, sum(count for _, count in lost), lost[0][0], "", lost)


def changes_between(
    before: pd.Series[Any], after: pd.Series[Any], counts: Any, rule: str, said: str, field: str, column: str
) -> list[Change]:
    """The change that made `after` of `before`, both of shape `(n,)`; none when they are the same.

    `counts` holds how many cells each text stands for, shape `(n,)`.
    """
    first, second = (one.astype(object).where(one.notna(), "").to_numpy() for one in (before, after))
    changed = np.flatnonzero(first != second)
    if not len(changed):
        return []
    most = changed[np.argmax(np.asarray(counts)[changed])]
    total = int(np.asarray(counts)[changed].sum())
    return [Change(rule, said, field, column, total, str(first[most]), str(second[most]))]
