"""A column says everything that is wrong with it, at once."""

import math

import numpy as np
import pandas as pd
import pytest

from coeurdeville.layers.contract.column import Column


def codes(column: Column, values: object) -> list[str]:
    return [problem.code for problem in column.problems(pd.DataFrame({column.name: values}))]


@pytest.mark.parametrize(
    ("dtype", "values"),
    [
        ("int", [1, 2]),
        ("int", [1.0, np.nan]),
        ("float", [1.5, np.nan]),
        ("float", np.array([1, 2], dtype="uint8")),
        ("str", ["a", None]),
        ("bool", [True, False]),
        ("bool", pd.array([True, None], dtype="boolean")),
        ("date", pd.to_datetime(["2026-01-01", None])),
        ("float", [None, None]),
    ],
)
def test_column_accepts_its_type_with_holes(dtype: str, values: object) -> None:
    assert codes(Column("a", dtype, "A"), values) == []  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("dtype", "values"),
    [
        ("int", ["1"]),
        ("float", [True]),
        ("str", [1]),
        ("bool", ["oui"]),
        ("bool", [1, 0]),
        ("bool", np.array([True, None], dtype=object)),
        ("date", ["2026-01-01"]),
    ],
)
def test_column_refuses_another_type(dtype: str, values: object) -> None:
    assert codes(Column("a", dtype, "A"), values) == ["type-inattendu"]  # type: ignore[arg-type]


def test_optional_column_may_be_absent_and_required_may_not() -> None:
    assert list(Column("a", "int", "A").problems(pd.DataFrame())) == []
    (problem,) = Column("a", "int", "Âge", required=True).problems(pd.DataFrame())
    assert problem.code == "colonne-absente"
    assert "«\u00a0a\u00a0» (Âge)" in problem.message


def test_required_column_is_filled_everywhere_and_its_other_problems_are_said_too() -> None:
    found = list(Column("a", "float", "A", required=True, minimum=0).problems(pd.DataFrame({"a": [None, -1.0, 2.0]})))
    assert [(problem.code, problem.count) for problem in found] == [("valeur-obligatoire", 1), ("hors-bornes", 1)]


def test_bounds_are_included_and_places_are_named() -> None:
    column = Column("h", "float", "Hauteur", "m", minimum=0, maximum=70)
    assert codes(column, [0.0, 70.0, np.nan]) == []
    (problem,) = column.problems(pd.DataFrame({"h": [12.0, 70.5, -1.0]}))
    assert problem.count == 2
    assert problem.examples == ("ligne 1\u00a0: 70.5", "ligne 2\u00a0: -1.0")
    assert "de 0 à 70\u00a0m" in problem.message


def test_infinite_is_above_every_bound_and_allowed_without() -> None:
    assert codes(Column("d", "float", "D", minimum=0), [math.inf]) == []
    assert codes(Column("d", "float", "D", maximum=1e9), [math.inf]) == ["hors-bornes"]


def test_closed_list_refuses_other_words() -> None:
    column = Column("s", "str", "Stade", values=("jeune", "adulte"))
    assert codes(column, ["jeune", None]) == []
    (problem,) = column.problems(pd.DataFrame({"s": ["vieux"]}))
    assert problem.code == "hors-liste"
    assert "jeune ou adulte" in problem.message


@pytest.mark.parametrize(
    ("column", "said"),
    [
        (Column("a", "float", "A", "m", minimum=0, maximum=25), "de 0 à 25\u00a0m"),
        (Column("a", "float", "A", minimum=0.5), "au moins 0,50"),
        (Column("a", "float", "A", maximum=3), "au plus 3"),
        (Column("a", "int", "A", minimum=1500, maximum=2100, year=True), "de 1500 à 2100"),
        (Column("a", "str", "A"), ""),
    ],
)
def test_bounds_in_words(column: Column, said: str) -> None:
    assert column.bounds == said


def test_key_is_what_users_write() -> None:
    assert Column("x", "float", "Diamètre du tronc à 1,30 m").key == "diametre_du_tronc_a_1_30_m"
