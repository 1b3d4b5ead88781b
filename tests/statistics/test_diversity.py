from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from skbio.diversity import alpha

from coeurdeville.statistics.diversity import hill, largest_share, pielou, shannon, shares, simpson

COUNTS = st.lists(st.integers(0, 500), min_size=1, max_size=30).filter(any)


def test_equal_kinds():
    assert shannon([5, 5, 5, 5]) == pytest.approx(np.log(4))
    assert simpson([5, 5, 5, 5]) == pytest.approx(0.75)
    assert pielou([5, 5, 5, 5]) == pytest.approx(1)
    assert [hill([5, 5, 5, 5], order) for order in (0, 0.5, 1, 2, 3)] == pytest.approx([4] * 5)


def test_by_hand():
    assert shares([2, 0, 6]).tolist() == [0.75, 0.25]
    assert largest_share([2, 0, 6]) == 75
    assert simpson([2, 6]) == pytest.approx(1 - 0.5625 - 0.0625)
    assert hill([2, 6], 2) == pytest.approx(1.6)


def test_a_single_kind_has_no_evenness():
    assert shannon([7]) == 0
    assert str(shannon([7])) == "0.0"
    assert simpson([7]) == 0
    assert np.isnan(pielou([7]))


def test_nothing_has_no_diversity():
    for index in (shannon, simpson, pielou, largest_share, lambda counts: hill(counts, 1)):
        assert np.isnan(index([]))
        assert np.isnan(index([0, 0]))


def test_negative_counts_are_refused():
    with pytest.raises(ValueError, match="negative"):
        shannon([3, -1])


@given(COUNTS)
def test_indices_agree_with_scikit_bio(counts):
    assert shannon(counts) == pytest.approx(alpha.shannon(counts, base=np.e), abs=1e-12)
    assert simpson(counts) == pytest.approx(alpha.simpson(counts), abs=1e-12)
    assert hill(counts, 2) == pytest.approx(alpha.inv_simpson(counts))
    if np.count_nonzero(counts) > 1:
        assert pielou(counts) == pytest.approx(alpha.pielou_e(counts))


@given(COUNTS)
def test_hill_numbers_fall_with_the_order(counts):
    numbers = [hill(counts, order) for order in (0, 0.5, 0.999999, 1, 1.000001, 2, 5)]
    assert numbers[0] == pytest.approx(np.count_nonzero(counts))
    assert all(a >= b - 1e-6 for a, b in pairwise(numbers))
    assert numbers[2] == pytest.approx(numbers[3], rel=1e-3)


@given(COUNTS, st.randoms())
def test_order_and_absent_kinds_change_nothing(counts, random):
    mixed = [*counts, 0, 0]
    random.shuffle(mixed)
    assert shannon(mixed) == pytest.approx(shannon(counts), abs=1e-12)
    assert largest_share(mixed) == largest_share(counts)
