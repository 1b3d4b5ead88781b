"""The repaired file of a checking, for the space of a town that takes it over."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from coeurdeville.web.public.schemas.checking.kept import kept
from coeurdeville.web.public.schemas.checking.mending import MAPPING, table_name


@dataclass(frozen=True)
class Given:
    """What a space takes over."""

    table: Path
    """Conforming CSV: commas, UTF-8."""
    mapping: Path
    """The mapping that made it, for next year."""
    schema: str
    """Name of the schema of the project."""
    original: str
    """How the file that was sent is called."""
    commune: str
    """Insee code that the visitor gave; empty: none."""


def repaired_file(token: str) -> Given | None:
    """The file that a checking repaired; None when there is none, or no longer."""
    found = kept(token)
    if found is None:
        return None
    state = found.state
    table = found.result(table_name(state.schema))
    return Given(table, found.result(MAPPING), state.schema, state.file, state.commune) if table.is_file() else None
