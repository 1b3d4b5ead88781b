"""Rules on one value: numbers with keys, hours, telephones, codes."""

import polars as pl
import pytest

from coeurdeville.schemas.rules.catalogue import rules
from coeurdeville.territories.referentiel import read_referentiel


def wrong(name: str, *values: str | None, **params: object) -> list[str | None]:
    """The values that a rule finds wrong."""
    frame = pl.DataFrame({"c": list(values)}, schema={"c": pl.String})
    found = rules()[name].check(frame, {"column": "c", **params})
    masks = [mask for _, mask, _ in found]
    return [value for at, value in enumerate(values) if any(mask[at] for mask in masks)]


def test_a_siren_has_its_key() -> None:
    right, bad = ["732829320", "732 829 320", None], ["732829321", "73282932", "７３２８２９３２０"]
    assert wrong("french-siren-value", *right, *bad) == bad


def test_a_siret_has_its_key_and_that_of_its_siren() -> None:
    right = "73282932000074"
    other_siren_key = "12345678900007"  # the whole keeps the formula, its nine first figures do not
    assert wrong("french-siret-value", right, "73282932000075", other_siren_key, None) == [
        "73282932000075",
        other_siren_key,
    ]


def test_post_offices_have_a_key_of_their_own() -> None:
    head_office, by_five, neither = "35600000000048", "35600000049837", "35600000049838"
    assert sum(map(int, by_five)) % 5 == 0
    assert wrong("french-siret-value", head_office, by_five, neither) == [neither]


@pytest.mark.parametrize(
    "hours",
    [
        "24/7",
        "Mo-Fr 08:00-20:00",
        "Mo-Fr 08:30-12:00,13:30-17:30; Sa 09:00-12:00; PH off",
        "Mo,We,Fr 10:00-18:00, Sa 10:00-12:00",
        "Apr-Sep: Mo-Su 07:00-21:00; Oct-Mar: Mo-Su 08:00-18:00",
        "sunrise-sunset",
        "Mo[1] 10:00-12:00",
        'Sa 09:00-12:00 "sur rendez-vous"; Su closed',
        "Jan 01-Mar 15 off",
        "Fr-Sa 18:00-26:00",
        "08:00-18:00",
        "week 1-53/2 Fr 09:00-12:00",
        "2026 Jul-Aug Mo-Fr 10:00+",
    ],
)
def test_hours_of_openstreetmap_are_accepted(hours: str) -> None:
    assert wrong("opening-hours-value", hours) == []


@pytest.mark.parametrize(
    "hours",
    ["du lundi au vendredi", "Lu-Ve 08:00-12:00", "Mo-Fr 8h-12h", "Mo-Fr 08:00", "Mo-Fr 08:70-12:00", "; Mo",
     "Mo-Fr 08:00-12:00;;"],
)  # fmt: skip
def test_other_hours_are_not(hours: str) -> None:
    assert wrong("opening-hours-value", hours) == [hours]


def test_telephones() -> None:
    right = ["0476544254", "04 76 54 42 54", "+33 4 76 54 42 54", "+33 (0)4.76.54.42.54", "3949", "15", "118218",
             "+262 262 12 34 56", "0033476544254"]  # fmt: skip
    bad = ["047654425", "+33 04 76 54 42 54", "mairie", "+0123456789", "12345"]
    assert wrong("phone-number-value", *right, *bad) == bad


def test_year_intervals() -> None:
    values = ("2017/2018", "2018/2017", "2017", "2017-2018", "17/18")
    assert wrong("year-interval-value", *values) == ["2018/2017", "2017", "2017-2018", "17/18"]
    alone = {"allow-year-only": "yes"}
    assert "2017" not in wrong("year-interval-value", *values, **alone)


def test_subjects_of_deliberations() -> None:
    right = [
        "domaines de compétences par thèmes/aménagement du territoire", "Finances locales/Subventions",
        "urbanisme/documents d'urbanisme", "institutions et vie politique/décision d’ester en justice",
    ]  # fmt: skip
    bad = ["finances locales", "urbanisme/subventions", "7.5"]
    assert wrong("nomenclature-actes-value", *right, *bad) == bad


def test_points_in_france_and_the_two_ways_of_not_being_there() -> None:
    frame = pl.DataFrame({"c": ["[2.35, 48.85]", "48.85,2.35", "13.4, 52.5", "Paris", None, "55.45, -20.88"]})
    found = {words["fault"]: mask.to_list() for _, mask, words in
             rules()["french-gps-coordinates"].check(frame, {"column": "c"})}  # fmt: skip
    assert [at for at, one in enumerate(found["ont leur latitude avant leur longitude"]) if one] == [1]
    assert [at for at, one in enumerate(found["ne sont pas en France"]) if one] == [2, 3]


def test_insee_codes_are_those_of_communes_of_today() -> None:
    former = next(code for code, kind in
                  zip(*(read_referentiel().anciennes[one].to_pylist() for one in ("code", "sorte")), strict=True)
                  if kind == "ancien code")  # fmt: skip
    assert wrong("insee-code", "02691", "2A004", "75101", "75056", None, "2691", "69000", former) == [
        "2691", "69000", former,
    ]  # fmt: skip
