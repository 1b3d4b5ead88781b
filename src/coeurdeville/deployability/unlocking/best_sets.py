"""The smallest sets of layers that unlock most, with what they unlock and by whom they would be brought."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import and_, or_

from coeurdeville.deployability.unlocking.alternatives import Layers
from coeurdeville.deployability.unlocking.competent import Competent
from coeurdeville.deployability.unlocking.goals import Goal, Takes, takes
from coeurdeville.deployability.unlocking.holders import Act, Way, ways
from coeurdeville.deployability.unlocking.locks import Locked
from coeurdeville.deployability.unlocking.search import EFFORT, Best, best
from coeurdeville.layers.catalogue import DataKind
from coeurdeville.layers.contract.awaited import Awaited
from coeurdeville.services.catalogue import AnyService
from coeurdeville.services.contract.described import Described


@dataclass(frozen=True)
class Unlocking:
    """Layers that would be brought to every commune that lacks them, and what would then run that did not."""

    layers: tuple[DataKind, ...]
    """By slug."""
    services: tuple[AnyService, ...]
    """Those that would run somewhere, in the order of the matrix."""
    computed: int
    """Services in communes, of those that code computes: they would run."""
    described: int
    """Services in communes, of those that are only described: they would have their data."""
    towns: int
    """Communes where at least one more service would run."""
    inhabitants: int
    """Of these communes, each counted once."""
    served: int
    """The same, each counted once for every service gained, computed or described."""
    exact: bool
    """Whether no set of as many layers does better for the goal."""
    bound: int
    """What no set of as many layers can pass, in the unit of the goal."""
    value: int
    """What this one reaches, in the same unit."""
    holders: tuple[tuple[Way, int], ...]
    """Who has to do what, and in how many communes; by layer, then the most communes first, then the shortest way."""
    as_good: int | None = None
    """How many other sets of as many layers reach the same value; None when not every set was tried."""
    varying: tuple[DataKind, ...] = ()
    """Layers that some of these sets have and others have not, this one counted; by slug."""

    @property
    def cells(self) -> int:
        """Services in communes."""
        return self.computed + self.described

    @property
    def gap(self) -> float:
        """How far it can be from the best [%]: 0 when it is exact."""
        return 100 * (self.bound - self.value) / self.bound if self.bound else 0.0

    @property
    def unread(self) -> tuple[DataKind, ...]:
        """Those of the layers that no code reads: their data alone would not make a computation run."""
        return tuple(layer for layer in self.layers if isinstance(layer, Awaited))


def unlockings(
    found: Sequence[Locked], goal: Goal = Goal.CELLS, most: int = 4, effort: int = EFFORT
) -> tuple[Unlocking, ...]:
    """The best set of one layer, of two, up to `most`; a size that does no better than a smaller one is left out."""
    code = _Code(takes(found, goal))
    competent = Competent([insee for one in found for insee in one.where.communes])
    kept: list[Unlocking] = []
    for size in range(1, most + 1):
        one = best(code.parts, size, effort, code.unread)
        if one.value > (kept[-1].value if kept else 0):
            kept.append(_told(found, code, one, competent))
    return tuple(kept)


def _told(found: Sequence[Locked], code: _Code, one: Best, competent: Competent) -> Unlocking:
    layers = code.layers(one.layers)
    services: dict[AnyService, None] = {}
    counts: Counter[str] = Counter()
    for group in found:
        opened = [lock.service for lock in group.locks if lock.opened_by(layers)]
        services |= dict.fromkeys(opened)
        described = sum(isinstance(service, Described) for service in opened)
        counts["described"] += group.towns * described
        counts["computed"] += group.towns * (len(opened) - described)
        counts["served"] += group.people * len(opened)
        counts["towns"] += group.towns if opened else 0
        counts["inhabitants"] += group.people if opened else 0
    return Unlocking(
        _sorted(layers), tuple(services), counts["computed"], counts["described"], counts["towns"],
        counts["inhabitants"], counts["served"], one.exact, one.bound, one.value,
        tuple(_ordered(ways(found, layers, competent))), None if one.equals is None else len(one.equals),
        _sorted(code.layers(_varying(one))),
    )  # fmt: skip


def _varying(one: Best) -> int:
    """Bits that not all the best sets have."""
    sets = (one.layers, *(one.equals or ()))
    return reduce(or_, sets) & ~reduce(and_, sets)


def _ordered(counted: Mapping[Way, int]) -> Iterable[tuple[Way, int]]:
    acts = list(Act)
    return sorted(
        counted.items(),
        key=lambda one: (one[0].layer.slug, -one[1], acts.index(one[0].act), one[0].who, one[0].what),
    )


def _sorted(layers: Iterable[DataKind]) -> tuple[DataKind, ...]:
    return tuple(sorted(layers, key=lambda kind: kind.slug))


class _Code:
    """Layers as bits, by slug."""

    def __init__(self, wanted: Takes) -> None:
        self._kinds = _sorted({kind for ways in wanted for way in ways for kind in way})
        bits = {kind: 1 << rank for rank, kind in enumerate(self._kinds)}
        self.unread = sum(bit for kind, bit in bits.items() if isinstance(kind, Awaited))
        self.parts = {tuple(sum(bits[kind] for kind in way) for way in ways): weight for ways, weight in wanted.items()}

    def layers(self, bits: int) -> Layers:
        """The layers of these bits."""
        return frozenset(self._iterate(bits))

    def _iterate(self, bits: int) -> Iterator[DataKind]:
        return (kind for rank, kind in enumerate(self._kinds) if bits >> rank & 1)
