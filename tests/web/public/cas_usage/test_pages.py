"""Pages of cards: a list, a card, its versions, « we want this one »."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from django.test import Client
from PIL import Image
from programme.cas_usage.fiches import published
from programme.monde import coordination, member
from pytest_django import Settings

from coeurdeville.espaces.models import Espace
from coeurdeville.programme.etats.franchir import franchir
from coeurdeville.programme.models import Adoption, CasUsage
from coeurdeville.reports.typesetting import page_count
from coeurdeville.web.public.cas_usage import views

pytestmark = pytest.mark.django_db
CARD = "/cas-usage/bruyeres-les-aulnes-patrimoine-arbore/"
BACKEND = "django.contrib.auth.backends.ModelBackend"


@pytest.fixture
def cas() -> CasUsage:
    return published()


@pytest.fixture
def pair() -> Client:
    """The pair of a town that could take the card."""
    Espace.objects.create(commune="00002", nom="Valmorin")
    client = Client()
    client.force_login(member(commune="00002"), BACKEND)
    return client


def test_empty_list_says_where_to_go(client: Client) -> None:
    text = client.get("/cas-usage/").content.decode()
    assert "Aucun cas d’usage n’est encore publié" in text
    assert "projets-territoire.csv" not in text


def test_list_is_filtered(client: Client, cas: CasUsage) -> None:
    assert f'<a href="{CARD}">Patrimoine arboré</a>' in client.get("/cas-usage/?theme=climat").content.decode()
    text = client.get("/cas-usage/?theme=risques").content.decode()
    assert CARD not in text
    assert "Aucun cas d’usage ne répond à ces trois choix" in text


def test_card_says_what_was_done_and_names_nobody(client: Client, cas: CasUsage) -> None:
    text = client.get(CARD).content.decode()
    for words in ("L’été, les jeunes arbres", "Les capteurs n’ont pas tenu", "géomaticienne"):
        assert words in text
    assert "essai.example" not in text
    assert "l’inventaire de la ville n’est pas public aujourd’hui" in text


def test_statuses_that_changed_since_stand_apart(
    client: Client, cas: CasUsage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(views, "aujourd_hui", lambda data, _: tuple(replace(one, ouverture="ouverte") for one in data))
    text = client.get(CARD).content.decode()
    assert "<td>statut à préciser</td><td>déjà ouverte</td>" in text


def test_visitor_is_told_how(client: Client, cas: CasUsage) -> None:
    text = client.get(CARD).content.decode()
    assert f"/compte/connexion/?next={CARD}%23vouloir" in text
    assert client.post(f"{CARD}vouloir/", {"commune": "00002"}).headers["Location"].startswith("/compte/connexion/")


def test_pair_says_that_it_wants_it(pair: Client, cas: CasUsage) -> None:
    assert "Valmorin veut ce service" in pair.get(CARD).content.decode()
    answer = pair.post(f"{CARD}vouloir/", {"commune": "00002"})
    assert answer.headers["Location"] == "/espace/00002/adoptions/"
    assert Adoption.objects.get().nom == "Valmorin"
    assert 'Valmorin <span class="etat partial">intéressée</span>' in pair.get(CARD).content.decode()


def test_another_town_is_not_theirs_to_say(pair: Client, cas: CasUsage) -> None:
    Espace.objects.create(commune="00003", nom="Clairfont")
    assert pair.post(f"{CARD}vouloir/", {"commune": "00003"}).status_code == 404


def test_versions_stay_and_say_what_they_changed(client: Client, cas: CasUsage) -> None:
    franchir(cas, "reviser", member())
    CasUsage.objects.update(prose={"methode": "Un second passage."})
    franchir(cas, "soumettre", member())
    franchir(cas, "publier", coordination())
    assert (
        "Un second passage." not in client.get(f"{CARD}versions/1/").content.decode().split("Ce que cette version")[0]
    )
    assert "<ins>Un second passage.</ins>" in client.get(f"{CARD}versions/2/").content.decode()
    assert client.get(f"{CARD}versions/3/").status_code == 404


def test_withdrawn_card_says_so(client: Client, cas: CasUsage) -> None:
    franchir(cas, "retirer", coordination(), "Un chiffre était faux.")
    answer = client.get(CARD)
    assert answer.status_code == 410
    assert "a été retiré" in answer.content.decode()


def test_paper_holds_on_two_pages(client: Client, cas: CasUsage) -> None:
    answer = client.get(f"{CARD}fiche.pdf")
    assert answer.headers["Content-Type"] == "application/pdf"
    assert page_count(answer.content) == 2
    assert b"pdfuaid" in answer.content


def test_paper_shows_the_pictures_that_can_be_read(
    client: Client, cas: CasUsage, settings: Settings, tmp_path: Path
) -> None:
    settings.MEDIA_ROOT = tmp_path
    Image.new("RGB", (80, 50), "#1C6B49").save(tmp_path / "rue.png")
    (tmp_path / "coupee.png").write_bytes((tmp_path / "rue.png").read_bytes()[:40])
    said = {"alt": "Une rue", "legende": "Une rue sous des tilleuls", "credit": "Ville, CC BY 4.0"}
    shown = [{"adresse": f"/medias/{name}", **said} for name in ("rue.png", "coupee.png", "absente.png")]
    franchir(cas, "reviser", member())
    CasUsage.objects.update(images=shown)
    franchir(cas, "soumettre", member())
    franchir(cas, "publier", coordination())
    paper = client.get(f"{CARD}fiche.pdf").content
    assert len(re.findall(rb"/Subtype\s*/Image", paper)) == 1
    assert page_count(paper) == 2


def test_service_leads_to_its_cards(client: Client, cas: CasUsage) -> None:
    assert CARD in client.get("/services/patrimoine-arbore/").content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_list_is_two_queries_however_many_cards(
    client: Client, count: int, django_assert_num_queries: Callable[[int], object]
) -> None:
    for rank in range(1, count + 1):
        published(f"0000{rank}", f"Ville {rank}")
    with django_assert_num_queries(2):  # type: ignore[attr-defined]
        assert client.get("/cas-usage/").content.decode().count("Ville ") == count
