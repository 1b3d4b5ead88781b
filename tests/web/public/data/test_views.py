"""The list of data and the page of each."""

from collections.abc import Callable

import pytest
from django.test import Client
from page_reading import faults, read

from coeurdeville.espaces.models import Edition, Entree

Publish = Callable[[int], list[Edition]]
pytestmark = pytest.mark.django_db


def _entry(edition: Edition, status: str = "ouverte", couche: str = "arbres") -> Entree:
    return Entree.objects.create(
        espace=edition.espace, identifiant=f"{couche}-{status}", couche=couche, titre="Arbres de la ville",
        ouverture=status, detenteur="Ada Test", acteur="public-local", fichier="arbres.csv",
    )  # fmt: skip


def test_the_list(client: Client, misprints: Callable[[str], list[str]]) -> None:
    content = client.get("/donnees/").content
    page = read(content)
    assert faults(content) == []
    assert (2, "70\u00a0données") in page.headings
    assert "/donnees/arbres/" in page.links
    assert "/donnees/contour/" not in page.links
    assert any(text.startswith("Relevé du 16/12/2021") for text in page.texts)
    assert [text for text in page.texts if misprints(text)] == []


def test_awaited_data_of_a_theme(client: Client) -> None:
    page = read(client.get("/donnees/", {"theme": "biodiversite", "sorte": "attendues"}).content)
    assert [link for link in page.links if link.startswith("/donnees/") and link.count("/") == 3] == [
        "/donnees/continuites-ecologiques/", "/donnees/espaces-proteges/", "/donnees/haies/",
        "/donnees/extinction-de-l-eclairage/", "/donnees/occupation-du-sol/", "/donnees/points-lumineux/",
    ]  # fmt: skip


def test_statuses_of_towns_are_counted(client: Client, publications: Publish) -> None:
    first, second, _ = publications(3)
    _entry(first)
    _entry(second)
    _entry(second, "candidate")
    assert "déjà ouverte\u00a0: 2\u202f; candidate à l’ouverture\u00a0: 1" in client.get("/donnees/").content.decode()


@pytest.mark.parametrize("slug", ["arbres", "canopee", "friches", "ouverture-des-donnees", "climat-quotidien"])
def test_a_layer_read_or_awaited(slug: str, client: Client, misprints: Callable[[str], list[str]]) -> None:
    content = client.get(f"/donnees/{slug}/").content
    page = read(content)
    assert faults(content) == []
    assert [text for text in page.texts if misprints(text)] == []


def test_what_is_known_of_trees(client: Client) -> None:
    page = read(client.get("/donnees/arbres/").content)
    assert "Hauteur totale" in page.texts
    assert "de 0 à 70\u00a0m" in page.texts
    assert "/schemas/arbres-urbains/" in page.links
    assert "/services/patrimoine-arbore/" in page.links
    assert "Communauté d’agglomération" in page.texts


def test_towns_that_have_it_but_not_who_holds_it(client: Client, publications: Publish) -> None:
    edition = publications(1)[0]
    _entry(edition)
    page = read(client.get("/donnees/arbres/").content)
    assert "/ville/02691-saint-quentin/" in page.links
    assert "Déjà ouverte" in page.texts
    assert "Acteur public local" in page.texts
    assert "Ada Test" not in " ".join(page.texts)


def test_a_town_that_published_nothing_is_not_shown(client: Client, publications: Publish) -> None:
    edition = publications(1)[0]
    _entry(edition)
    Edition.objects.update(publiee_le=None)
    assert "/ville/02691-saint-quentin/" not in read(client.get("/donnees/arbres/").content).links


def test_an_unknown_layer_is_not_found(client: Client) -> None:
    assert client.get("/donnees/rien/").status_code == 404


def test_an_unknown_theme_is_refused(client: Client) -> None:
    answer = client.get("/donnees/", {"theme": "rien"})
    assert answer.status_code == 400
    assert faults(answer.content) == []


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize("address", ["/donnees/", "/donnees/arbres/"])
def test_one_query(
    address: str,
    count: int,
    client: Client,
    publications: Publish,
    django_assert_num_queries: Callable[[int], object],
) -> None:
    for edition in publications(count):
        _entry(edition)
    with django_assert_num_queries(1):  # type: ignore[attr-defined]
        client.get(address)
