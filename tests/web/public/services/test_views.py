"""The list of services and their pages."""

import re
from collections.abc import Callable

import pytest
from django.test import Client
from page_reading import faults, read

from coeurdeville.espaces.models import Edition
from coeurdeville.services.catalogue import all_services

Publish = Callable[[int], list[Edition]]
pytestmark = pytest.mark.django_db


def test_every_service_is_listed_by_theme(client: Client, misprints: Callable[[str], list[str]]) -> None:
    content = client.get("/services/").content
    page = read(content)
    assert faults(content) == []
    assert [words for level, words in page.headings if level == 2] == [
        "Adaptation au changement climatique", "Biodiversité", "Risques naturels",
    ]  # fmt: skip
    assert [words for level, words in page.headings if level == 3] == [one.title for one in all_services().values()]
    assert [text for text in page.texts if misprints(text)] == []


def test_a_theme_alone(client: Client) -> None:
    page = read(client.get("/services/", {"theme": "biodiversite"}).content)
    assert [words for level, words in page.headings if level == 3] == [
        "Atlas de la biodiversité communale", "Connaissance des espèces", "Trame noire", "Trame verte",
    ]  # fmt: skip
    assert "4 services, dont 1 calculé." in [text.replace("\u00a0", " ") for text in page.texts]


def test_sorted_by_reach_those_that_run_come_first(client: Client) -> None:
    page = read(client.get("/services/", {"tri": "villes"}).content)
    assert [words for level, words in page.headings if level == 3][:4] == [
        "Atlas de la biodiversité communale", "Connaissance des espèces", "Règle 3-30-300", "Trame verte",
    ]  # fmt: skip


def test_an_unknown_theme_is_refused(client: Client) -> None:
    answer = client.get("/services/", {"theme": "<b>"})
    assert answer.status_code == 400
    assert faults(answer.content) == []
    assert "«\u00a0&lt;b&gt;\u00a0» n’est pas un choix de «\u00a0thème\u00a0»" in answer.content.decode()


@pytest.mark.parametrize("slug", ["regle-3-30-300", "outil-de-plantation", "publier-les-arbres"])
def test_a_service_computed_described_or_a_practice(
    slug: str, client: Client, misprints: Callable[[str], list[str]]
) -> None:
    content = client.get(f"/services/{slug}/").content
    page = read(content)
    assert faults(content) == []
    assert [text for text in page.texts if misprints(text)] == []
    assert "/ville/02691-saint-quentin/" in page.links
    assert "/donnees/arbres/" in page.links


def test_its_figures_parameters_and_reference(client: Client) -> None:
    page = read(client.get("/services/patrimoine-arbore/").content)
    assert "Part de l’espèce la plus plantée" in page.texts
    assert "Part identifiée sous laquelle la diversité est tue" in page.texts
    assert "de 0 à 100\u202f%" in page.texts
    assert any("Santamour" in text for text in page.texts)


def test_its_method_is_told_before_its_reference(client: Client) -> None:
    page = read(client.get("/services/patrimoine-arbore/").content)
    said = " ".join(page.texts).replace("\u202f", " ").replace("\u00a0", " ")
    assert "Les lignes de l’inventaire dont l’état ne dit pas que l’arbre a disparu." in said
    assert "Au plus 10 % d’arbres d’une espèce, 20 % d’un genre, 30 % d’une famille." in said


def test_what_is_needed_one_way_or_another_is_no_mere_improvement(client: Client) -> None:
    content = client.get("/services/").content.decode().replace("\u00a0", " ").replace("&nbsp;", " ")
    words = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", content))
    assert "Il faut : Bâtiments, et une au moins de ces données : Arbres, Canopée, Espaces verts publics." in words
    assert "aucune donnée en particulier" not in words


def test_what_runs_in_part_is_not_said_to_run_whole(client: Client) -> None:
    words = " ".join(read(client.get("/services/").content).texts).replace("\u00a0", " ")
    assert "Tourne à coup sûr dans 244 communes sur 244, en partie seulement" in words


def test_an_unknown_service_is_not_found(client: Client) -> None:
    assert client.get("/services/rien/").status_code == 404


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(("address", "queries"), [("/services/", 1), ("/services/trame-noire/", 3)])
def test_queries(
    address: str,
    queries: int,
    count: int,
    client: Client,
    publications: Publish,
    django_assert_num_queries: Callable[[int], object],
) -> None:
    """Once the matrix is there: its marks, then the towns that published."""
    publications(count)
    client.get(address)
    with django_assert_num_queries(queries):  # type: ignore[attr-defined]
        client.get(address)
