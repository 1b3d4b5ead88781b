"""The clock: one month, silence, two months, before any judge; ends of months and closed days."""

from collections.abc import Callable
from datetime import date

import pytest

from coeurdeville.inventory.demandes.delais import echeances, months_after
from coeurdeville.inventory.demandes.fondement import FONDEMENTS

ADMINISTRATION = FONDEMENTS["administration"]


@pytest.mark.parametrize(
    ("received", "silence", "commission"),
    [
        (date(2026, 12, 1), date(2027, 1, 1), date(2027, 3, 1)),
        (date(2026, 11, 25), date(2026, 12, 25), date(2027, 2, 25)),
        (date(2027, 1, 31), date(2027, 2, 28), date(2027, 4, 28)),
        (date(2028, 1, 31), date(2028, 2, 29), date(2028, 4, 29)),
        (date(2028, 1, 29), date(2028, 2, 29), date(2028, 4, 29)),
        (date(2026, 11, 30), date(2026, 12, 30), date(2027, 2, 28)),
        (date(2027, 11, 30), date(2027, 12, 30), date(2028, 2, 29)),
        (date(2026, 12, 31), date(2027, 1, 31), date(2027, 3, 31)),
        (date(2027, 3, 31), date(2027, 4, 30), date(2027, 6, 30)),
        (date(2028, 2, 29), date(2028, 3, 29), date(2028, 5, 29)),
    ],
)
def test_one_month_then_two(received: date, silence: date, commission: date) -> None:
    found = {one.cle: one.date for one in echeances(ADMINISTRATION, received)}
    assert found == {"reponse": silence, "cada": commission}


def test_a_year_of_days_is_never_out_of_order() -> None:
    for ordinal in range(date(2027, 1, 1).toordinal(), date(2029, 1, 1).toordinal()):
        received = date.fromordinal(ordinal)
        answer, last = (one.date for one in echeances(ADMINISTRATION, received))
        assert answer is not None
        assert last is not None
        assert 28 <= (answer - received).days <= 31
        assert 59 <= (last - answer).days <= 62
        assert answer == months_after(received, 1)


def test_data_on_the_environment_may_take_a_second_month() -> None:
    found = echeances(FONDEMENTS["environnement"], date(2026, 12, 1))
    assert [(one.cle, one.date) for one in found] == [
        ("reponse", date(2027, 1, 1)), ("cada", date(2027, 3, 1)),
        ("prolongation", date(2027, 2, 1)), ("cada-prolongee", date(2027, 4, 1)),
    ]  # fmt: skip
    assert "env-r124-1" in found[0].cles
    assert all("aucun second mois" in one.phrase for one in found[:2])
    assert all("si un second mois a été annoncé" in one.phrase for one in found[2:])


@pytest.mark.parametrize("key", list(FONDEMENTS))
def test_what_is_past_is_said_to_be_from_the_day_after(key: str) -> None:
    received = date(2026, 1, 5)
    for rank, one in enumerate(echeances(FONDEMENTS[key], received, received)):
        assert one.date is not None
        same, after = one.date, date.fromordinal(one.date.toordinal() + 1)
        assert echeances(FONDEMENTS[key], received, same)[rank] == one
        late = echeances(FONDEMENTS[key], received, after)[rank].phrase
        assert f"est passé depuis le {one.date:%d/%m/%Y}" in late
        assert "jusque-là" not in late


def test_each_moment_cites_what_sets_it() -> None:
    answer, last = echeances(ADMINISTRATION, None)
    assert {"crpa-r311-12", "crpa-r311-13"} <= {one.cle for one in answer.articles}
    assert {one.cle for one in last.articles} == {"crpa-r343-1", "crpa-l342-2"}


@pytest.mark.parametrize("key", ["courtoisie", "interne", "concession-de-la-ville"])
def test_a_courtesy_has_no_delay_of_law(key: str) -> None:
    (only,) = echeances(FONDEMENTS[key], date(2027, 1, 31))
    assert (only.cle, only.date, only.articles) == ("relance", date(2027, 2, 28), ())
    assert "CADA" not in only.phrase


def test_nobody_should_count_on_a_closed_day() -> None:
    saturday = echeances(ADMINISTRATION, date(2027, 2, 8), date(2027, 2, 8))[1]
    assert saturday.date == date(2027, 5, 8)
    assert "samedi" in saturday.phrase
    assert "prendre avant" not in echeances(ADMINISTRATION, date(2027, 2, 10), date(2027, 2, 10))[1].phrase


@pytest.mark.parametrize("ground", FONDEMENTS.values(), ids=lambda one: one.cle)
@pytest.mark.parametrize("received", [None, date(2027, 1, 31)])
def test_sentences_are_well_written(ground, received: date | None, misprints: Callable[[str], list[str]]) -> None:
    told = [echeances(ground, received, today) for today in (date(2026, 1, 1), date(2030, 1, 1))]
    for one in (*told[0], *told[1]):
        assert misprints(one.phrase) == []
        assert (one.date is None) == (received is None)
        assert "None" not in one.phrase
