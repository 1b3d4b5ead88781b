"""Which row names the columns, when a schema says what their names are."""

from __future__ import annotations

from collections.abc import Sequence

from coeurdeville.core.french import plain
from coeurdeville.schemas.model import TableSchema


def best_header(top: Sequence[Sequence[str]], schema: TableSchema | None) -> int | None:
    """Rank from 0 of the row that has most names of the schema, two at least (one when it has one field only).

    None without schema, or when no row has enough: the names may be others.
    """
    if schema is None:
        return None
    names = {plain(name) for name in schema.names}
    scores = [len(names & {plain(cell.strip()) for cell in row}) for row in top]
    best = max(scores, default=0)
    return scores.index(best) if best >= min(2, len(names)) and best else None
