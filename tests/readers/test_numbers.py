"""Numbers as they are typed."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coeurdeville.core.french import number
from coeurdeville.readers.numbers import numbers


def column(*cells: object) -> pd.Series:
    return pd.Series(cells, dtype="str")


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("12", 12),
        ("012,50", 12.5),
        ("-3.5", -3.5),
        ("\u22123,5", -3.5),
        ("+4", 4),
        (",5", 0.5),
        ("1 234,5", 1234.5),
        ("1\u202f234\u00a0567", 1_234_567),
        ("1.234,5", 1234.5),
        ("1,234.5", 1234.5),
        ("1.234.567", 1_234_567),
        ("1,234,567", 1_234_567),
        ("1234,567", 1234.567),
        ("12 m", 12),
        ("15\u202f%", 15),
        ("7,5m²", 7.5),
        ("1e3", 1000),
        (" 7 ", 7),
    ],
)
def test_number_is_read(typed: str, value: float) -> None:
    read = numbers(column(typed))
    assert read.values.tolist() == [value]
    assert not read.unreadable.any()


@pytest.mark.parametrize(
    "typed", ["10-15", "< 5", "env. 20", "12/05", "1 2", "12.5.2020", "1,2,3", "inf", "0x10", "oui"]
)
def test_what_is_no_number_is_unreadable_and_not_missing(typed: str) -> None:
    read = numbers(column(typed))
    assert read.unreadable.tolist() == [True]
    assert not read.missing.any()
    assert np.isnan(read.values).all()


@pytest.mark.parametrize("typed", ["", " ", "NA", "n/a", "NULL", "-", "?", "Inconnu", "Non renseigné", None])
def test_what_says_nothing_is_missing_and_not_unreadable(typed: str | None) -> None:
    read = numbers(column(typed, "1"))
    assert read.missing.tolist() == [True, False]
    assert not read.unreadable.any()


def test_units_are_listed_by_frequency() -> None:
    assert numbers(column("12 m", "3 m", "120 cm", "4")).units == ("m", "cm")


def test_typed_columns_pass() -> None:
    assert numbers(pd.Series([1.5, None])).missing.tolist() == [False, True]
    assert numbers(pd.Series([1, 2])).values.tolist() == [1, 2]


@settings(max_examples=40, deadline=None)
@given(st.floats(-1e9, 1e9, allow_nan=False))
def test_what_reports_write_is_read_back(value: float) -> None:
    assert numbers(column(number(value, 3))).values[0] == pytest.approx(round(value, 3), abs=1e-6)
