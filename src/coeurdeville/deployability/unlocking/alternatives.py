"""The smallest sets of layers that would make a service run: asked of the resolver itself, not guessed from needs."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache
from itertools import combinations

from coeurdeville.deployability.resolver import State, resolve, stand_ins
from coeurdeville.layers.catalogue import DataKind
from coeurdeville.layers.contract.awaited import Awaited
from coeurdeville.services.catalogue import AnyService

Layers = frozenset[DataKind]


@cache
def alternatives(service: AnyService, have: Layers) -> tuple[Layers, ...]:
    """Every smallest set of layers that, added to what is had for sure, makes a service run, degraded or not.

    Each makes it run, and no part of it does; any set that makes it run holds one of them. A layer that can stand for
    another is proposed as the other is. One empty set when it runs already.

    What is needed whatever else is brought is found first; the rest is tried by growing size.
    """
    lacking = [kind for kind in deciding(service) if kind not in have]
    forced = frozenset(kind for kind in lacking if not runs(service, have.union(lacking) - {kind}))
    rest = [kind for kind in lacking if kind not in forced]
    return tuple(forced | more for more in _smallest(service, have | forced, rest))


@cache
def deciding(service: AnyService) -> tuple[DataKind, ...]:
    """The layers that decide whether it runs: needs, what figures require, and what can stand for those."""
    asked = {name for figure in service.indicators.values() if not figure.base for name in figure.requires}
    wanted = [kind for name, kind in service.layers.items() if name in service.needs or name in asked]
    return tuple(dict.fromkeys(kind for one in wanted for kind in stand_ins(one)))


def runs(service: AnyService, available: Collection[DataKind]) -> bool:
    """Whether it gives something with these layers."""
    return resolve(service, available).state is not State.BLOCKED


def minimal(sets: Collection[Layers]) -> tuple[Layers, ...]:
    """Those that hold no other, each once, the smallest first, then by slugs."""
    kept: list[Layers] = []
    for one in sorted(set(sets), key=lambda some: (len(some), sorted(kind.slug for kind in some))):
        if not any(smaller <= one for smaller in kept):
            kept.append(one)
    return tuple(kept)


def readable(layers: Layers) -> bool:
    """Whether code reads each of them, so that bringing the data is enough."""
    return not any(isinstance(kind, Awaited) for kind in layers)


def _smallest(service: AnyService, have: Layers, rest: list[DataKind]) -> Iterator[Layers]:
    found: list[Layers] = []
    for size in range(len(rest) + 1):
        for some in map(frozenset, combinations(rest, size)):
            if not any(one <= some for one in found) and runs(service, have | some):
                found.append(some)
                yield some
        rest = [kind for kind in rest if frozenset([kind]) not in found]
        if frozenset() in found:
            return
