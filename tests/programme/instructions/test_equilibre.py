"""Sharing reviews: everyone served, nobody forbidden, charges as even as they can be."""

from collections import Counter
from itertools import combinations, product

from hypothesis import given, settings
from hypothesis import strategies as st

from coeurdeville.programme.instructions.equilibre import Proposition, proposer


def charges(found: Proposition, before: dict[int, int]) -> Counter[int]:
    return Counter({**before}) + Counter(who for _, who in found.paires)


def test_two_hundred_candidatures_ten_reviewers() -> None:
    towns = dict.fromkeys(range(200), 3)
    possible = {one: frozenset(who for who in range(10) if who != one % 10) for one in towns}
    found = proposer(towns, possible, dict.fromkeys(range(10), 0))
    assert not found.manques
    assert set(charges(found, {}).values()) == {60}
    assert all(who in possible[one] for one, who in found.paires)
    assert set(Counter(one for one, _ in found.paires).values()) == {3}


def test_what_cannot_be_found_is_said() -> None:
    found = proposer({1: 3, 2: 1}, {1: frozenset({7}), 2: frozenset()}, {7: 0})
    assert found == Proposition(((1, 7),), {1: 2, 2: 1})


def test_those_who_have_much_already_get_less() -> None:
    found = proposer({1: 1, 2: 1, 3: 1}, dict.fromkeys((1, 2, 3), frozenset({7, 8})), {7: 3, 8: 0})
    assert {who for _, who in found.paires} == {8}


def test_reviews_go_through_another_reviewer_when_that_is_the_only_way() -> None:
    possible = {1: frozenset({1, 2}), 2: frozenset({1, 2}), 3: frozenset({1, 2}), 4: frozenset({2, 3})}
    found = proposer(dict.fromkeys(possible, 1), possible, {1: 0, 2: 0, 3: 0})
    assert sorted(charges(found, {}).values()) == [1, 1, 2]


SMALL = st.fixed_dictionaries({one: st.frozensets(st.integers(1, 4), min_size=1) for one in range(1, 5)})


@settings(max_examples=60, deadline=None)
@given(SMALL, st.fixed_dictionaries({who: st.integers(0, 2) for who in range(1, 5)}), st.integers(1, 2))
def test_no_sharing_is_more_even(possible: dict[int, frozenset[int]], before: dict[int, int], wanted: int) -> None:
    found = proposer(dict.fromkeys(possible, wanted), possible, before)
    ways = [list(combinations(sorted(those), min(wanted, len(those)))) for those in possible.values()]
    spread = min(
        sum(value**2 for value in (Counter(before) + Counter(who for part in chosen for who in part)).values())
        for chosen in product(*ways)
    )
    assert sum(value**2 for value in charges(found, before).values()) == spread
