"""Every layer that is declared, by what users type and by what the code says; and those that are awaited."""

from __future__ import annotations

from functools import cache

from coeurdeville.core.registry import pick, subclasses
from coeurdeville.layers.contract.awaited import FOLDER, Awaited, read_awaited
from coeurdeville.layers.contract.layer import Layer

DataKind = type[Layer] | Awaited
"""What an inventory can list and a service can ask for: data that can be read, or that are awaited."""


@cache
def layers() -> dict[str, type[Layer]]:
    """Slug -> layer, sorted."""
    return {kind.slug: kind for kind in sorted(subclasses("coeurdeville.layers", Layer), key=lambda one: one.slug)}  # type: ignore[type-abstract]


@cache
def awaited() -> dict[str, Awaited]:
    """Slug -> awaited layer, sorted."""
    return {path.stem: read_awaited(path) for path in sorted(FOLDER.glob("*.toml"))}


@cache
def kinds() -> dict[str, DataKind]:
    """Slug -> layer, awaited or not, sorted."""
    found: dict[str, DataKind] = {**awaited(), **layers()}
    return dict(sorted(found.items()))


def layer(slug: str) -> type[Layer]:
    """The layer that users call `slug`; `Refused` names the nearest."""
    return pick(slug, layers(), "La couche")


def kind_named(slug: str) -> DataKind:
    """The layer that users call `slug`, awaited or not; `Refused` names the nearest."""
    return pick(slug, kinds(), "La couche")


def layer_of(identifier: str) -> type[Layer]:
    """The layer of this identifier, as stored results name it."""
    return next(kind for kind in layers().values() if kind.id == identifier)
