"""Names of the towns of the programme, offered while one types."""

from __future__ import annotations

from functools import cache

from coeurdeville.core.french import plain
from coeurdeville.territories.perimeter import programme
from coeurdeville.territories.towns import towns_of


@cache
def programme_names() -> tuple[str, ...]:
    """`Redon (35)`, in alphabetical order: what the search understands."""
    found = sorted(towns_of(programme()).values(), key=lambda one: (plain(one.nom), one.code))
    return tuple(f"{one.nom} ({one.departement.code})" for one in found)
