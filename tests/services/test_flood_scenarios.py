"""Scenarios are named as files name them, and told in order."""

import pytest

from coeurdeville.services.risks.flood_scenarios import are_levels, ordered, scenario


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("frequent", "inondation fréquente"),
        ("01For", "inondation fréquente"),
        ("Forte probabilité", "inondation fréquente"),
        ("02 moyen", "inondation moyenne"),
        ("02Moy", "inondation moyenne"),
        ("03Mcc", "inondation moyenne avec changement climatique"),
        ("moyen avec changement climatique", "inondation moyenne avec changement climatique"),
        ("04Fai", "inondation extrême"),
        ("EXTRÊME", "inondation extrême"),
        ("faible probabilité", "inondation extrême"),
        ("Crue d'octobre 1982", "scénario «\u00a0Crue d’octobre 1982\u00a0»"),
        ("faible", "scénario «\u00a0faible\u00a0»"),
        ("fort", "scénario «\u00a0fort\u00a0»"),
        ("aléa moyen", "aléa moyen"),
        ("Zone d’aléa très_fort", "aléa très fort"),
        ("alea 4", "aléa 4"),
        ("aléa 3 fort", "aléa fort"),
    ],
)
def test_a_scenario_is_told_by_how_rare_it_is_when_its_name_says_so(name: str, label: str) -> None:
    assert scenario(name).label == label


def test_order_goes_from_frequent_to_rare_then_by_name() -> None:
    names = ["xynthia", "extreme", "03Mcc", "aléa fort", "frequent", "02 moyen"]
    assert [one.name for one in ordered(names)] == ["frequent", "02 moyen", "03Mcc", "extreme", "aléa fort", "xynthia"]


@pytest.mark.parametrize("names", [["aléa 1", "aléa 2"], ["faible", "modéré", "fort"], ["Aléa fort", "moyen"]])
def test_hazard_levels_are_told_from_scenarios(names: list[str]) -> None:
    assert are_levels(names)


@pytest.mark.parametrize("names", [["aléa fort"], ["faible", "moyen", "fort"], ["aléa fort", "xynthia"], ["1", "2"]])
def test_what_may_be_scenarios_stays_scenarios(names: list[str]) -> None:
    assert not are_levels(names)


def test_levels_go_from_the_strongest_to_the_whole_flood() -> None:
    names = ["faible", "tous niveaux d’aléa", "très fort", "modéré"]
    assert [one.label for one in ordered(names)] == [
        "aléa très fort", "aléa modéré", "aléa faible", "tous niveaux d’aléa"
    ]  # fmt: skip
