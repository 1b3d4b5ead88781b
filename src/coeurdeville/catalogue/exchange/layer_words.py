"""Layers as people name them: by slug, title or usual words; the nearest when none is sure."""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache, lru_cache

from coeurdeville.core.french import slug
from coeurdeville.layers.catalogue import kinds


def couche_of(text: str) -> str | None:
    """Slug of the layer that a text surely names, awaited or not; None for a doubt."""
    return _names().get(slug(text))


@lru_cache(maxsize=4096)
def nearest(text: str) -> str | None:
    """Slug of the layer that a text may be about, to be confirmed; None when it resembles none.

    A layer named within the text comes first, the longest name winning; then one that is spelled nearly alike.
    """
    said = f"-{slug(text)}-"
    within = [name for name in _names() if len(name) > 2 and f"-{name}-" in said]
    near = [max(within, key=len)] if within else get_close_matches(slug(text), _names(), n=1, cutoff=0.75)
    return _names()[near[0]] if near else None


@cache
def _names() -> dict[str, str]:
    """Bare name -> slug. A word that two layers claim names neither."""
    found: dict[str, set[str]] = {}
    for key, kind in kinds().items():
        for name in {key, kind.title, *kind.words}:
            found.setdefault(slug(name), set()).add(key)
    sure = {name: next(iter(keys)) for name, keys in found.items() if len(keys) == 1}
    return sure | {key: key for key in kinds()}
