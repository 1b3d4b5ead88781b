"""Works done two at a time: results in order, the first error in order."""

from collections.abc import Callable
from functools import partial
from threading import Barrier

import pytest

from coeurdeville.reports.at_once import at_once


def test_results_come_in_the_order_given() -> None:
    assert at_once(partial(int, text) for text in ("3", "1", "2")) == [3, 1, 2]
    assert at_once([]) == []


def test_two_works_go_at_the_same_time() -> None:
    met = Barrier(2, timeout=10)
    works: list[Callable[[], bool]] = [lambda: met.wait() >= 0, lambda: met.wait() >= 0]
    assert at_once(works) == [True, True]


def test_the_first_error_in_order_is_raised() -> None:
    with pytest.raises(ValueError, match="'un'"):
        at_once([partial(int, "1"), partial(int, "un"), partial(int, "deux")])
