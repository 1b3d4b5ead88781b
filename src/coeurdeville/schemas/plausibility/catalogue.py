"""The sorts of doubt, one module each."""

from __future__ import annotations

from functools import cache

from coeurdeville.core.registry import members
from coeurdeville.schemas.plausibility.contract import Doubt


@cache
def doubts() -> tuple[Doubt, ...]:
    """All of them, sorted by module."""
    return tuple(members("coeurdeville.schemas.plausibility", Doubt))
