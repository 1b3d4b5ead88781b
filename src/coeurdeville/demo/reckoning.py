"""The truth of a town worked out from what was drawn: counts of what was planted, heights above the river."""

from collections import Counter

import numpy as np

from coeurdeville.demo.flood import CLASSES, SCENARIOS, bands, flooded
from coeurdeville.demo.hamlets import Hamlet
from coeurdeville.demo.people import Homes
from coeurdeville.demo.species import SPECIES
from coeurdeville.demo.terrain import River
from coeurdeville.demo.trees import Planted
from coeurdeville.demo.truth import FloodTruth, HamletTruth, TreeTruth


def tree_truth(planted: Planted) -> TreeTruth:
    """Counts of what was planted."""
    counts = np.bincount(planted.species, minlength=len(SPECIES)).tolist()
    tallies: tuple[Counter[str], Counter[str], Counter[str]] = (Counter(), Counter(), Counter())
    for species, count in zip(SPECIES, counts, strict=True):
        for tally, name in zip(tallies, (species.name, species.genus, species.family), strict=True):
            tally.update({name: count} if count else {})
    return TreeTruth(*(dict(tally) for tally in tallies))


def hamlet_truths(hamlets: list[Hamlet], first: int, dwellings: np.ndarray) -> tuple[HamletTruth, ...]:
    """The promise of each hamlet, for its homes: rows from `first` on, hamlet after hamlet."""
    found = []
    for hamlet in hamlets:
        rows = range(first, first + len(hamlet.homes))
        first = rows.stop
        p = hamlet.promise
        total = int(dwellings[rows].sum())
        found.append(HamletTruth(p.name, tuple(rows), total, p.three, p.thirty, p.three_hundred))
    return tuple(found)


def flood_truths(
    river: River, shapes: np.ndarray, dwellings: np.ndarray, homes: Homes, facilities: np.ndarray
) -> dict[str, FloodTruth]:
    """Counts for each scenario from the height of corners and points above the river; in the town's frame."""
    found = {}
    for scenario in SCENARIOS:
        reached = flooded(shapes, river, scenario.level)
        found[scenario.name] = FloodTruth(
            int(reached.sum()),
            int(dwellings[reached].sum()),
            int(homes.people[reached].sum()),
            int(flooded(facilities, river, scenario.level).sum()),
            hazard_counts(river, shapes, scenario.name),
        )
    return found


def hazard_counts(river: River, shapes: np.ndarray, scenario: str) -> dict[str, int]:
    """Buildings of one scenario by the worst class that they meet; every class that the scenario has is there."""
    rank = {name: worst for worst, (name, _) in enumerate(CLASSES)}
    own = sorted((band for band in bands() if band.scenario.name == scenario), key=lambda band: -rank[band.hazard])
    left, counts = np.ones(len(shapes), dtype=bool), {}
    for band in own:
        met = left & flooded(shapes, river, band.high)
        counts[band.hazard] = int(met.sum())
        left &= ~met
    return counts
