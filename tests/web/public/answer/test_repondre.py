"""The page of a holder: no account, one answer, found by nobody."""

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from django.db import OperationalError
from django.test import Client
from pytest_django import Settings

from coeurdeville.espaces import index
from coeurdeville.espaces.liens import jeton
from coeurdeville.espaces.lieux import courriers
from coeurdeville.espaces.models import Demande, Espace
from coeurdeville.espaces.ouverture import ouvrir_espace

pytestmark = pytest.mark.django_db
ANSWER = {"reponse": "absente", "precisions": "Personne ne la tient.", "repondant": "Luc, SIG", "fin": "1"}


@pytest.fixture
def demande(tmp_path: Path, settings: Settings) -> Demande:
    settings.DATA = tmp_path
    espace = Espace.objects.create(commune="00001", nom="Aubois", revision=0)
    return Demande.objects.create(
        espace=espace, entree="arbres", titre="Arbres", destinataire="Métropole", lettre="Bonjour,\n\nVos arbres ?",
        fondement="administration", expire_le=date(2099, 1, 1), courriel="sig@metropole.example",
    )  # fmt: skip


def path(demande: Demande) -> str:
    return f"/reponse/{jeton(demande)}/"


def test_holder_reads_what_is_asked(client: Client, demande: Demande) -> None:
    response = client.get(path(demande))
    text = response.content.decode()
    assert "La commune d’Aubois vous demande une donnée" in text
    assert "Vos arbres ?" in text
    assert "sig@metropole.example" not in text
    assert (response.headers["X-Robots-Tag"], response.headers["Referrer-Policy"]) == (
        "noindex, nofollow", "no-referrer",
    )  # fmt: skip


def test_answer_is_kept_then_shown(client: Client, demande: Demande) -> None:
    response = client.post(path(demande), ANSWER, follow=True)
    text = response.content.decode()
    assert response.status_code == 200
    assert "la ville a reçu votre réponse" in text
    assert "Personne ne la tient." in text
    assert "Luc, SIG" not in text
    demande.refresh_from_db()
    assert (demande.reponse, demande.repondant) == ("absente", "Luc, SIG")
    client.post(path(demande), {**ANSWER, "reponse": "ouvrable"})
    assert Demande.objects.get().reponse == "absente"


def test_everything_that_lacks_is_said_and_what_was_typed_stays(client: Client, demande: Demande) -> None:
    response = client.post(path(demande), {"reponse": "deja_ouverte", "precisions": "Voyez le portail"})
    text = response.content.decode()
    assert response.status_code == 400
    for field in ("adresse", "licence", "repondant"):
        assert f'<a href="#id_{field}">' in text
    assert "Voyez le portail" in text
    assert Demande.objects.get().repondue_le is None


def test_file_comes_with_the_answer(client: Client, demande: Demande) -> None:
    file = BytesIO(b"a;b\n1;2\n")
    file.name = "../../arbres.csv"
    client.post(path(demande), {**ANSWER, "reponse": "ouvrable", "fichier": file})
    assert [one.name for one in courriers(demande.pk).rglob("*.csv")] == ["arbres.csv"]
    assert Demande.objects.get().fichier == "arbres.csv"


def test_hostile_file_is_refused_beside_its_field(client: Client, demande: Demande) -> None:
    file = BytesIO(b"MZ" + bytes(500))
    file.name = "arbres.csv"
    response = client.post(path(demande), {**ANSWER, "fichier": file})
    assert response.status_code == 400
    assert '<a href="#id_fichier">' in response.content.decode()
    assert Demande.objects.get().repondue_le is None


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"expire_le": date(2020, 1, 1)}, "Il servait à répondre à la commune d’Aubois jusqu’au 01/01/2020"),
        ({"annulee_le": "2026-11-25T10:00Z"}, "a annulé cette demande le 25/11/2026"),
    ],
)
def test_dead_link_says_why(client: Client, demande: Demande, change: dict[str, object], said: str) -> None:
    Demande.objects.update(**change)
    for response in (client.get(path(demande)), client.post(path(demande), ANSWER)):
        assert response.status_code == 410
        assert said in response.content.decode()
    assert Demande.objects.get().repondue_le is None


def test_address_that_the_site_did_not_sign_is_not_found(client: Client, demande: Demande) -> None:
    for token in ("1.abc", f"{demande.pk}", jeton(demande)[:-2]):
        assert client.get(f"/reponse/{token}/").status_code == 404


@pytest.mark.parametrize("arrived", [True, False])
def test_answer_whose_sending_was_cut_is_not_kept(client: Client, demande: Demande, arrived: bool) -> None:
    file = BytesIO(b"a;b\n1;2\n")
    file.name = "arbres.csv"
    told = {key: text for key, text in ANSWER.items() if key != "fin"}
    response = client.post(path(demande), {**told, **({"fichier": file} if arrived else {})})
    assert response.status_code == 400
    assert "s’est interrompu avant la fin" in response.content.decode()
    demande.refresh_from_db()
    assert demande.repondue_le is None
    assert not courriers(demande.pk).exists()


def test_answer_that_is_kept_is_said_so_though_the_inventory_cannot_follow(
    client: Client, demande: Demande, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(_: str) -> int:
        raise OperationalError("database is locked")

    ouvrir_espace("02691", "Ada Test")
    demande.espace = Espace.objects.get(commune="02691")
    demande.save()
    monkeypatch.setattr(index, "reindexer", locked)
    assert "la ville a reçu votre réponse" in client.post(path(demande), ANSWER, follow=True).content.decode()
