"""Trimmed text and booleans."""

import pandas as pd
import pytest

from coeurdeville.readers.values import booleans, figures_are_codes, texts


def test_booleans_of_every_spelling() -> None:
    read = booleans(
        pd.Series(["Oui", "NON", "o", "n", "Vrai", "faux", "1", "0", "x", "peut-être", None, "NA"], dtype="str")
    )
    assert read.values.tolist() == [True, False] * 4 + [True, False, False, False]
    assert read.unreadable.tolist() == [False] * 9 + [True, False, False]
    assert read.missing.tolist() == [False] * 10 + [True, True]


def test_booleans_of_typed_columns() -> None:
    assert booleans(pd.Series([1.0, 0.0, None])).values.tolist() == [True, False, False]
    assert booleans(pd.Series([1.0, 0.0, None])).missing.tolist() == [False, False, True]
    assert booleans(pd.Series([True, False])).values.tolist() == [True, False]


def test_one_among_codes_is_not_a_yes() -> None:
    read = booleans(pd.Series(["1", "2", "1", "oui"], dtype="str"))
    assert read.unreadable.tolist() == [True, True, True, False]
    assert booleans(pd.Series(["1", None])).values.tolist() == [True, False]
    assert booleans(pd.Series(["0", "1", "7"])).values.tolist() == [False, True, False]


@pytest.mark.parametrize(
    ("cells", "codes"),
    [
        (["0", "1", "0"], False),
        (["oui", "non"], False),
        ([None], False),
        (["1", "2"], True),
        (["0", "1", "2"], True),
        (["1", None], False),
    ],
)
def test_codes_are_figures_that_do_not_tell_yes_from_no(cells: list[str | None], codes: bool) -> None:
    assert figures_are_codes(texts(pd.Series(cells))) == codes


def test_whole_numbers_lose_their_decimal_part() -> None:
    assert texts(pd.Series([80000.0, 1.5, None])).tolist()[:2] == ["80000", "1.5"]
    assert texts(pd.Series([80000.0, 1.5, None])).isna().tolist() == [False, False, True]


def test_text_is_trimmed_and_empty_words_are_missing() -> None:
    read = texts(pd.Series(["  Chêne \u00a0", "N/A", "Non renseigné", "Na Ina"], dtype="str"))
    assert read.tolist()[0] == "Chêne"
    assert read.isna().tolist() == [False, True, True, False]
