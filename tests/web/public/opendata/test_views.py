"""Our own results as open data."""

import json
from collections.abc import Callable

import pytest
from django.test import Client
from page_reading import faults, read
from pytest_django import Settings

from coeurdeville.espaces.models import Edition

Publish = Callable[[int], list[Edition]]
pytestmark = pytest.mark.django_db
VERSION = "http://127.0.0.1:8000/ville/00001-valmorin/versions/2026-11-25/"


@pytest.mark.parametrize("count", [0, 1])
def test_the_page(count: int, client: Client, publish: Publish, misprints: Callable[[str], list[str]]) -> None:
    publish(count)
    content = client.get("/donnees-ouvertes/").content
    assert faults(content) == []
    assert [text for text in read(content).texts if misprints(text)] == []


def test_each_file_can_be_downloaded_from_it(client: Client, publish: Publish) -> None:
    publish(1)
    links = read(client.get("/donnees-ouvertes/").content).links
    assert f"{VERSION}fichiers/diagnostic.pdf" in links
    assert f"{VERSION}fichiers/indicateurs.csv" in links


def test_the_catalogue(client: Client, publish: Publish) -> None:
    publish(1)
    answer = client.get("/donnees-ouvertes/catalogue.jsonld")
    dataset, inventory, matrix = json.loads(answer.content)["dcat:dataset"]
    assert inventory["@id"] == "http://127.0.0.1:8000/api/inventaires/00001"
    assert matrix["dcat:distribution"][0]["@id"] == "http://127.0.0.1:8000/redeploiement/matrice.csv"
    assert "dct:license" not in matrix["dcat:distribution"][0]
    assert answer["Content-Type"] == "application/ld+json; charset=utf-8"
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert dataset["@id"] == VERSION
    assert dataset["dct:identifier"] == "diagnostic-00001-2026-11-25"
    assert dataset["dct:title"]["@value"] == "Diagnostic de Valmorin, 25/11/2026"
    assert dataset["dct:spatial"]["skos:prefLabel"]["@value"] == "Valmorin (ville fictive)"
    assert dataset["dct:temporal"]["@type"] == "dct:PeriodOfTime"
    titles = {one["@id"].rpartition("/")[2]: one["dct:title"]["@value"] for one in dataset["dcat:distribution"]}
    assert titles["diagnostic.pdf"] == "Le diagnostic, à imprimer (PDF)"
    assert titles["donnees-patrimoine-arbore-objets.geojson"] == "Patrimoine arboré\u00a0: Arbres en place (GeoJSON)"
    assert not [name for name in titles if name == "rapport.json" or name.startswith(("carte-p", "carte-r"))]
    assert set(titles) >= {
        "diagnostic.gpkg", "diagnostic.html", "diagnostic.json", "diagnostic.pdf", "indicateurs.csv",
        "indicateurs.xlsx",
    }  # fmt: skip


def test_an_edition_whose_files_are_lost_is_left_out(client: Client, publish: Publish) -> None:
    edition = publish(1)[0]
    edition.pk, edition.identifiant = None, "2026-01-01"
    edition.save()
    told = json.loads(client.get("/donnees-ouvertes/catalogue.jsonld").content)
    names = [one["dct:identifier"] for one in told["dcat:dataset"]]
    assert names == ["diagnostic-00001-2026-11-25", "inventaire-00001", "redeploiement"]


def test_an_edition_that_is_not_public_is_not_there(client: Client, publish: Publish) -> None:
    publish(1)
    Edition.objects.update(publiee_le=None)
    (alone,) = json.loads(client.get("/donnees-ouvertes/catalogue.jsonld").content)["dcat:dataset"]
    assert alone["dct:identifier"] == "redeploiement"


def test_who_keeps_the_site_answers_about_its_data(client: Client, publish: Publish, settings: Settings) -> None:
    settings.PUBLISHER, settings.CONTACT = "Agence d’essai", "contact@essai.test"
    publish(1)
    told = json.loads(client.get("/donnees-ouvertes/catalogue.jsonld").content)
    reached = {one["dcat:contactPoint"]["vcard:hasEmail"]["@id"] for one in told["dcat:dataset"]}
    assert reached == {"mailto:contact@essai.test"}


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(("address", "queries"), [("/donnees-ouvertes/", 1), ("/donnees-ouvertes/catalogue.jsonld", 2)])
def test_queries(
    address: str,
    queries: int,
    count: int,
    client: Client,
    publish: Publish,
    django_assert_num_queries: Callable[[int], object],
) -> None:
    publish(count)
    with django_assert_num_queries(queries):  # type: ignore[attr-defined]
        client.get(address)
