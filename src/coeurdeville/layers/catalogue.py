"""Every layer that is declared, by what users type and by what the code says."""

from __future__ import annotations

from functools import cache

from coeurdeville.core.registry import pick, subclasses
from coeurdeville.layers.contract.layer import Layer


@cache
def layers() -> dict[str, type[Layer]]:
    """Slug -> layer, sorted."""
    return {kind.slug: kind for kind in sorted(subclasses("coeurdeville.layers", Layer), key=lambda one: one.slug)}  # type: ignore[type-abstract]


def layer(slug: str) -> type[Layer]:
    """The layer that users call `slug`; `Refused` names the nearest."""
    return pick(slug, layers(), "La couche")


def layer_of(identifier: str) -> type[Layer]:
    """The layer of this identifier, as stored results name it."""
    return next(kind for kind in layers().values() if kind.id == identifier)
