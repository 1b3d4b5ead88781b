"""Rules that look at several columns of a row."""

from typing import Any

import polars as pl

from coeurdeville.schemas.rules.catalogue import rules


def wrong(name: str, params: dict[str, Any], **columns: list[str | None]) -> list[int]:
    """Ranks of the rows that a rule finds wrong."""
    frame = pl.DataFrame(columns, schema=dict.fromkeys(columns, pl.String))
    return [at for _, mask, _ in rules()[name].check(frame, params) for at in mask.arg_true()]


def test_numbers_are_compared_as_numbers_and_days_as_days() -> None:
    params = {"column": "a", "op": ">=", "column2": "b"}
    assert wrong("compare-columns-value", params, a=["10", "9", "9.0", None, "3"], b=["9", "10", "9", "1", None]) == [1]
    assert wrong("compare-columns-value", params, a=["2017-02-03", "2018-01-01"], b=["2017-10-15", "2017-12-31"]) == [0]


def test_an_unknown_order_is_not_usable() -> None:
    assert not rules()["compare-columns-value"].usable({"column": "a", "op": "=>", "column2": "b"})


def test_columns_that_go_together() -> None:
    params = {"column": "a", "othercolumns": ["b", "c"]}
    rows = {"a": ["1", None, None, "1"], "b": ["1", None, "1", "1"], "c": ["1", None, None, None]}
    assert wrong("cohesive-columns-value", params, **rows) == [2, 3]


def test_a_total_is_the_sum_of_what_is_known_whole() -> None:
    params = {"column": "t", "columns": ["a", "b"]}
    rows = {"t": ["3", "4", "0.3", "5", None], "a": ["1", "1", "0.1", None, "1"], "b": ["2", "2", "0.2", "2", "1"]}
    assert wrong("sum-columns-value", params, **rows) == [1]


def test_one_of_two_is_filled() -> None:
    params = {"column1": "a", "column2": "b"}
    assert wrong("one-of-required", params, a=["1", None, None], b=[None, "1", None]) == [2]
