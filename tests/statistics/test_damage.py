import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coeurdeville.core.missing import Missing
from coeurdeville.statistics.damage import annual_damage, impact, own_frequency, share_destroyed

PERIODS, DAMAGES = [10, 100, 1000], [1000.0, 5000.0, 9000.0]


def test_trapezoids_by_hand():
    expected = 0.09 * 3000 + 0.009 * 7000 + 0.001 * 9000
    assert annual_damage(PERIODS, DAMAGES) == pytest.approx(expected)


def test_lower_steps_by_hand():
    expected = 0.09 * 1000 + 0.009 * 5000 + 0.001 * 9000
    assert annual_damage(PERIODS, DAMAGES, "lower-step") == pytest.approx(expected)


def test_lower_steps_are_events_with_their_own_frequency():
    events = impact(np.array(DAMAGES)[:, None], own_frequency(PERIODS))
    assert annual_damage(PERIODS, DAMAGES, "lower-step") == pytest.approx(events.yearly)


def test_order_does_not_matter():
    assert annual_damage(PERIODS[::-1], DAMAGES[::-1]) == pytest.approx(annual_damage(PERIODS, DAMAGES))


def test_two_scenarios_are_not_enough():
    missing = annual_damage([10, 100], [1.0, 2.0])
    assert isinstance(missing, Missing)
    assert "trois scénarios" in missing.reason


def test_an_unknown_damage_is_not_a_zero():
    assert isinstance(annual_damage(PERIODS, [1.0, np.nan, 3.0]), Missing)


@pytest.mark.parametrize(
    ("periods", "damages"), [([0.5, 10, 100], [1, 2, 3]), ([10, 10, 100], [1, 2, 3]), ([10, 50, 100], [1, -2, 3])]
)
def test_what_makes_no_sense_is_refused(periods, damages):
    with pytest.raises(ValueError, match="return period"):
        annual_damage(periods, damages)


@given(st.lists(st.floats(0, 1e9), min_size=3, max_size=8), st.floats(0.1, 10))
def test_damage_scales_and_grows_with_each_scenario(damages, factor):
    damages = np.sort(damages)
    periods = 5.0 * 2 ** np.arange(len(damages))
    whole = annual_damage(periods, damages)
    assert annual_damage(periods, damages * factor) == pytest.approx(whole * factor)
    assert whole >= annual_damage(periods, damages, "lower-step") * (1 - 1e-12)
    worse = damages + np.eye(len(damages))[len(damages) // 2] * 1000
    assert annual_damage(periods, worse) >= whole


def test_share_destroyed_follows_the_curve():
    curve = [(0.0, 0.1), (1.0, 0.3), (2.0, 0.8)]
    share = share_destroyed([-0.5, 0, 0.5, 1, 1.5, 9, np.nan], curve)
    assert share[:-1] == pytest.approx([0, 0.1, 0.2, 0.3, 0.55, 0.8])
    assert np.isnan(share[-1])


@pytest.mark.parametrize("curve", [[(0, 0), (0, 1)], [(1, 0), (0, 1)], [(0, 0), (1, 1.2)], [(0, -0.1), (1, 1)]])
def test_a_curve_that_makes_no_sense_is_refused(curve):
    with pytest.raises(ValueError, match="curve"):
        share_destroyed([1], curve)


def test_impact_agrees_with_the_case_of_climada():
    found = impact([[1, 0, 1], [2, 2, 0]], [1, 0.1])
    assert found.by_event.tolist() == [2, 4]
    assert found.yearly_by_good == pytest.approx([1.2, 0.2, 1])
    assert found.yearly == pytest.approx(2.4)
