"""Scenarios are named as files name them, and told in order."""

import pytest

from coeurdeville.services.risks.flood_scenarios import ordered, scenario


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
    ],
)
def test_a_scenario_is_told_by_how_rare_it_is_when_its_name_says_so(name: str, label: str) -> None:
    assert scenario(name).label == label


def test_order_goes_from_frequent_to_rare_then_by_name() -> None:
    names = ["xynthia", "extreme", "03Mcc", "aléa fort", "frequent", "02 moyen"]
    assert [one.name for one in ordered(names)] == ["frequent", "02 moyen", "03Mcc", "extreme", "aléa fort", "xynthia"]
