"""The best set of so many layers: every set where that is short, else a good one and how far it can be from the best.

Layers are bits of a number here, and a part of the goal is gained when any one of its alternatives is wholly there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

Parts = Mapping[tuple[int, ...], int]
"""Alternatives, each a set of bits and none empty -> weight, a whole number above zero."""

EFFORT = 2_000_000
"""Comparisons of a set with an alternative beyond which not all sets are tried: a fraction of a second."""


@dataclass(frozen=True)
class Best:
    """One set, and what is known of better ones."""

    layers: int
    """Bits."""
    value: int
    """What it gains."""
    bound: int
    """What no set of this size can pass."""
    equals: tuple[int, ...] | None = None
    """The other sets of as many layers that gain as much; None when not every set was tried."""

    @property
    def exact(self) -> bool:
        """Whether no set of this size does better."""
        return self.value == self.bound


def best(parts: Parts, size: int, effort: int = EFFORT, unread: int = 0) -> Best:
    """The set of at most `size` layers that gains most; of equals, the fewest unread, the fewest, the lowest bits.

    Every set is tried while that takes `effort` comparisons at most; beyond, the better of two greedy sets, and
    `bound`. `unread`: the layers that are not to be chosen when others do as well.
    """
    sets = unions(parts, size, effort)
    if sets is not None:
        most, equal = _highest(parts, sets, unread)
        others = tuple(one for one in equal[1:] if one.bit_count() == equal[0].bit_count())
        return Best(equal[0], most, most, others)
    tried = {greedy(parts, size, per_layer=rule, unread=unread) for rule in (True, False)}
    most, equal = _highest(parts, tried, unread)
    return Best(equal[0], most, bound(parts, size))


def value(parts: Parts, layers: int) -> int:
    """What these layers gain."""
    return sum(weight for ways, weight in parts.items() if any(way & layers == way for way in ways))


def unions(parts: Parts, size: int, effort: int) -> set[int] | None:
    """Every set of at most `size` layers that is a union of alternatives; None when trying them would take more.

    A best set is among them: a layer that completes no alternative can be left out without losing anything, and what
    is left is the union of the alternatives that it holds.
    """
    ways = _ways(parts, size)
    most = effort // max(1, sum(map(len, parts)))
    found = {0}
    for way in ways:
        found |= {one for known in found if (one := known | way).bit_count() <= size}
        if len(found) > most:
            return None
    return found


def greedy(parts: Parts, size: int, *, per_layer: bool, unread: int = 0) -> int:
    """A set built alternative by alternative: each time the one that gains most, by layer that it adds or in all."""
    ways, layers = _ways(parts, size), 0
    while True:
        had = value(parts, layers)
        gains = [
            (Fraction(value(parts, layers | way) - had, added if per_layer else 1), -(way & unread).bit_count(),
             -(layers | way))
            for way in ways
            if (added := (way & ~layers).bit_count()) and (layers | way).bit_count() <= size
        ]  # fmt: skip
        if not gains or max(gains)[0] <= 0:
            return layers
        layers = -max(gains)[-1]


def bound(parts: Parts, size: int) -> int:
    """What no set of at most `size` layers can gain more than.

    Gains are not submodular (half an alternative gains nothing), so the usual bound of a greedy choice does not hold.
    Instead each part of weight w gives each layer l the share x(l) = w / |A|, A its smallest alternative with l in it.
    For any alternative A the shares of its layers sum to w at least: each of the |A| is w / |A| or more. A set S that
    gains the part holds such an A, so the shares of the layers of S for that part sum to w at least; over all parts,
    the gain of S is at most the sum over its layers of the shares that they got, hence at most the sum of the `size`
    largest. Alternatives larger than `size` are in no such S and are left out. Nor can the gain pass all that is left.
    """
    shares: dict[int, Fraction] = {}
    total = 0
    for ways, weight in parts.items():
        kept = sorted((way for way in ways if way.bit_count() <= size), key=int.bit_count, reverse=True)
        smallest = {bit: way.bit_count() for way in kept for bit in _bits(way)}
        total += weight if kept else 0
        for bit, count in smallest.items():
            shares[bit] = shares.get(bit, Fraction()) + Fraction(weight, count)
    return min(total, int(sum(sorted(shares.values(), reverse=True)[:size])))


def _ways(parts: Parts, size: int) -> list[int]:
    """The alternatives that are small enough, each once, sorted."""
    return sorted({way for ways in parts for way in ways if way.bit_count() <= size})


def _highest(parts: Parts, sets: set[int], unread: int) -> tuple[int, list[int]]:
    """What the best of these sets gain, and those sets, in the order of preference."""
    gains = {one: value(parts, one) for one in sets}
    most = max(gains.values())
    equal = (one for one, gain in gains.items() if gain == most)
    return most, sorted(equal, key=lambda one: ((one & unread).bit_count(), one.bit_count(), one))


def _bits(layers: int) -> Iterator[int]:
    while layers:
        yield layers & -layers
        layers &= layers - 1
