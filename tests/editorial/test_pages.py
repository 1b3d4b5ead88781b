"""Dossiers and interviews: written as drafts, listed once published, an interview with the agreement of the person."""

from collections.abc import Callable

import pytest
from django.test import Client
from wagtail.models import Page, Site

from coeurdeville.editorial.models import Dossier, Entretien, Rubrique

pytestmark = pytest.mark.django_db


@pytest.fixture
def rubrique() -> Rubrique:
    return Rubrique.objects.get()


def dossier(parent: Rubrique, number: int = 1, **fields: object) -> Dossier:
    page = Dossier(
        title=f"Planter utile {number}", slug=f"planter-{number}", chapeau="Où un arbre sert le plus.",
        theme="climat", corps=[("texte", "<h2>Choisir</h2><p>L’ombre d’abord.</p>")],
        **{"services": "patrimoine-arbore, service-disparu", **fields},
    )  # fmt: skip
    parent.add_child(instance=page)
    return page


def entretien(parent: Rubrique, **fields: object) -> Entretien:
    page = Entretien(
        title="« Compter ses arbres change tout »", slug="compter", chapeau="Un inventaire, et après ?",
        personne="Camille Essai", fonction="jardinière, ville fictive",
        corps=[("echange", {"question": "Par où commencer ?", "reponse": "<p>Par les rues.</p>"})], **fields,
    )  # fmt: skip
    parent.add_child(instance=page)
    return page


def test_root_of_the_site_is_the_list(rubrique: Rubrique) -> None:
    assert Site.objects.get().root_page.specific == rubrique
    assert rubrique.get_url() == "/dossiers/"
    assert Page.find_problems() == ([], [], [], [], [])


def test_empty_list_says_where_to_go(client: Client) -> None:
    text = client.get("/dossiers/").content.decode()
    assert "Aucun dossier n’est encore publié." in text
    assert '<a href="/services/">' in text


def test_dossier_is_read_with_the_services_that_exist(client: Client, rubrique: Rubrique) -> None:
    dossier(rubrique)
    text = client.get("/dossiers/planter-1/").content.decode()
    assert "<h1>Planter utile 1</h1>" in text
    assert "L’ombre d’abord." in text
    assert '<a href="/services/patrimoine-arbore/">Patrimoine arboré</a>' in text
    assert "service-disparu" not in text


def test_draft_is_not_there(client: Client, rubrique: Rubrique) -> None:
    dossier(rubrique, live=False)
    assert client.get("/dossiers/planter-1/").status_code == 404
    assert "Planter" not in client.get("/dossiers/").content.decode()


def test_interview_without_agreement_is_nowhere(client: Client, rubrique: Rubrique) -> None:
    entretien(rubrique)
    assert client.get("/dossiers/compter/").status_code == 404
    assert "Compter ses arbres" not in client.get("/dossiers/").content.decode()


def test_interview_with_agreement_is_read(client: Client, rubrique: Rubrique) -> None:
    entretien(rubrique, accord=True)
    text = client.get("/dossiers/compter/").content.decode()
    assert "Par où commencer ?" in text
    assert "<strong>Camille Essai</strong>, jardinière, ville fictive" in text
    assert "Compter ses arbres" in client.get("/dossiers/").content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_list_asks_the_same_of_the_database_whatever_its_length(
    client: Client, rubrique: Rubrique, count: int, django_assert_num_queries: Callable[[int], object]
) -> None:
    for number in range(count):
        dossier(rubrique, number)
    client.get("/dossiers/")
    with django_assert_num_queries(8):  # type: ignore[attr-defined]
        text = client.get("/dossiers/").content.decode()
    assert text.count("Planter utile") == count


def test_list_is_cut_in_pages(client: Client, rubrique: Rubrique) -> None:
    for number in range(21):
        dossier(rubrique, number)
    assert client.get("/dossiers/").content.decode().count("Planter utile") == 20
    assert client.get("/dossiers/?page=2").content.decode().count("Planter utile") == 1
    assert client.get("/dossiers/?page=neuf").content.decode().count("Planter utile") == 20


def test_only_resized_pictures_are_served(client: Client) -> None:
    for name in ("original_images/carte.jpg", "images/../base.sqlite3", "images/sous/dossier.jpg", "images/carte.svg"):
        assert client.get(f"/medias/{name}").status_code == 404
