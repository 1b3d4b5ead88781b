"""What is known of a town, and the data proposed from it."""

from datetime import date
from pathlib import Path

import pytest
from pytest_django import Settings

from coeurdeville.inventory.donnee import Donnee, Statut
from coeurdeville.inventory.vocabulaire import Ouverture
from coeurdeville.programme.candidatures.connu import connu, proposees

TREES = Donnee("arbres-2024", "arbres", "Arbres publics", statuts=(Statut(date(2024, 1, 1), Ouverture.OUVERTE),))
WATER = Donnee("eaux", "eau", "Cours d’eau")


def test_what_the_service_asks_and_the_inventory_has_is_ticked() -> None:
    lines = proposees([WATER, TREES], "patrimoine-arbore", None)
    first = lines[0]
    assert (first.couche, first.entree, first.demandee, first.role) == (
        "arbres", "arbres-2024", "indispensable", "indispensable",
    )  # fmt: skip
    assert first.donnee is not None
    assert first.donnee.ouverture is Ouverture.OUVERTE
    water = next(one for one in lines if one.couche == "eau")
    assert (water.donnee, water.demandee, water.role) == (WATER, "", "")


def test_nothing_is_ticked_over_an_answer() -> None:
    told = [{"couche": "eau", "entree": "eaux", "role": "utile"}]
    lines = proposees([WATER, TREES], "patrimoine-arbore", told)
    assert {(one.couche, one.entree): one.role for one in lines if one.role} == {("eau", "eaux"): "utile"}
    assert not any(one.role for one in proposees([TREES], "patrimoine-arbore", []))


def test_answer_stays_when_its_entry_left_the_inventory() -> None:
    told = [{"couche": "eau", "entree": "partie", "role": "utile"}]
    line = next(one for one in proposees([], "autre", told) if one.role)
    assert (line.entree, line.donnee, line.titre) == ("partie", None, "Eau")


def test_each_layer_is_offered_once() -> None:
    lines = [(one.couche, one.entree) for one in proposees([TREES], "patrimoine-arbore", None)]
    assert len(lines) == len({*lines})
    assert ("arbres", "") not in lines


@pytest.mark.django_db
def test_town_of_the_programme(settings: Settings, tmp_path: Path) -> None:
    settings.DATA = tmp_path
    found = connu("02691")
    assert found.commune is not None
    assert found.commune.nom == "Saint-Quentin"
    assert found.programme.endswith(", 2024-04")
    assert (found.edition, list(found.entrees)) == (None, [])
    told = dict(found.services)
    assert sum(len(those) for those in told.values()) == len(found.cellules)
    assert all(words.split("\u00a0")[0].isdecimal() for words in told)
