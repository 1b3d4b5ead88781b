"""When data were true, from what people write."""

from datetime import date

import pytest

from coeurdeville.core.problems import Refused
from coeurdeville.core.vintage import Vintage


@pytest.mark.parametrize(
    ("text", "start", "end", "said"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31), "2024"),
        (" 2017-2018 ", date(2017, 1, 1), date(2018, 12, 31), "2017-2018"),
        ("2017 à 2018", date(2017, 1, 1), date(2018, 12, 31), "2017-2018"),
        ("23/11/2026", date(2026, 11, 23), date(2026, 11, 23), "23/11/2026"),
        ("2026-11-23", date(2026, 11, 23), date(2026, 11, 23), "23/11/2026"),
    ],
)
def test_vintage_is_read_and_written_back(text: str, start: date, end: date, said: str) -> None:
    vintage = Vintage.parse(text)
    assert vintage == Vintage(start, end)
    assert str(vintage) == said
    assert Vintage.parse(str(vintage)) == vintage


def test_nothing_written_is_no_vintage() -> None:
    assert Vintage.parse("  ") is None


@pytest.mark.parametrize("text", ["hier", "24", "2018-2017", "31/02/2026", "2026-13-01", "1750", "2024 environ"])
def test_unreadable_vintage_is_refused_with_examples(text: str) -> None:
    with pytest.raises(Refused) as refused:
        Vintage.parse(text)
    (problem,) = refused.value.problems
    assert problem.code == "millesime-illisible"
    assert text in problem.message
    assert "2017-2018" in problem.cure


def test_age_runs_from_the_last_day_and_is_never_negative() -> None:
    year = Vintage(date(2020, 1, 1), date(2020, 12, 31))
    assert year.age(date(2025, 12, 31)) == pytest.approx(5, abs=0.01)
    assert year.age(date(2020, 6, 1)) == 0
