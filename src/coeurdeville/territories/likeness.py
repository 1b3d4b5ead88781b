"""What two towns have in common: how many people, which région, which climate. Said, never scored."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from coeurdeville.core.french import number
from coeurdeville.territories.climat import climate_zone
from coeurdeville.territories.commune import Commune

BANDS = (2_000, 5_000, 10_000, 20_000, 50_000, 100_000)
"""Limits of the bands of population, in inhabitants; a town on a limit is in the band above."""
ENOUGH = 2
"""Traits in common that make two towns alike, or all those that are known of both."""


@dataclass(frozen=True)
class Profile:
    """What is compared of a town; None is not known."""

    population: int | None
    region: str | None = None
    """Name."""
    climate: str | None = None
    """Zone of `territories.climat`."""


def profile_of(commune: Commune) -> Profile:
    """The profile of a real town."""
    return Profile(commune.population, commune.region.nom, climate_zone(commune.code))


def in_common(one: Profile, other: Profile) -> tuple[str, ...]:
    """`même tranche de population (20 000 à 50 000 habitants)`, `même région (Bretagne)`: what both have, in words."""
    return tuple(words for words, same in _traits(one, other) if same)


def alike(one: Profile, other: Profile) -> bool:
    """Whether they have two traits in common, or the only one that is known of both; never when none is."""
    known = list(_traits(one, other))
    same = sum(found for _, found in known)
    return len(known) > 0 and same >= min(ENOUGH, len(known))


def _traits(one: Profile, other: Profile) -> Iterator[tuple[str, bool]]:
    """Each trait that is known of both towns."""
    if one.population is not None and other.population is not None:
        yield f"même tranche de population ({band(one.population)})", band(one.population) == band(other.population)
    if one.region is not None and other.region is not None:
        yield f"même région ({one.region})", one.region == other.region
    if one.climate is not None and other.climate is not None:
        yield f"même zone climatique ({one.climate})", one.climate == other.climate


def band(population: int) -> str:
    """`20 000 à 50 000 habitants`."""
    place = bisect_right(BANDS, population)
    if place == 0:
        return f"moins de {number(BANDS[0])} habitants"
    if place == len(BANDS):
        return f"{number(BANDS[-1])} habitants et plus"
    return f"{number(BANDS[place - 1])} à {number(BANDS[place])} habitants"
