"""Layers as people name them: by slug, title or usual words; the nearest when none is sure."""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from coeurdeville.core.french import slug
from coeurdeville.layers.catalogue import kinds

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

ALIKE = 0.75
"""Share of letters that two names must have in common, in order."""


@lru_cache(maxsize=4096)
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
    near = [max(within, key=len)] if within else _alike(slug(text))
    return _names()[near[0]] if near else None


def _alike(said: str) -> list[str]:
    """The name spelled nearly alike. Those that have too few letters in common, in any order, are not compared."""
    import numpy as np

    names, counts = _spelled()
    own = _count(said)
    common = np.minimum(counts, own).sum(axis=1)
    possible = np.flatnonzero(2 * common >= ALIKE * (counts.sum(axis=1) + own.sum()))
    return get_close_matches(said, [names[rank] for rank in possible], n=1, cutoff=ALIKE)


def _count(name: str) -> NDArray[np.int64]:
    """How many times a name has each sign, shape `(129,)`; those beyond ASCII are counted as one."""
    import numpy as np

    return np.bincount([min(ord(sign), 128) for sign in name], minlength=129)


@cache
def _spelled() -> tuple[tuple[str, ...], NDArray[np.int64]]:
    """The names, and the signs of each: shape `(names, 129)`."""
    import numpy as np

    return tuple(_names()), np.stack([_count(name) for name in _names()])


@cache
def _names() -> dict[str, str]:
    """Bare name -> slug. A word that two layers claim names neither."""
    found: dict[str, set[str]] = {}
    for key, kind in kinds().items():
        for name in {key, kind.title, *kind.words}:
            found.setdefault(slug(name), set()).add(key)
    sure = {name: next(iter(keys)) for name, keys in found.items() if len(keys) == 1}
    return sure | {key: key for key in kinds()}
