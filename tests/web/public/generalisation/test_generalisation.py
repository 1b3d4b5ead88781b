"""The spreading on any day: a map, tables, a file; a day that means nothing is refused in words."""

import csv
import io
from datetime import UTC, datetime

import pytest
from django.test import Client
from programme.cas_usage.fiches import published
from programme.monde import member

from coeurdeville.espaces.models import Espace
from coeurdeville.programme.adoptions.ouverture import vouloir
from coeurdeville.programme.etats.franchir import franchir
from coeurdeville.programme.models import Adoption, Evenement

pytestmark = pytest.mark.django_db


@pytest.fixture
def spread() -> None:
    """A project of October 2022 in a fictional town; an adoption of January 2024 in a real one."""
    cas = published()
    town = Espace.objects.create(commune="02691", nom="Saint-Quentin")
    vouloir(cas, town, member(commune="02691"))
    Evenement.objects.filter(objet="experimentation").update(date=datetime(2022, 10, 1, 8, tzinfo=UTC))
    Evenement.objects.filter(objet="adoption").update(date=datetime(2024, 1, 5, 8, tzinfo=UTC))


def test_nothing_yet_says_what_to_do(client: Client) -> None:
    text = client.get("/generalisation/").content.decode()
    assert "Rien n’avait commencé le" in text
    assert "<svg" not in text


def test_map_and_tables_are_those_of_the_day(client: Client, spread: None) -> None:
    text = client.get("/generalisation/?au=2024-01-05").content.decode()
    assert "2 villes, 1 service, dont 0 déployé" in text
    assert "À l’étude ou en préparation dans 1\u00a0ville et intéressée dans 1\u00a0ville." in text
    assert "expérimentation (0)" in text
    assert "Villes fictives, hors de la carte" in text
    assert "Hors de la carte, au-dessous\u00a0: 1\u00a0ville fictive." in text
    assert "Saint-Quentin" not in client.get("/generalisation/?au=2024-01-04").content.decode()


def test_months_are_told_in_a_table_too(client: Client, spread: None) -> None:
    text = client.get("/generalisation/?au=2024-01-31").content.decode()
    assert '<th scope="row">janvier 2024</th><td class="n">0</td><td class="n">1</td><td class="n">0</td>' in text
    assert "De octobre 2022 à janvier 2024" not in text
    assert "D’octobre 2022 à janvier 2024" in text


def test_file_of_a_day(client: Client, spread: None) -> None:
    rows = list(csv.reader(io.StringIO(client.get("/generalisation/etats.csv?au=2024-01-05").content.decode())))
    assert rows[1:] == [
        ["2024-01-05", "00001", "Bruyères-lès-Aulnes", "expérimentation", "Patrimoine arboré", "patrimoine-arbore",
         "en préparation", "2022-10-01", ""],
        ["2024-01-05", "02691", "Saint-Quentin", "adoption", "Patrimoine arboré", "patrimoine-arbore", "intéressée",
         "2024-01-05", ""],
    ]  # fmt: skip


def test_why_a_town_gave_up_is_on_the_page_the_file_and_the_card(client: Client, spread: None) -> None:
    adoption = Adoption.objects.get()
    franchir(adoption, "abandonner", member(commune="02691"), "Notre rivière n’est dans aucune carte.")
    assert "Notre rivière n’est dans aucune carte." in client.get("/generalisation/").content.decode()
    assert "Notre rivière n’est dans aucune carte." in client.get("/generalisation/etats.csv").content.decode()
    assert "Notre rivière n’est dans aucune carte." in client.get(f"/cas-usage/{adoption.cas.slug}/").content.decode()


@pytest.mark.parametrize(("asked", "told"), [
    ("hier", "« hier » n’est pas une date."), ("2024-02-30", "« 2024-02-30 » n’est pas une date."),
    ("2999-01-01", "Le 01/01/2999 n’est pas encore passé."),
])  # fmt: skip
def test_day_that_means_nothing(client: Client, asked: str, told: str) -> None:
    answer = client.get("/generalisation/", {"au": asked})
    assert answer.status_code == 400
    assert told in answer.content.decode().replace("\u00a0", " ")
    assert client.get("/generalisation/etats.csv", {"au": asked}).status_code == 400
