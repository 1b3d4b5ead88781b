"""The buttons of the table, and what answers them."""

import pytest
from django.test import Client
from programme.monde import call, candidature, review, user

from coeurdeville.programme.models import Evenement, Relecture

pytestmark = pytest.mark.django_db


@pytest.fixture
def reading() -> Relecture:
    return review(candidature(call(), etat="deposee"))


def signed_in(client: Client, name: str) -> Client:
    client.force_login(user(name), "django.contrib.auth.backends.ModelBackend")
    return client


def test_button_goes_through_the_passage_and_comes_back(client: Client, reading: Relecture) -> None:
    sent = {"motif": "Je connais le maire.", "retour": "/compte/"}
    answer = signed_in(client, "relecteur").post(f"/gestes/relecture/{reading.pk}/abstenir/", sent)
    assert answer.headers["Location"] == "/compte/"
    assert Relecture.objects.get().etat == "abstenue"
    assert "C’est fait : relecteur@essai.example s’est abstenu." in client.get("/compte/").content.decode().replace(
        "\u00a0", " "
    )


def test_refusal_is_a_sentence(client: Client, reading: Relecture) -> None:
    signed_in(client, "relecteur").post(f"/gestes/relecture/{reading.pk}/abstenir/", {"retour": "/compte/"})
    assert "demande un motif" in client.get("/compte/").content.decode()
    assert Relecture.objects.get().etat == "assignee"


@pytest.mark.parametrize(
    "path", ["relecture/{}/abstenir/", "relecture/{}/voler/", "tableau/{}/abstenir/", "relecture/0/abstenir/"]
)
def test_nothing_is_told_to_whoever_has_no_right(client: Client, reading: Relecture, path: str) -> None:
    answer = signed_in(client, "autre").post(f"/gestes/{path.format(reading.pk)}", {"motif": "Parce que."})
    assert answer.status_code == 404
    assert not Evenement.objects.exists()


@pytest.mark.parametrize("elsewhere", ["https://ailleurs.example/", "//ailleurs.example/", "/\\ailleurs.example/", ""])
def test_way_back_stays_on_the_site(client: Client, reading: Relecture, elsewhere: str) -> None:
    sent = {"motif": "Parce que.", "retour": elsewhere}
    answer = signed_in(client, "relecteur").post(f"/gestes/relecture/{reading.pk}/abstenir/", sent)
    assert answer.headers["Location"] == f"/instruction/relectures/{reading.pk}/"
