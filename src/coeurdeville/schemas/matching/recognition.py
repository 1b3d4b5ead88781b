"""Which schema of the project a file is about, told by its columns; nothing is guessed when two could be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from coeurdeville.schemas.catalogue import own_schemas, schema
from coeurdeville.schemas.matching.names import WITHIN, name_score, usual_names

ENOUGH = 2
"""Columns of a schema's own that make a file its."""


@dataclass(frozen=True)
class Likeness:
    """How much a file looks like a schema."""

    schema: str
    own: int
    """Fields of this schema and of no other that a column has the name of, or a usual name."""
    fields: int
    """Fields of it, those that every table has included (name, address, coordinates)."""
    plausible: bool = False
    """Whether it is the one, the others being behind."""


def likenesses(columns: Sequence[str]) -> tuple[Likeness, ...]:
    """Every schema of the project, the most like first; at most one is `plausible`. Names alone are looked at."""
    found = sorted((_likeness(columns, name) for name in own_schemas()), key=lambda one: (-one.own, -one.fields))
    first, *others = found
    clear = first.own >= ENOUGH and all(one.own < first.own for one in others)
    return (replace(first, plausible=clear), *others)


def _likeness(columns: Sequence[str], name: str) -> Likeness:
    described = schema(name).schema
    usual = usual_names(described)
    named = {one.name for one in described.fields
             if any(name_score(column, one, usual[one.name])[0] >= WITHIN for column in columns)}  # fmt: skip
    return Likeness(name, len(named & _own_fields(name)), len(named))


@cache
def _own_fields(name: str) -> frozenset[str]:
    """Fields that no other schema of the project has."""
    times = Counter(field for one in own_schemas() for field in schema(one).schema.names)
    return frozenset(field for field in schema(name).schema.names if times[field] == 1)
