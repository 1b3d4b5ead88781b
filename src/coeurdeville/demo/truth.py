"""What is true of a fictional town, known from how it was made and never from the services that it tests."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coeurdeville.demo.climate import Weather
from coeurdeville.demo.sensors import HeatIsland

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class TreeTruth:
    """Trees planted, by accepted name, genus and family."""

    species: Mapping[str, int]
    genera: Mapping[str, int]
    families: Mapping[str, int]

    @property
    def trees(self) -> int:
        """How many in all."""
        return sum(self.species.values())


@dataclass(frozen=True)
class HamletTruth:
    """What every home of a hamlet satisfies, for any sight from 15 to 50 m and any walk.

    Its three trees stand at 4.5 m from its walls; else no tree within 100 m. Its canopy is above 50 % or under 15 %
    (0 where `three` is false too). Its park, of 8 360 m², is at less than 300 m by the road; else at more than 380 m.
    """

    name: str
    homes: tuple[int, ...]
    """Rows of its homes in the layer of buildings."""
    dwellings: int
    three: bool
    thirty: bool
    three_hundred: bool


@dataclass(frozen=True)
class FloodTruth:
    """What one flood reaches: a building counts as soon as a corner is in the zone, a facility when its point is."""

    buildings: int
    dwellings: int
    people: int
    facilities: int
    hazards: Mapping[str, int]
    """Buildings by the worst hazard class that they meet."""


@dataclass(frozen=True)
class SpeciesTruth:
    """The species that live in the town and how they were recorded."""

    pool: "pd.DataFrame"
    """`taxon`, `name`, `group`, four statuses, `chance` that a record is of it, and times `recorded`."""

    @property
    def richness(self) -> int:
        """Species that live there, recorded or not."""
        return len(self.pool)

    @property
    def recorded(self) -> int:
        """Species recorded at least once."""
        return int((self.pool["recorded"] > 0).sum())

    @property
    def coverage(self) -> float:
        """Probability that the next record is of a species already recorded: what sample coverage estimates."""
        return float(self.pool.loc[self.pool["recorded"] > 0, "chance"].sum())


@dataclass(frozen=True)
class Truth:
    """The known values of a town, one field per service or layer."""

    trees: TreeTruth
    hamlets: tuple[HamletTruth, ...]
    floods: Mapping[str, FloodTruth]
    """By scenario: frequent, moyen, extreme."""
    species: SpeciesTruth
    climate: Weather
    heat_island: HeatIsland
    buildings: int
    dwellings: int
    people: int
    households: int
