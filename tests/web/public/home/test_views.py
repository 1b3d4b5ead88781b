"""Home and search: what is found, and how many queries it takes."""

from collections.abc import Callable

import pytest
from django.test import Client
from page_reading import faults, read

from coeurdeville.espaces.models import Edition
from coeurdeville.espaces.recherche import LONGEST

Publish = Callable[[int], list[Edition]]
pytestmark = pytest.mark.django_db


def test_home_without_any_diagnostic(client: Client, misprints: Callable[[str], list[str]]) -> None:
    """It says that there is none yet, and what to do."""
    content = client.get("/").content
    page = read(content)
    assert faults(content) == []
    assert page.title == "Les données environnementales de votre ville – coeurdeville"
    assert page.meta["canonical"] == "http://127.0.0.1:8000/"
    assert "Aucune ville n’a encore publié de diagnostic." in page.texts
    assert [text for text in page.texts if misprints(text)] == []


@pytest.mark.parametrize("count", [1, 3])
def test_home_takes_one_query(
    count: int, client: Client, publications: Publish, django_assert_num_queries: Callable[[int], object]
) -> None:
    publications(count)
    with django_assert_num_queries(1):  # type: ignore[attr-defined]
        answer = client.get("/")
    assert answer.content.decode().count("Établi le") == count


def test_last_published_first(client: Client, publications: Publish) -> None:
    publications(3)
    page = read(client.get("/").content)
    assert [link for link in page.links if link.startswith("/ville/")] == [
        "/ville/00001-valmorin/", "/ville/35236-redon/", "/ville/02691-saint-quentin/",
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["Redon", "REDON", "35236", "Redon (35)", "  redon "])
def test_the_only_town_is_shown_at_once(text: str, client: Client) -> None:
    answer = client.get("/recherche/", {"q": text})
    assert answer.status_code == 302
    assert answer["Location"] == "/ville/35236-redon/"


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("st quentin (02)", "/ville/02691-saint-quentin/"),
        ("l hay les roses", "/ville/94038-l-hay-les-roses/"),
        ("Valmorin", "/ville/00001-valmorin/"),
        ("00001", "/ville/00001-valmorin/"),
    ],
)
def test_abbreviations_articles_and_fictional_towns(
    text: str, address: str, client: Client, publications: Publish
) -> None:
    publications(3)
    assert client.get("/recherche/", {"q": text})["Location"] == address


def test_homonyms_are_told_apart(client: Client, misprints: Callable[[str], list[str]]) -> None:
    content = client.get("/recherche/", {"q": "saint denis"}).content
    page = read(content)
    assert faults(content) == []
    assert [text for text in page.texts if text.endswith("habitants")] == [
        "La Réunion (974), 155\u202f634 habitants".replace(" habitants", "\u00a0habitants"),
        "Seine-Saint-Denis (93), 149\u202f077\u00a0habitants",
        "Aude (11), 523\u00a0habitants",
        "Gard (30), 296\u00a0habitants",
    ]
    assert [text for text in page.texts if misprints(text)] == []


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("le puy", "/ville/43157-le-puy-en-velay/"),
        ("chalon", "/ville/71076-chalon-sur-saone/"),
        ("bourg", "/ville/01053-bourg-en-bresse/"),
        ("villefranche", "/ville/12300-villefranche-de-rouergue/"),
    ],
)
def test_a_town_of_the_programme_is_not_hidden_by_a_village(text: str, address: str, client: Client) -> None:
    answer = client.get("/recherche/", {"q": text})
    assert answer.status_code == 200
    towns = [link for link in read(answer.content).links if link.startswith("/ville/")]
    assert towns[0] == address
    assert len(towns) > 1


def test_a_former_commune_leads_to_the_one_of_today(client: Client) -> None:
    """The way it was found is said, so the page is not skipped."""
    answer = client.get("/recherche/", {"q": "Lomme"})
    assert answer.status_code == 200
    assert "/ville/59350-lille/" in read(answer.content).links


def test_nothing_found_says_what_to_do(client: Client, misprints: Callable[[str], list[str]]) -> None:
    content = client.get("/recherche/", {"q": "Redonn"}).content
    page = read(content)
    assert faults(content) == []
    assert (2, "Aucune ville ne répond à «\u00a0Redonn\u00a0»") in page.headings
    assert "/ville/35236-redon/" in page.links
    assert [text for text in page.texts if misprints(text)] == []


@pytest.mark.parametrize("text", ["", "   ", "'\"<script>", "%00", "é" * 500, "00000", "()", "🌳"])
def test_any_text_has_an_answer(text: str, client: Client) -> None:
    answer = client.get("/recherche/", {"q": text})
    assert answer.status_code == 200
    assert faults(answer.content) == []
    assert "é" * (LONGEST + 1) not in answer.content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_search_takes_one_query(
    count: int, client: Client, publications: Publish, django_assert_num_queries: Callable[[int], object]
) -> None:
    publications(count)
    with django_assert_num_queries(1):  # type: ignore[attr-defined]
        client.get("/recherche/", {"q": "saint denis"})
