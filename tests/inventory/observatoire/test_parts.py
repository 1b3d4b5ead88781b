"""Shares say who is counted among whom, when, and what is unknown."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from coeurdeville.inventory.observatoire.denominateurs import denominateurs
from coeurdeville.inventory.observatoire.lecture import read_observatoire
from coeurdeville.inventory.observatoire.obligation import Obligation, obligation
from coeurdeville.inventory.observatoire.parts import ALL, BANDS, Part, national_shares, shares
from coeurdeville.inventory.observatoire.presence import Etat, Presence
from coeurdeville.territories.commune import Commune

SEEN = Presence(portail="https://a.test")


@pytest.fixture
def etats(communes: Mapping[str, Commune]) -> list[Etat]:
    """Valbois publishes, the body of Ourle does, the other three were not seen."""
    said = {"00001": (SEEN, None), "00002": (None, SEEN)}
    return [Etat(one, *said.get(code, (None, None))) for code, one in communes.items()]


def counted(parts: tuple[Part, ...], bande: str) -> list[tuple[int, int]]:
    return [(one.numerateur, one.denominateur) for one in parts if one.bande == bande]


def test_shares_of_all_then_of_each_band(etats: list[Etat]) -> None:
    elsewhere = [replace(etats[0].commune, code="00098", population=30_000), replace(etats[0].commune, code="00099",
                 population=None)]  # fmt: skip
    parts = shares(etats, "16/12/2021", unseen=elsewhere)
    assert counted(parts, ALL) == [(1, 3), (1, 5), (2, 5)]
    assert [counted(parts, name) for name, *_ in BANDS] == [
        [(1, 1), (1, 2), (1, 2)],
        [(0, 1), (0, 1), (1, 1)],
        [(0, 1), (0, 1), (0, 1)],
    ]
    assert {one.date for one in parts} == {"16/12/2021"}
    first = parts[0]
    assert first.parmi == "communes présumées soumises"
    assert first.inconnus == 3, "one without population, two on which the source says nothing"
    assert first.manque == 1
    assert {one.inconnus for one in parts if one.bande == BANDS[1][0]} == {1}, "the one of this size"


def test_known_staff_changes_the_denominator_and_its_name(etats: list[Etat]) -> None:
    first = shares(etats, "2021", {"00001": 49, "00002": 50, "00003": 400})[0]
    assert (first.numerateur, first.denominateur, first.parmi) == (0, 2, "communes soumises")


def test_half_is_reached_without_one_more() -> None:
    assert Part("", "", ALL, 2, 4, "").manque == 0
    assert Part("", "", ALL, 2, 5, "").manque == 1
    assert Part("", "", ALL, 0, 0, "").taux is None


@pytest.mark.parametrize(
    ("population", "agents", "expected"),
    [
        (3_500, None, Obligation.PRESUMEE_NON),
        (3_501, None, Obligation.PRESUMEE),
        (3_501, 50, Obligation.SOUMISE),
        (3_501, 49.9, Obligation.NON_SOUMISE),
        (3_500, 500, Obligation.NON_SOUMISE),
        (None, 500, Obligation.INCONNUE),
    ],
)
def test_population_alone_never_concludes(population: int | None, agents: float | None, expected: Obligation) -> None:
    assert obligation(population, agents) is expected


def test_each_denominator_has_its_date_and_its_source() -> None:
    assert [one.nombre for one in denominateurs()] == [4_411, 4_510, 5_000, 22_845]
    assert all(one.date and one.source and one.page.startswith("https://") for one in denominateurs())


def test_national_shares_give_one_share_for_each_denominator(export: Callable[..., Path]) -> None:
    lines = [
        "210000011,VALBOIS,COM,,https://v.test,1,,,,,00,",
        "210000011,VALBOIS,COM,,,,https://d.test,1,,,00,",
        "300000000,SYNDICAT,AGCT,,https://s.test,1,,,,,00,",
    ]
    parts = national_shares(read_observatoire(export(lines)))
    assert [(one.numerateur, one.denominateur) for one in parts] == [(1, n) for n in (4_411, 4_510, 5_000, 22_845)]
    assert len({one.parmi for one in parts}) == 4
