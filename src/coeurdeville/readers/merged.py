"""Headers on two rows of a workbook, where cells merged above give their name to those below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any


def spread_over(rows: list[list[str]], merged: Sequence[Any]) -> int | None:
    """Writes the names of a two-row header on its first row, in place: `Dimensions hauteur`, `Dimensions tronc`.

    Returns the rank of that row, None when no header stands on two rows. It does when, under the first row with
    cells merged over some of the columns, there is a name under each merged column and nothing under the others.

    Parameters
    ----------
    rows : the first rows of the sheet, as text, all of one length.
    merged : pairs of (row, column) of the first and last cell of each merged range, from 0.
    """
    wide = [(top, left, right) for (top, left), (bottom, right) in merged if left < right and top == bottom]
    wide = [(top, left, right) for top, left, right in wide if right - left + 1 < len(rows[0])]
    above = min((top for top, _, _ in wide), default=len(rows))
    if above + 1 >= len(rows):
        return None
    upper, lower = list(rows[above]), rows[above + 1]
    covered: set[int] = set()
    for top, left, right in wide:
        if top == above:
            covered.update(range(left, right + 1))
            upper[left : right + 1] = [upper[left]] * (right - left + 1)
    if {column for column, cell in enumerate(lower) if cell.strip()} != covered:
        return None
    rows[above] = [" ".join(filter(None, pair)) for pair in zip(upper, lower, strict=True)]
    return above
