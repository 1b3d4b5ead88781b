"""The detectors of persons, one module each."""

from __future__ import annotations

from functools import cache

from coeurdeville.core.registry import members
from coeurdeville.schemas.personal.contract import Detector


@cache
def detectors() -> tuple[Detector, ...]:
    """Every detector, by rank."""
    return tuple(sorted(members("coeurdeville.schemas.personal", Detector), key=lambda one: (one.rank, one.name)))
