"""Values that iNEXT (R) gives on the spiders and ants that its documentation describes.

The documentation prints the most frequent spiders, and the number of species and of plots of the ants. The rarer
species are the numbers that give the published totals and estimates; of the ants, and of the rarer spiders of the
logged forest, only the numbers of species seen once and twice weigh on what is checked.
"""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coeurdeville.core.missing import Missing
from coeurdeville.statistics.richness import (
    abundances,
    common_coverage,
    coverage,
    estimated_richness,
    incidences,
    richness,
    size_for,
    unseen,
)

GIRDLED = abundances([46, 22, 17, 15, 15, 9, 8, 6, 6, 4] + 4 * [2] + 12 * [1])
LOGGED = abundances([88, 22, 16, 15, 13, 10, 8, 8, 7, 7, 7, 5] + 3 * [4] + 4 * [3] + 4 * [2] + 14 * [1])
ANTS = [
    (599, 227, 49, 23, 279.109),
    (230, 241, 71, 34, 314.810),
    (150, 122, 28, 16, 146.337),
    (200, 56, 13, 4, 77.019),
    (200, 14, 1, 2, 14.249),
]
SAMPLES = st.lists(st.integers(1, 40), min_size=1, max_size=25).map(abundances)


def test_spiders_are_the_published_sets():
    assert (GIRDLED.size, GIRDLED.seen, LOGGED.size, LOGGED.seen) == (168, 26, 252, 37)


def test_chao1_of_the_spiders():
    assert estimated_richness(GIRDLED) == pytest.approx(43.893, abs=5e-4)
    assert estimated_richness(LOGGED) == pytest.approx(61.403, abs=5e-4)


@pytest.mark.parametrize(("plots", "seen", "once", "twice", "expected"), ANTS)
def test_chao2_of_the_ants(plots, seen, once, twice, expected):
    ants = incidences([1] * once + [2] * twice + [3] * (seen - once - twice), plots)
    assert estimated_richness(ants) == pytest.approx(expected, abs=5e-4)


def test_rarefaction_and_extrapolation_of_the_spiders():
    expected = [6.4786, 15.0301, 20.4594, 25.9286, 30.9867, 34.7307]
    assert richness(GIRDLED, [10, 50, 100, 167, 250, 336]) == pytest.approx(expected, abs=5e-5)


def test_coverage_of_the_spiders():
    assert float(coverage(GIRDLED)) == pytest.approx(0.9289, abs=5e-5)


def test_spiders_at_ninety_percent_of_completeness():
    size = size_for(GIRDLED, 0.9)
    assert size == pytest.approx(84.876, abs=2e-3)  # iNEXT minimises a difference, hence its last digits
    assert float(richness(GIRDLED, size)) == pytest.approx(19.0004, abs=2e-4)
    assert float(coverage(GIRDLED, size)) == pytest.approx(0.9, abs=1e-9)


def test_without_species_seen_twice():
    sample = abundances([5, 1, 1, 1])
    assert unseen(sample) == pytest.approx(7 / 8 * 3)
    assert estimated_richness(abundances([5, 1])) == 2


def test_by_drawing_every_sample():
    counts = [3, 2, 1, 1]
    people = np.repeat(np.arange(4), counts)
    for size in range(1, 7):
        drawn = list(combinations(people, size))
        assert float(richness(abundances(counts), size)) == pytest.approx(np.mean([len(set(d)) for d in drawn]))
        rest = [sum(people[i] not in {people[j] for j in d} for i in range(7)) for d in combinations(range(7), size)]
        # Coverage at m: chance that one more individual, drawn from those left, is of a species seen.
        new = np.mean(rest) / (7 - size)
        assert float(coverage(abundances(counts), size)) == pytest.approx(1 - new)


def test_nothing_and_a_single_record():
    nothing, one = abundances([0]), abundances([1])
    assert (nothing.seen, estimated_richness(nothing), float(coverage(nothing))) == (0, 0, 0)
    assert (estimated_richness(one), float(coverage(one))) == (1, 0)
    assert common_coverage([GIRDLED, one]) == 0
    assert common_coverage([]) == 0


def test_a_complete_sample_is_complete():
    sample = abundances([5, 4, 3])
    assert float(coverage(sample)) == 1
    assert richness(sample, [12, 20, 1000]).tolist() == pytest.approx([3, 3, 3])


def test_completeness_out_of_reach_is_missing():
    assert isinstance(size_for(abundances([1, 1, 1, 1]), 0.99), Missing)
    assert isinstance(size_for(abundances([1]), 0.5), Missing)


def test_common_coverage_is_that_of_the_least_known_at_twice_its_size():
    assert common_coverage([GIRDLED, LOGGED]) == pytest.approx(float(coverage(GIRDLED, 336)))


def test_impossible_counts_are_refused():
    with pytest.raises(ValueError, match="whole"):
        abundances([1.5])
    with pytest.raises(ValueError, match="visits"):
        incidences([4], 3)


def test_large_samples_do_not_overflow():
    sample = abundances([10**6, 10**5, 3, 2, 1, 1])
    assert np.isfinite(richness(sample, [10, 10**5, 10**6, 2 * 10**6])).all()
    assert 0 < float(coverage(sample, 10**5)) < 1


@settings(max_examples=60, deadline=None)
@given(SAMPLES)
def test_curves_rise_and_pass_through_what_was_seen(sample):
    sizes = np.linspace(0, 2 * sample.size, 41)
    species, complete = richness(sample, sizes), coverage(sample, sizes)
    assert (np.diff(species) >= -1e-9).all()
    assert (np.diff(complete) >= -1e-9).all()
    assert species[0] == pytest.approx(0, abs=1e-9)
    assert float(richness(sample, sample.size)) == pytest.approx(sample.seen)
    assert species[-1] <= estimated_richness(sample) + 1e-9
    assert (complete >= -1e-12).all()
    assert (complete <= 1 + 1e-12).all()
