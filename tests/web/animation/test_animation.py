"""The animateur's view: the towns of the perimeter, opening a space, nobody else's towns."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.core import mail
from django.test import Client
from django.utils.timezone import now
from pytest_django import DjangoAssertNumQueries, Settings

from coeurdeville.comptes.models import Animateur, Invitation, Utilisateur
from coeurdeville.espaces import animation
from coeurdeville.espaces.animation import a_ouvrir, suivies, villes_suivies
from coeurdeville.espaces.lieux import depot
from coeurdeville.espaces.models import Demande, Edition, Espace
from coeurdeville.espaces.ouverture import ouvrir_espace
from coeurdeville.inventory.ville import open_ville

pytestmark = pytest.mark.django_db
AISNE = ("02168", "02408", "02691", "02722")
DAY = date(2026, 11, 25)
Enters = Callable[..., Client]


@pytest.fixture(autouse=True)
def donnees(tmp_path: Path, settings: Settings) -> Path:
    settings.DATA = tmp_path
    return tmp_path


@pytest.fixture
def entre() -> Enters:
    def sign_in(*perimeters: str, coordination: bool = False) -> Client:
        user = Utilisateur.objects.create_user("a@aisne.example", coordination=coordination)
        for one in perimeters:
            Animateur.objects.create(utilisateur=user, perimetre=one)
        client = Client()
        client.force_login(user, "django.contrib.auth.backends.ModelBackend")
        return client

    return sign_in


def animateur(*perimeters: str) -> Utilisateur:
    user = Utilisateur.objects.create_user("a@aisne.example")
    for one in perimeters:
        Animateur.objects.create(utilisateur=user, perimetre=one)
    return user


def test_animateur_follows_the_towns_of_the_programme_in_the_perimeter() -> None:
    followed = suivies(animateur("02"))
    assert (followed.titre, followed.codes) == ("département Aisne (02)", AISNE)


def test_town_with_a_space_is_followed_out_of_the_programme() -> None:
    ouvrir_espace("02001", "A")
    assert suivies(animateur("02")).codes == ("02001", *AISNE)


def test_perimeter_that_means_nothing_gives_no_town() -> None:
    assert suivies(animateur("une région disparue")).codes == ()


def test_coordination_follows_all() -> None:
    user = Utilisateur.objects.create_user("c@coordination.example", coordination=True)
    user.is_verified = lambda: True  # type: ignore[attr-defined]
    assert len(suivies(user).codes) > 200


def test_town_is_told_with_its_space_its_edition_and_its_requests() -> None:
    espace = ouvrir_espace("02691", "A")
    Edition.objects.create(espace=espace, identifiant="2026-11-25", etablie_le=DAY,
                           publiee_le="2026-11-26T00:00Z")  # fmt: skip
    said = {"entree": "a", "titre": "A", "destinataire": "B", "lettre": "", "expire_le": date(2099, 1, 1)}
    for due in (DAY - timedelta(1), DAY + timedelta(1), None):
        Demande.objects.create(espace=espace, echeance=due, **said)
    Demande.objects.create(espace=espace, annulee_le="2026-11-25T00:00Z", **said)
    (one,) = villes_suivies(["02691"], DAY)
    assert (one.nom, one.publiee_le, one.attendues, one.echues) == ("Saint-Quentin", DAY, 3, 1)
    assert one.services == one.etats.total() > 20


def test_what_to_open_is_worked_out_once_a_matrix(monkeypatch: pytest.MonkeyPatch) -> None:
    first = a_ouvrir(AISNE)
    assert 1 <= len(first) <= 3
    monkeypatch.setattr(animation, "unlockings", None)
    assert a_ouvrir(AISNE) is first


def test_list_shows_the_perimeter_and_not_the_rest(entre: Enters) -> None:
    text = entre("02").get("/animation/").content.decode()
    for name in ("Château-Thierry", "Laon", "Saint-Quentin", "Soissons"):
        assert name in text
    assert "4 villes&nbsp;: département Aisne (02)." in text
    assert "Redon" not in text
    assert "Quoi ouvrir d’abord" in text


def test_list_without_town_says_whom_to_ask(entre: Enters) -> None:
    assert "Aucune ville dans votre périmètre" in entre("une région disparue").get("/animation/").content.decode()


def test_view_is_for_animateurs(entre: Enters, client: Client) -> None:
    assert client.get("/animation/").headers["Location"] == "/compte/connexion/?next=/animation/"
    assert entre().get("/animation/").status_code == 403


def test_coordination_reads_the_programme_page_by_page(entre: Enters) -> None:
    client = entre("programme")
    first, last = client.get("/animation/").content.decode(), client.get("/animation/?page=99").content.decode()
    assert first.count('<th scope="row"') == 30
    assert "Page suivante" in first
    assert "Page précédente" in last


@pytest.mark.parametrize("count", [1, 3])
def test_list_takes_the_same_queries(
    entre: Enters, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client = entre("02")
    for code in AISNE[:count]:
        ouvrir_espace(code, "A")
    client.get("/animation/")
    with django_assert_num_queries(9):
        assert client.get("/animation/").content.decode().count("ouvert</span>") == count


@pytest.mark.parametrize("published", [False, True])
def test_services_of_a_fictional_town_lead_to_pages_that_exist(entre: Enters, published: bool) -> None:
    town = Espace.objects.create(commune="00004", nom="Brévigne")
    if published:
        Edition.objects.create(espace=town, identifiant="2026-11-25", etablie_le=DAY, publiee_le=now())
    client = entre("00004")
    page = client.get("/animation/00004/").content.decode()
    links = re.findall(r'href="(/ville/[^"]+)"', page)
    assert (len(links) > 20) is published
    assert "Patrimoine arboré" in page
    assert client.get(links[-1] if links else "/a-propos/").status_code != 404  # no file of the edition is here


def test_page_of_a_town_offers_to_open_its_space(entre: Enters) -> None:
    client = entre("02")
    text = client.get("/animation/02691/").content.decode()
    assert "Ouvrir l’espace de la ville" in text
    assert "Ce que la ville peut faire tourner" in text
    response = client.post(
        "/animation/02691/ouvrir/", {"referent": "r@ville.example", "correspondant": ""}, follow=True
    )
    said = response.content.decode()
    assert "L’espace de Saint-Quentin est ouvert." in said
    assert "Invitation envoyée\u00a0: r@ville.example, référent métier." in said
    assert Espace.objects.get().revision == 1
    assert open_ville(depot("02691").ouvrir()).nom == "Saint-Quentin"
    assert [one.courriel for one in Invitation.objects.all()] == ["r@ville.example"]
    assert len(mail.outbox) == 1
    assert "Ouvrir l’espace de la ville" not in said


def test_wrong_address_opens_nothing(entre: Enters) -> None:
    said = entre("02").post("/animation/02691/ouvrir/", {"referent": "rien"}, follow=True).content.decode()
    assert "Saisissez une adresse électronique complète" in said
    assert Espace.objects.count() == 0


@pytest.mark.parametrize("path", ["/animation/35236/", "/animation/35236/ouvrir/"])
def test_town_of_another_perimeter_is_refused(entre: Enters, path: str) -> None:
    client = entre("02")
    assert (client.post if path.endswith("ouvrir/") else client.get)(path).status_code == 403


def test_code_of_no_commune_is_refused(entre: Enters) -> None:
    assert entre("02").get("/animation/02999/").status_code == 403
