"""Every source that is declared, by what users type."""

from __future__ import annotations

from functools import cache
from typing import Any

from coeurdeville.core.registry import members, pick
from coeurdeville.sources.contract.source import Source


@cache
def sources() -> dict[str, Source[Any]]:
    """Slug -> source, by layer, then by title."""
    found = members("coeurdeville.sources", Source)
    return {one.slug: one for one in sorted(found, key=lambda one: (one.layer.slug, one.title))}


def source(slug: str) -> Source[Any]:
    """The source that users call `slug`; `Refused` names the nearest."""
    return pick(slug, sources(), "La source")
