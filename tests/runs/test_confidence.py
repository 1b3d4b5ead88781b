"""The one rule of confidence: each reason, and the grade that reasons make."""

from dataclasses import replace
from datetime import date

import pytest

from coeurdeville.core.provenance import Origin
from coeurdeville.core.vintage import Vintage
from coeurdeville.runs.confidence import confidence
from coeurdeville.runs.result import Result, Row, Use

TODAY = date(2026, 11, 23)
FRESH = Vintage(date(2024, 1, 1), date(2024, 12, 31))
OLD = Vintage(date(2018, 1, 1), date(2018, 12, 31))
GOOD = Origin("Inventaire", vintage=FRESH)


def graded(
    *origins: Origin, covered: float | None = 100.0, value: float | None = 1.0, edge: float = 0.0
) -> tuple[str, tuple[str, ...]]:
    used = tuple(Use("a", "a", "a", f"Couche {k}", origin, edge) for k, origin in enumerate(origins or (GOOD,), 1))
    rows = (Row("commune", "V", "x", value, covered=covered), Row("quartier", "Q", "x", 1.0, covered=3.0))
    found = confidence(Result("k", "s", "00042", "possible", rows, used), TODAY)
    return found.grade, tuple(reason.replace("\u00a0", " ").replace("\u202f", " ") for reason in found.reasons)


def test_recent_whole_measured_data_are_graded_a() -> None:
    assert graded() == ("A", ())


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"origins": [replace(GOOD, vintage=None)]}, "sans date : « Couche 1 »"),
        ({"origins": [replace(GOOD, vintage=OLD)]}, "plus de cinq ans : « Couche 1 » (2018)"),
        ({"covered": 94.0}, "94 % de la commune seulement"),
        ({"covered": None}, "contour de la commune absent"),
        ({"edge": 10.5}, "objets trop près du bord des données : « Couche 1 » (11 %)"),
        ({"origins": [replace(GOOD, imputed=0.05)]}, "5 % de valeurs estimées dans « Couche 1 »"),
    ],
)
def test_each_weakness_alone_gives_b_and_its_reason(change: dict[str, object], reason: str) -> None:
    origins = change.pop("origins", [])
    assert graded(*origins, **change) == ("B", (reason,))  # type: ignore[misc, arg-type]


def test_limits_are_on_the_good_side() -> None:
    last_day = Vintage(date(2021, 1, 1), date(2021, 11, 30))
    assert graded(replace(GOOD, vintage=last_day, imputed=0.049), covered=95.0, edge=10.0) == ("A", ())


def test_two_families_give_c_and_a_proxy_alone_does() -> None:
    assert graded(replace(GOOD, vintage=OLD), covered=50.0)[0] == "C"
    assert graded(replace(GOOD, imputed=0.5), covered=50.0)[0] == "C"
    assert graded(replace(GOOD, proxy=True)) == (
        "C",
        ("« Couche 1 » sert à la place d’une donnée plus précise, qui manque",),
    )


def test_one_family_counts_once_however_many_layers_and_reasons() -> None:
    grade, reasons = graded(replace(GOOD, vintage=OLD), replace(GOOD, vintage=None), replace(GOOD, vintage=None))
    assert grade == "B"
    assert reasons == ("sans date : « Couche 2 » et « Couche 3 »", "plus de cinq ans : « Couche 1 » (2018)")
    assert graded(covered=50.0, edge=20.0)[0] == "B"


def test_without_outline_objects_near_the_edge_are_told_too() -> None:
    near = "objets trop près du bord des données : « Couche 1 » (100 %)"
    assert graded(covered=None, edge=100.0) == ("B", ("contour de la commune absent", near))


def test_a_run_without_figure_is_not_told_that_its_outline_is_missing() -> None:
    assert graded(value=None, covered=40.0)[1] == ("40 % de la commune seulement",)


def test_a_grade_is_said_with_its_reasons() -> None:
    result = Result(
        "k", "s", "00042", "possible", (Row("commune", "V", "x", 1.0),), (Use("a", "a", "a", "Arbres", GOOD),)
    )
    assert str(confidence(result, TODAY)) == "A"
    assert str(confidence(result, date(2040, 1, 1))).startswith("B (plus de cinq ans")
