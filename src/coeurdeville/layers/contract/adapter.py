"""How one layer can stand for another, by declaration."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar, get_type_hints

from coeurdeville.layers.contract.layer import Layer

A = TypeVar("A", bound=Layer)
B = TypeVar("B", bound=Layer)

ADAPTERS: dict[type[Layer], dict[type[Layer], Callable[..., Layer]]] = {}
"""Layer wanted -> layer that can stand for it -> how; in the order of preference."""


def adapter(function: Callable[[A], B]) -> Callable[[A], B]:
    """Declare, in the file of the layer that it makes, how another layer can stand for it.

    The layer itself is always preferred, then adapters in the order of their declaration. The
    function states its assumptions with `origin.supposing(...)`.
    """
    given, made = get_type_hints(function).values()
    ADAPTERS.setdefault(made, {})[given] = function
    return function
