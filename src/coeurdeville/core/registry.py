"""Finding units without a list: every module of a package is looked at, on use."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from difflib import get_close_matches
from typing import TypeVar

from coeurdeville.core.french import plain
from coeurdeville.core.problems import Kind, Refused

T = TypeVar("T")

UNIT_UNKNOWN = Kind(
    "nom-inconnu",
    "{what} « {name} » n’existe pas.{nearest}",
    "Les noms possibles sont : {known}.",
)


def modules(package: str) -> list[str]:
    """Full names of the modules of a package and of its sub-packages, sorted; nothing is imported but packages."""
    root = importlib.import_module(package)
    found = pkgutil.walk_packages(root.__path__, f"{package}.")
    return sorted(one.name for one in found if not one.ispkg and ".contract." not in one.name)


def members(package: str, kind: type[T]) -> Iterator[T]:
    """Instances of `kind` declared in the modules of a package, each by the module that declares it."""
    for name in modules(package):
        for value in vars(importlib.import_module(name)).values():
            if isinstance(value, kind) and getattr(value, "module", name) == name:
                yield value


def subclasses(package: str, kind: type[T]) -> Iterator[type[T]]:
    """Classes declared in the modules of a package that derive from `kind` and have a slug."""
    for name in modules(package):
        for value in vars(importlib.import_module(name)).values():
            declared = isinstance(value, type) and issubclass(value, kind) and value.__module__ == name
            if declared and hasattr(value, "slug"):
                yield value


def pick(name: str, known: dict[str, T], what: str) -> T:
    """The unit of this name, accents and case apart.

    Raises
    ------
    Refused
        `nom-inconnu`, with the nearest name and all of those that exist.
    """
    found = {plain(key): value for key, value in known.items()}
    if plain(name) in found:
        return found[plain(name)]
    near = get_close_matches(plain(name), found, n=1)
    nearest = f" Le plus proche est « {near[0]} »." if near else ""
    raise Refused([UNIT_UNKNOWN(what=what, name=name, nearest=nearest, known=", ".join(sorted(known)))])
