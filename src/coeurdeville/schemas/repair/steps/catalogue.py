"""The repairs of cells, in the order in which they go."""

from __future__ import annotations

from functools import cache

from coeurdeville.core.registry import members
from coeurdeville.schemas.repair.steps.contract import Step


@cache
def steps() -> tuple[Step, ...]:
    """Every repair, by rank."""
    return tuple(sorted(members("coeurdeville.schemas.repair.steps", Step), key=lambda one: one.rank))
