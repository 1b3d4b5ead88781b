"""The rules, one module each."""

from __future__ import annotations

from functools import cache

from coeurdeville.core.registry import members
from coeurdeville.schemas.rules.contract import Rule


@cache
def rules() -> dict[str, Rule]:
    """Name in the schemas -> rule."""
    return {one.name: one for one in members("coeurdeville.schemas.rules", Rule)}
