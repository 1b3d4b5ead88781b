"""The page of one service in a town."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from coeurdeville.espaces.models import Edition
from coeurdeville.espaces.ouverture import importer_dossier

Files = Mapping[str, bytes]
Publish = Callable[..., Edition]
PAGE = "/ville/00001-valmorin/patrimoine-arbore/"
FILES = "/ville/00001-valmorin/versions/2026-11-25/fichiers/"


def test_service_that_ran_has_its_page_its_two_maps_its_table_and_its_layers(
    client: Client, publish: Publish, files: Files
) -> None:
    publish(files)
    page = client.get(PAGE).content.decode()
    assert page.count("<h1>") == 1
    assert "<h1>Patrimoine arboré, Valmorin</h1>" in page
    moving, drawn = page.index("data-carte="), page.index('id="patrimoine-arbore-carte')
    assert moving < drawn
    assert f'data-carte="{FILES}carte-patrimoine-arbore.json"' in page
    assert '<th scope="col">Quartier</th>' in page
    assert f'<a href="{FILES}donnees-patrimoine-arbore-objets.geojson">Arbres en place</a>' in page
    assert '&lt;iframe src="http://127.0.0.1:8000/integrer/00001/patrimoine-arbore/" title="Patrimoine' in page


def test_background_map_is_allowed_to_the_page_that_asks_for_it_alone(
    client: Client, publish: Publish, files: Files
) -> None:
    publish(files)
    usual = [client.get(PAGE), client.get(f"{PAGE}?fond=autre"), client.get("/ville/00001-valmorin/?fond=ign")]
    asked = client.get(f"{PAGE}?fond=ign")
    assert all("geopf" not in one["Content-Security-Policy"] for one in usual)
    policy = dict(part.strip().partition(" ")[::2] for part in asked["Content-Security-Policy"].split(";"))
    assert policy["connect-src"] == "'self' https://data.geopf.fr"
    assert policy["img-src"] == "'self' data: blob: https://data.geopf.fr"
    assert policy["script-src"] == "'self'"
    assert 'data-fond="ign"' in asked.content.decode()
    assert 'data-fond="ign"' not in client.get(PAGE).content.decode()


def test_service_that_did_not_run_says_why(client: Client, publish: Publish, poor: Files) -> None:
    publish(poor)
    answer = client.get(PAGE)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "Ce service n’est pas dans le diagnostic du 25/11/2026." in page
    assert "Apporter «\u00a0Arbres\u00a0»." in page


def test_described_service_in_a_real_town_says_what_it_needs_and_whom_to_ask(client: Client, publish: Publish) -> None:
    assert callable(publish)
    page = client.get("/ville/02691-saint-quentin/acces-a-la-fraicheur/").content.decode()
    assert "Il manque «\u00a0Lieux frais\u00a0»" in page
    assert "<h3>À qui demander</h3>" in page


def test_whom_the_published_inventory_names_is_told_with_what_to_do(
    client: Client, publish: Publish, files: Files, dossier: Path
) -> None:
    importer_dossier(dossier, "Ada Test")
    publish(files)
    page = client.get("/ville/00001-valmorin/trame-noire/", follow=True).content.decode().replace("\u00a0", " ")
    assert "« Points lumineux » : pas encore donnée\u202f; Syndicat d’énergie fictif, candidate à l’ouverture" in page
    assert "<h3>À qui demander</h3>" in page
    assert "<li>Écrire à qui détient « Points lumineux ».</li>" in page


def test_service_that_nobody_knows_is_no_page(client: Client, publish: Publish, files: Files) -> None:
    publish(files)
    assert client.get("/ville/00001-valmorin/nul/").status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_queries(
    client: Client, publish: Publish, files: Files, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(count):
        publish(files)
    with django_assert_num_queries(3):
        client.get(PAGE)
