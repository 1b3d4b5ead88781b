"""How many species there are beyond those seen, and how complete the records are.

`Sample` holds what was seen: individuals of each species (`abundances`) or, where individuals cannot be counted, the
number of visits in which each species was met (`incidences`). The same formulas serve both, with the number of
individuals or of visits as size (`chao_2014`, `chao_jost_2012`).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from coeurdeville.core.missing import Missing

Floats = NDArray[np.float64]
FARTHEST = 2.0
"""Times its own size to which a sample can be extrapolated: beyond, richness rests on guesswork (`chao_2014`)."""


@dataclass(frozen=True)
class Sample:
    """Species seen and how often; built by `abundances` or `incidences`."""

    counts: Floats
    """Individuals of each species, or visits in which it was met; all positive. Shape `(s,)`."""
    size: float
    """Individuals, or visits."""

    @property
    def seen(self) -> int:
        """Number of species seen."""
        return len(self.counts)

    @property
    def once(self) -> int:
        """Species seen once (f1, or Q1 for visits)."""
        return int((self.counts == 1).sum())

    @property
    def twice(self) -> int:
        """Species seen twice (f2, Q2)."""
        return int((self.counts == 2).sum())


def abundances(counts: ArrayLike) -> Sample:
    """A sample of individuals from the number of each species, zeros left out. Not whole, negative: ValueError."""
    kept = _whole(counts)
    return Sample(kept, float(kept.sum()))


def incidences(counts: ArrayLike, visits: int) -> Sample:
    """A sample of visits from the number in which each species was met, at most `visits`; more: ValueError."""
    kept = _whole(counts)
    if (kept > visits).any():
        raise ValueError("a species cannot be met in more visits than there were")
    return Sample(kept, float(visits))


def unseen(sample: Sample) -> float:
    """Lower bound of the number of species not seen, from those seen once and twice.

    `(n-1)/n f1² / (2 f2)`, and `(n-1)/n f1 (f1-1) / 2` when none was seen twice. 0 for an empty sample.
    """
    if sample.size == 0:
        return 0.0
    once, twice = sample.once, sample.twice
    rare = once**2 / (2 * twice) if twice else once * (once - 1) / 2
    return (sample.size - 1) / sample.size * rare


def estimated_richness(sample: Sample) -> float:
    """Species there are at least: seen and unseen. Chao1 for individuals, Chao2 for visits."""
    return sample.seen + unseen(sample)


def richness(sample: Sample, size: ArrayLike) -> Floats:
    """Species expected in a sample of this `size`, of the shape of `size`; both sides of what was seen.

    Fewer records than the sample's: rarefaction, drawing without replacement. More: extrapolation towards
    `estimated_richness`. `size` may be fractional; 0 records show 0 species. Beyond twice the sample's size the figure
    is a guess.
    """
    at = np.asarray(size, dtype=np.float64)
    less = np.minimum(at, sample.size)
    drawn = (1 - _absent(sample.counts, less, sample.size)).sum(axis=-1)
    more = np.maximum(at - sample.size, 0.0)
    return np.asarray(drawn + unseen(sample) * (1 - _decline(sample) ** more), dtype=np.float64)


def coverage(sample: Sample, size: ArrayLike | None = None) -> Floats:
    """Completeness (0 to 1): share of the community's individuals whose species is in a sample of this `size`.

    By default at the sample's own size, `1 - f1/n A`. Fewer records: rarefaction; more: extrapolation; continuous in
    `size` and of its shape. An empty sample covers nothing, nor does a single record: nothing tells what it
    is a share of. The published formula would give a single record a coverage of 1.
    """
    at = np.asarray(sample.size if size is None else size, dtype=np.float64)
    if sample.size <= 1:
        return np.zeros(at.shape)
    last, total = sample.size - 1, sample.counts.sum()
    less = np.minimum(at, last)
    fewer = 1 - (sample.counts * _absent(sample.counts - 1, less, last)).sum(axis=-1) / total
    more = 1 - sample.once / total * _decline(sample) ** np.maximum(at - last, 0.0)
    return np.asarray(np.where(at > last, more, fewer), dtype=np.float64)


def size_for(sample: Sample, completeness: float) -> float | Missing:
    """Records (individuals or visits, fractional) with which the sample would be this complete (0 to 1, 1 excluded).

    Comparing richness at equal completeness, not at equal effort, does not favour the place that was visited
    most. Missing when it would take more than twice the sample.
    """
    from scipy.optimize import brentq

    most = FARTHEST * sample.size
    if coverage(sample, most) < completeness:
        return Missing("les relevés sont trop peu nombreux pour comparer à ce niveau de complétude")
    return float(brentq(lambda size: float(coverage(sample, size)) - completeness, 0.0, most, xtol=1e-10))


def common_coverage(samples: Sequence[Sample]) -> float:
    """The highest completeness (0 to 1) at which all the samples can be compared; 0 when one is empty or alone."""
    return min((float(coverage(sample, FARTHEST * sample.size)) for sample in samples), default=0.0)


def _absent(counts: Floats, drawn: Floats, size: float) -> Floats:
    """Chance that a kind of `counts` among `size` is not in `drawn` of them: `C(size-x, m) / C(size, m)`.

    Shape of `drawn` plus one axis for the kinds. Logarithms of gamma, so that large samples do not
    overflow and `drawn` may be fractional.
    """
    from scipy.special import gammaln

    m = drawn[..., np.newaxis]
    left = size - counts - m
    possible = left > -1
    log = (
        gammaln(size - counts + 1)
        + gammaln(size - m + 1)
        - gammaln(np.where(possible, left, 0) + 1)
        - gammaln(size + 1)
    )
    return np.asarray(np.where(possible, np.exp(log), 0.0), dtype=np.float64)


def _decline(sample: Sample) -> float:
    """What one more record leaves of the share not covered yet: `n f0 / (n f0 + f1)`; 1 without species seen once."""
    hidden = sample.size * unseen(sample)
    return hidden / (hidden + sample.once) if sample.once else 1.0


def _whole(counts: ArrayLike) -> Floats:
    amount = np.asarray(counts, dtype=np.float64)
    if (amount < 0).any() or (amount != np.round(amount)).any():
        raise ValueError("counts are whole numbers from 0 up")
    return np.asarray(amount[amount > 0], dtype=np.float64)
