"""The matrix on the site: filters, states of the page, the table, what to open first."""

import csv
from collections.abc import Callable
from io import StringIO

import pytest
from django.test import Client
from page_reading import faults, read

from coeurdeville.deployability.csv_table import COLUMNS
from coeurdeville.espaces.models import Edition
from coeurdeville.web.exploitation.keeping import SHELF

Publish = Callable[[int], list[Edition]]
pytestmark = pytest.mark.django_db


def _towns(content: bytes) -> list[str]:
    return [link for link in read(content).links if link.startswith("/ville/")]


def test_the_whole_programme(client: Client, misprints: Callable[[str], list[str]]) -> None:
    content = client.get("/redeploiement/").content
    page = read(content)
    assert faults(content) == []
    assert len(_towns(content)) == 244
    assert "244 communes, 4 services calculés et 20 services décrits." in [
        text.replace("\u00a0", " ") for text in page.texts
    ]
    assert [text for text in page.texts if misprints(text)] == []


def test_a_departement_and_a_theme(client: Client) -> None:
    content = client.get("/redeploiement/", {"ou": "35", "theme": "risques"}).content
    assert _towns(content) == [
        "/ville/35115-fougeres/", "/ville/35236-redon/", "/ville/35288-saint-malo/", "/ville/35360-vitre/",
    ]  # fmt: skip
    assert read(content).title == (
        "Risques naturels, Ille-et-Vilaine (35) – Où chaque service peut être redéployé – coeurdeville"
    )


def test_the_choice_is_kept_by_the_form_and_by_the_links(client: Client) -> None:
    text = client.get("/redeploiement/", {"ou": "R53", "taille": "petites"}).content.decode()
    assert '<option value="R53" selected>Toute la région Bretagne</option>' in text
    assert '<option value="petites" selected>Moins de 20\u202f000 habitants</option>' in text
    assert "/redeploiement/ouvrir/?ou=R53&amp;taille=petites" in text
    assert "/redeploiement/matrice.csv?ou=R53&amp;taille=petites" in text


def test_one_service_has_its_own_map(client: Client) -> None:
    text = client.get("/redeploiement/", {"service": "outil-de-plantation"}).content.decode()
    assert "bloqué (16)" in text


def test_nothing_left_is_said(client: Client) -> None:
    answer = client.get("/redeploiement/", {"etat": "verifie"})
    assert answer.status_code == 200
    assert faults(answer.content) == []
    assert (2, "Aucune case ne répond à ces choix") in read(answer.content).headings


def test_everything_that_is_not_understood_is_said_at_once(client: Client) -> None:
    answer = client.get("/redeploiement/", {"ou": "zz", "theme": "rien", "etat": "beau"})
    assert answer.status_code == 400
    assert faults(answer.content) == []
    assert answer.content.decode().count("n’est pas un choix de") == 3


def test_the_table_of_what_is_shown(client: Client) -> None:
    answer = client.get("/redeploiement/matrice.csv", {"ou": "35", "service": "trame-noire"})
    assert answer.content.startswith(b"\xef\xbb\xbfcode_insee;commune;")
    rows = list(csv.DictReader(StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert list(rows[0]) == list(COLUMNS)
    assert {row["departement"] for row in rows} == {"35"}
    assert {row["service"] for row in rows} == {"trame-noire"}
    assert {row["avec_les_fichiers_de_la_ville"] for row in rows} == {"bloque"}
    assert client.get("/redeploiement/matrice.csv", {"ou": "zz"}).status_code == 400


def test_what_to_open_first(client: Client, misprints: Callable[[str], list[str]]) -> None:
    content = client.get("/redeploiement/ouvrir/", {"ou": "35"}).content
    page = read(content)
    assert faults(content) == []
    assert (2, "Une donnée") in page.headings
    assert "/donnees/arbres/" in page.links
    assert [text for text in page.texts if misprints(text)] == []


def test_nothing_to_open_is_said(client: Client) -> None:
    answer = client.get("/redeploiement/ouvrir/", {"etat": "verifie", "par": "n’importe"})
    assert answer.status_code == 200
    assert faults(answer.content) == []


def test_a_town_is_named_and_linked_once_published_and_not_before(client: Client, publications: Publish) -> None:
    publications(3)
    assert "/ville/00001-valmorin/" in _towns(client.get("/redeploiement/").content)
    Edition.objects.filter(espace__commune="00001").update(publiee_le=None)
    content = client.get("/redeploiement/").content
    assert "/ville/00001-valmorin/" not in _towns(content)
    assert "Valmorin" not in content.decode()


@pytest.mark.parametrize(("count", "queries"), [(1, 3), (3, 4)])
def test_queries(
    count: int,
    queries: int,
    client: Client,
    publications: Publish,
    django_assert_num_queries: Callable[[int], object],
) -> None:
    """The trace, marks of the matrix, towns that published; the names of fictional towns, when there is one."""
    publications(count)
    client.get("/redeploiement/")
    SHELF.clear()
    with django_assert_num_queries(queries):  # type: ignore[attr-defined]
        client.get("/redeploiement/")
    with django_assert_num_queries(1):  # type: ignore[attr-defined]
        client.get("/redeploiement/")


def test_towns_that_do_not_exist_are_not_counted_unsaid(client: Client, publications: Publish) -> None:
    publications(3)
    page = client.get("/redeploiement/").content.decode().replace("\u00a0", " ")
    assert "<strong>245 communes, dont 1 ville fictive, " in page
    service = client.get("/services/trame-noire/").content.decode().replace("\u00a0", " ")
    assert "Les nombres portent sur 245 communes, dont 1 ville fictive." in service
