"""The adoptions of a town, and what is proposed to it."""

import pytest
from django.test import Client
from programme.cas_usage.fiches import published
from programme.monde import call, candidature, member, user

from coeurdeville.comptes.models import Animateur
from coeurdeville.comptes.roles import Role
from coeurdeville.espaces.models import Espace
from coeurdeville.programme.adoptions.offres import offrir
from coeurdeville.programme.adoptions.ouverture import vouloir
from coeurdeville.programme.models import Accord, Adoption

pytestmark = pytest.mark.django_db
PAGE = "/espace/02691/adoptions/"
BACKEND = "django.contrib.auth.backends.ModelBackend"


@pytest.fixture
def town() -> Espace:
    return Espace.objects.create(commune="02691", nom="Saint-Quentin")


@pytest.fixture
def pair(town: Espace) -> Client:
    client = Client()
    client.force_login(member(commune="02691"), BACKEND)
    return client


@pytest.fixture
def adoption(town: Espace) -> Adoption:
    return vouloir(published(), town, member(commune="02691"))


def test_empty_page_says_where_to_begin(pair: Client) -> None:
    text = pair.get(PAGE).content.decode()
    assert "La ville n’a encore demandé aucun service." in text
    assert "Aucun animateur n’a encore proposé" in text


def test_what_lacks_has_its_letter(pair: Client, adoption: Adoption) -> None:
    text = pair.get(PAGE).content.decode()
    assert "il manque 1 donnée indispensable" in text
    assert "/espace/02691/demandes/nouvelle/arbres/" in text
    assert "Une équipe qui relève à pied" in text


def test_reader_writes_no_letter(adoption: Adoption) -> None:
    client = Client()
    client.force_login(member(Role.LECTEUR, "02691"), BACKEND)
    text = client.get(PAGE).content.decode()
    assert "demandes/nouvelle" not in text
    assert "<textarea" not in text


def test_deployed_without_proof_is_refused_in_words(pair: Client, adoption: Adoption) -> None:
    answer = pair.post(f"{PAGE}{adoption.pk}/deployer/", {"preuve": "oui"}, follow=True)
    assert "elle n’a pas de diagnostic publié" in answer.content.decode()
    pair.post(f"{PAGE}{adoption.pk}/deployer/", {"preuve": "La carte est à l’accueil des parcs."})
    assert Adoption.objects.get().etat == "deployee"
    told = pair.get(PAGE).content.decode()
    assert "l’inventaire de la ville ne montre pas 1 donnée indispensable" in told
    assert "il manque 1 donnée" not in told


def test_town_that_was_not_retained_sees_it_said(pair: Client) -> None:
    published()
    candidature(call("decide", slug="autre"), "02691", "Saint-Quentin", "non_retenue")
    assert "Ce qui manque encore pour d’autres services" in pair.get(PAGE).content.decode()


def test_agreement_is_accepted_from_its_button(pair: Client, town: Espace) -> None:
    helper = user("animateur", nom="Animation de l’Aisne")
    Animateur.objects.create(utilisateur=helper, perimetre="02")
    made = offrir(helper, "02691", "Relever les arbres ensemble", "Deux ateliers.").accords.get()
    assert "Relever les arbres ensemble" in pair.get(PAGE).content.decode()
    pair.post(f"/gestes/accord/{made.pk}/accepter/", {"retour": PAGE})
    assert Accord.objects.get().etat == "accepte"
