"""What separates the cells of a text table: `;` `,` tab or `|`, counted outside quotes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

CANDIDATES = {";": "point-virgule", ",": "virgule", "\t": "tabulation", "|": "barre verticale"}
"""Each delimiter with its French name, the likeliest in France first."""
NONE = "\x1f"
"""Stands for a delimiter in a file of one column: a character that text does not hold."""

_QUOTED = re.compile(r'"(?:[^"]|"")*"')
_NUMERIC = re.compile(r"\s*[-+]?\d+([.,]\d+)?\s*")


def find_delimiter(sample: str) -> str:
    """The delimiter of the first lines of a file, `NONE` when there is a single column.

    The right one gives most lines the same number of cells, starting with a line that looks like a
    header (no number in it): so `a;b;c` followed by `1,5;2,3;4,5` is not cut at its decimal commas.
    """
    lines = [line for line in _QUOTED.sub("q", sample).splitlines() if line.strip()]
    scores = {candidate: _score(lines, candidate) for candidate in CANDIDATES}
    best = max(scores, key=lambda candidate: scores[candidate])
    return best if scores[best] > (False, 0.0, 0) else NONE


def _score(lines: Sequence[str], candidate: str) -> tuple[bool, float, int]:
    counts = [line.count(candidate) for line in lines]
    usual, agreeing = Counter(count for count in counts if count).most_common(1)[0] if any(counts) else (0, 0)
    if not usual:
        return (False, 0.0, 0)
    first = lines[next(rank for rank, count in enumerate(counts) if count * 2 >= usual)]
    named = not any(_NUMERIC.fullmatch(cell) for cell in first.split(candidate))
    return (named, round(agreeing / len(lines), 1), usual)
