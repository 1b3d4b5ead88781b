"""Calls, as anybody reads them."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils.timezone import localdate, now
from programme.monde import NAME, TOWN, call, candidature, coordination, member

from coeurdeville.core.french import day
from coeurdeville.espaces.models import Espace
from coeurdeville.programme.etats.franchir import franchir

pytestmark = pytest.mark.django_db


def text(answer: Any) -> str:
    return str(answer.content.decode()).replace("\u00a0", " ").replace("\u202f", " ")


def test_no_call_says_what_to_do_meanwhile(client: Client) -> None:
    assert "Aucun appel n’est ouvert" in text(client.get("/appels/"))


def test_open_call_tells_its_limit_and_invites_the_pair(client: Client) -> None:
    words = "## Raisons\n\nPourquoi."
    call(promesse="Une expérimentation accompagnée.", presentation=words, contact="appel@essai.example",
         duree_mois="6 à 9")  # fmt: skip
    page = text(client.get("/appels/essai/"))
    assert "Les dépôts sont ouverts" in page
    assert "mailto:appel@essai.example" in page
    for told in (
        "Volonté d’essayer quelque chose de nouveau",
        "Villes éligibles",
        "Durée des expérimentations",
        "Pourquoi.",
    ):
        assert told in page
    Espace.objects.create(commune=TOWN, nom=NAME)
    client.force_login(member(), "django.contrib.auth.backends.ModelBackend")
    assert f"Candidater pour {NAME}" in text(client.get("/appels/essai/"))


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"ouvre_le": now() + timedelta(days=2)}, "Les dépôts ouvrent le"),
        ({"ferme_le": now() - timedelta(days=1)}, "clos depuis"),
        ({"ferme_le": now() - timedelta(days=1)}, "L’instruction n’a pas encore commencé."),
        ({"etat": "instruction"}, "en cours d’instruction"),
        ({"etat": "decide"}, "Les villes retenues"),
    ],
)
def test_each_moment_has_its_words(client: Client, fields: dict[str, Any], said: str) -> None:
    call(**fields)
    assert said in text(client.get("/appels/essai/"))


def test_nobody_is_named_before_the_decisions(client: Client) -> None:
    candidature(call(), etat="deposee")
    for path in ("/appels/", "/appels/essai/", "/appels/essai/dispositif-aide.json"):
        assert NAME not in text(client.get(path))


def test_call_is_given_as_data_and_on_paper(client: Client) -> None:
    call(promesse="Une expérimentation accompagnée.", presentation="Pourquoi.")
    found = client.get("/appels/essai/dispositif-aide.json")
    assert found.headers["Access-Control-Allow-Origin"] == "*"
    assert found.json()["titre"] == "Appel d’essai"
    assert text(client.get("/appels/essai/dispositif-aide.csv")).startswith("id,titre,promesse,")
    assert client.get("/appels/essai/cahier.pdf").content.startswith(b"%PDF-")


@pytest.mark.parametrize("etat", ["brouillon", "annule"])
def test_call_that_is_not_public_is_not_there(client: Client, etat: str) -> None:
    call(etat)
    for name in ("", "cahier.pdf", "dispositif-aide.csv", "dispositif-aide.json"):
        assert client.get(f"/appels/essai/{name}").status_code == 404


def test_published_call_that_is_cancelled_says_when_and_why(client: Client) -> None:
    appel = call(promesse="Une expérimentation accompagnée.", presentation="Pourquoi.", publie_le=now())
    franchir(appel, "annuler", coordination(), "Les crédits ne sont pas ouverts.")
    told = f"Cet appel a été annulé le {day(localdate())}."
    page = text(client.get("/appels/essai/"))
    assert told in page
    assert "Les crédits ne sont pas ouverts." in page
    for other in ("coordination@", "Les dépôts sont", "clos depuis", "d’instruction"):
        assert other not in page
    assert "annulé" in text(client.get("/appels/"))
    given = client.get("/appels/essai/dispositif-aide.json").json()
    assert given["description"].startswith(told)
    assert given["date_cloture"][:10] <= now().strftime("%Y-%m-%d")
    assert client.get("/appels/essai/cahier.pdf").content.startswith(b"%PDF-")
