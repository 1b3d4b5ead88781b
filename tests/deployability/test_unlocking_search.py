"""The search of the best set of layers, against trying them all; layers are bits."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from coeurdeville.deployability.unlocking.search import Parts, best, bound, greedy, unions, value

LAYERS = 7
WAYS = st.lists(st.integers(1, 2**LAYERS - 1), min_size=1, max_size=3, unique=True).map(tuple)
PARTS = st.dictionaries(WAYS, st.integers(1, 50), max_size=8)
SIZES = st.integers(1, 5)


def tried(parts: Parts, size: int) -> int:
    """The best value of all sets of that many layers at most."""
    sets = (sum(1 << bit for bit in some) for most in range(size + 1) for some in combinations(range(LAYERS), most))
    return max(value(parts, one) for one in sets)


@given(PARTS, SIZES)
def test_the_exact_search_finds_what_trying_all_sets_finds(parts: Parts, size: int) -> None:
    found = best(parts, size)
    assert found.exact
    assert found.value == value(parts, found.layers) == tried(parts, size)
    assert found.layers.bit_count() <= size


@given(PARTS, SIZES, st.booleans())
def test_greedy_then_best_then_bound(parts: Parts, size: int, per_layer: bool) -> None:
    chosen = greedy(parts, size, per_layer=per_layer)
    assert chosen.bit_count() <= size
    assert value(parts, chosen) <= tried(parts, size) <= bound(parts, size)


@given(PARTS, SIZES)
def test_beyond_the_effort_the_answer_is_honest(parts: Parts, size: int) -> None:
    found = best(parts, size, effort=0)
    optimum = tried(parts, size)
    assert found.value == value(parts, found.layers) <= optimum <= found.bound
    assert not found.exact or found.value == optimum


def test_half_an_alternative_gains_nothing() -> None:
    assert value({(0b011,): 5}, 0b001) == 0
    assert value({(0b011, 0b100): 5}, 0b100) == 5


def test_of_equals_the_fewest_layers_are_taken() -> None:
    assert best({(0b001,): 5, (0b110,): 5}, 1).layers == 0b001
    assert best({(0b001, 0b110): 5}, 2).layers == 0b001


@given(PARTS, SIZES, st.integers(0, 2**LAYERS - 1))
def test_of_equals_the_set_of_fewest_unread_layers_is_taken_and_the_others_are_told(
    parts: Parts, size: int, unread: int
) -> None:
    found = best(parts, size, unread=unread)
    assert found.equals is not None
    for one in found.equals:
        assert one != found.layers
        assert one.bit_count() == found.layers.bit_count()
        assert value(parts, one) == found.value
        assert (one & unread).bit_count() >= (found.layers & unread).bit_count()
    if found.value > (best(parts, size - 1).value if size > 1 else 0):
        sets = (sum(1 << bit for bit in some) for some in combinations(range(LAYERS), size))
        assert 1 + len(found.equals) == sum(value(parts, one) == found.value for one in sets)


def test_equals_are_not_told_when_not_every_set_was_tried() -> None:
    assert best({(1,): 1, (2,): 1}, 1).equals == (2,)
    assert best({(1,): 1, (2,): 1}, 1, unread=1).layers == 2
    assert best({(1,): 1, (2,): 1}, 1, effort=0).equals is None
    assert best({(1,): 1, (2,): 1}, 1, effort=0, unread=1).layers == 2


def test_greedy_can_be_wrong_and_its_bound_says_so() -> None:
    """Layer 1 alone gains 3; layers 2 and 3 together gain 4 each way: the first choice costs the best set of two."""
    parts: Parts = {(0b0001,): 3, (0b0110,): 4}
    assert value(parts, greedy(parts, 2, per_layer=True)) == 3
    assert best(parts, 2).value == 4
    assert bound(parts, 2) == 5


def test_no_part_no_gain() -> None:
    assert best({}, 3).value == best({}, 3).bound == 0
    assert unions({}, 3, 10) == {0}


def test_an_effort_that_is_passed_gives_up_the_exact_search() -> None:
    parts: Parts = {(1 << bit,): 1 for bit in range(10)}
    assert unions(parts, 4, 10_000) is not None
    assert unions(parts, 4, 100) is None
    assert best(parts, 4, effort=0).exact, "the bound reaches what greedy finds: nothing does better"
