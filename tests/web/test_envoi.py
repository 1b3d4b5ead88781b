"""What is sent once the session is over is given back to whoever sent it, and to nobody else."""

import pytest
from django.contrib.sessions.models import Session
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils.html import escape
from page_reading import faults
from programme.monde import user

from coeurdeville.comptes.models import Animateur, Utilisateur
from coeurdeville.espaces.models import Espace
from coeurdeville.programme.models import Offre

pytestmark = pytest.mark.django_db
OFFERS, AGAIN = "/animation/offres/", "/compte/reprendre/"
BACKEND = "django.contrib.auth.backends.ModelBackend"
OFFER = {"titre": "Relever les arbres ensemble", "texte": "Deux ateliers,\r\nau printemps.", "perimetre": "00002"}
PAGE = {"Referer": "http://testserver/animation/offres/?page=2"}


@pytest.fixture
def helper() -> Utilisateur:
    found = user("animateur")
    Animateur.objects.create(utilisateur=found, perimetre="00002")
    Espace.objects.create(commune="00002", nom="Valmorin")
    return found


@pytest.fixture
def left(helper: Utilisateur) -> Client:
    """Their browser, once the session is over and an offer was sent."""
    client = Client()
    client.force_login(helper, BACKEND)
    client.get(OFFERS)
    del client.cookies["sessionid"]
    answer = client.post(OFFERS, OFFER, headers=PAGE)
    assert answer.headers["Location"] == f"/compte/connexion/?next={AGAIN}"
    assert "est gardé" in client.get(answer.headers["Location"]).text
    return client


def hidden(client: Client) -> dict[str, str]:
    """The fields of the form that sends again."""
    text = client.get(AGAIN).text
    assert all(f'name="{name}" value="{escape(value)}"' in text for name, value in OFFER.items())
    return OFFER


def test_it_is_read_then_sent_again_by_one_button(left: Client, helper: Utilisateur) -> None:
    left.force_login(helper, BACKEND)
    page = left.get(AGAIN)
    assert faults(page.content) == ["no description"]  # nobody but its author reads it
    assert "Deux ateliers,<br>au printemps." in page.text.replace("\r", "").replace("\n", "")
    assert 'href="/animation/offres/?page=2"' in page.text
    assert left.post(OFFERS, hidden(left)).status_code == 302
    assert Offre.objects.get().texte.startswith("Deux ateliers")
    assert left.get(AGAIN).headers["Location"] == "/compte/"


def test_it_can_be_dropped(left: Client, helper: Utilisateur) -> None:
    left.force_login(helper, BACKEND)
    assert left.post(AGAIN).headers["Location"] == "/animation/offres/?page=2"
    assert left.get(AGAIN).headers["Location"] == "/compte/"
    assert not Offre.objects.exists()


def test_somebody_else_on_the_same_computer_is_not_shown_it(left: Client) -> None:
    left.force_login(user("autre"), BACKEND)
    assert left.get(AGAIN).headers["Location"] == "/compte/"


def test_nothing_is_kept_of_who_never_was_in(client: Client, helper: Utilisateur) -> None:
    answer = client.post(OFFERS, OFFER, headers=PAGE)
    assert answer.headers["Location"] == "/compte/connexion/?next=/animation/offres/%3Fpage%3D2"
    client.cookies["entree"] = f"{helper.pk}:abc:forged"
    client.post(OFFERS, OFFER)
    assert not Session.objects.exists()


def test_a_form_of_the_account_is_not_kept(helper: Utilisateur) -> None:
    client = Client()
    client.force_login(helper, BACKEND)
    client.get("/compte/mot-de-passe/")
    del client.cookies["sessionid"]
    client.post("/compte/mot-de-passe/", {"nouveau": "un mot de passe assez long"})
    assert "envoi" not in client.session


def test_a_page_of_another_site_is_not_where_one_is_led(helper: Utilisateur, client: Client) -> None:
    answer = client.post(OFFERS, OFFER, headers={"Referer": "https://ailleurs.example/animation/"})
    assert answer.headers["Location"] == f"/compte/connexion/?next={OFFERS}"


def test_a_text_without_end_is_not_kept(helper: Utilisateur) -> None:
    client = Client()
    client.force_login(helper, BACKEND)
    client.get(OFFERS)
    del client.cookies["sessionid"]
    answer = client.post(OFFERS, {"texte": "x" * 200_001})
    assert "trop long pour être gardé" in client.get(answer.headers["Location"]).text
    assert "envoi" not in client.session


def test_files_are_not_kept_and_it_is_said(helper: Utilisateur) -> None:
    client = Client()
    client.force_login(helper, BACKEND)
    client.get(OFFERS)
    del client.cookies["sessionid"]
    client.post(OFFERS, {**OFFER, "piece": SimpleUploadedFile("a.csv", b"a")})
    client.force_login(helper, BACKEND)
    page = client.get(AGAIN).text
    assert "Les fichiers joints, eux, ne sont pas gardés" in page
    assert "Envoyer de nouveau" not in page
