"""An animateur follows who adopts what, and offers help."""

from collections.abc import Callable

import pytest
from django.test import Client
from programme.cas_usage.fiches import published
from programme.monde import member, user

from coeurdeville.comptes.models import Animateur
from coeurdeville.espaces.models import Espace
from coeurdeville.programme.adoptions.ouverture import vouloir
from coeurdeville.programme.adoptions.suivi import suivi
from coeurdeville.programme.etats.franchir import franchir
from coeurdeville.programme.models import Accord, Offre

pytestmark = pytest.mark.django_db
OFFER = {"titre": "Relever les arbres ensemble", "texte": "Deux ateliers.", "perimetre": "00002"}


@pytest.fixture
def helper() -> Client:
    found = user("animateur", nom="Animation de l’Aulnaie")
    Animateur.objects.create(utilisateur=found, perimetre="00001,00002")
    Espace.objects.create(commune="00002", nom="Valmorin")
    client = Client()
    client.force_login(found, "django.contrib.auth.backends.ModelBackend")
    return client


def test_nobody_yet_says_what_to_do(helper: Client) -> None:
    assert "Aucune ville n’a encore commencé" in helper.get("/animation/adoptions/").content.decode()


def test_adoptions_of_the_perimeter_are_followed(helper: Client) -> None:
    vouloir(published(), Espace.objects.get(), member(commune="00002"))
    text = helper.get("/animation/adoptions/").content.decode()
    assert "Valmorin" in text
    assert '<span class="etat partial">intéressée</span>' in text


def test_offer_goes_to_towns_then_is_closed(helper: Client) -> None:
    assert helper.post("/animation/offres/", OFFER).status_code == 302
    assert Accord.objects.get().nom == "Valmorin"
    assert "1 ville (Valmorin)" in helper.get("/animation/offres/").content.decode()
    assert "1 proposé" in helper.get("/animation/offres/").content.decode()
    helper.post(f"/animation/offres/{Offre.objects.get().pk}/clore/")
    assert Offre.objects.get().close_le is not None


def test_refused_offer_keeps_what_was_typed(helper: Client) -> None:
    answer = helper.post("/animation/offres/", {**OFFER, "perimetre": "00009"})
    assert answer.status_code == 400
    assert "ne sont pas de votre périmètre" in answer.content.decode()
    assert "Relever les arbres ensemble" in answer.content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_follow_up_is_three_queries(count: int, django_assert_num_queries: Callable[[int], object]) -> None:
    for rank in range(1, count + 1):
        published(f"0000{rank}", f"Ville {rank}")
    with django_assert_num_queries(3):  # type: ignore[attr-defined]
        assert len(suivi(["00001", "00002", "00003"])) == count


def test_reason_of_a_town_that_gave_up_is_followed(helper: Client) -> None:
    made = vouloir(published(), Espace.objects.get(), member(commune="00002"))
    franchir(made, "abandonner", member(commune="00002"), "Plus personne aux parcs.")
    assert "Plus personne aux parcs." in helper.get("/animation/adoptions/").content.decode()
