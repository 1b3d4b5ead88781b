"""Names of columns as dBase tables, those of Shapefiles, cut them."""

from __future__ import annotations

from collections.abc import Iterable

LONGEST = 10
"""Characters of the name of a column in a dBase table."""


def with_cut(names: Iterable[str], *, cut: bool) -> tuple[str, ...]:
    """Plain names, each once; when the file cuts them, their first `LONGEST` characters after all whole ones."""
    whole = tuple(names)
    pieces = (name[:LONGEST].rstrip("_") for name in whole if len(name) > LONGEST) if cut else ()
    return tuple(dict.fromkeys((*whole, *pieces)))
