"""Pages of requests: prepared, corrected, sent, followed."""

from collections.abc import Callable
from datetime import date, timedelta
from io import BytesIO

import pytest
from django.core import mail
from django.test import Client
from django.utils.timezone import now
from pytest_django import DjangoAssertNumQueries

from coeurdeville.comptes.models import Utilisateur
from coeurdeville.comptes.roles import Role
from coeurdeville.espaces.lettres import TO_FILL, preparer
from coeurdeville.espaces.models import Demande, Espace
from coeurdeville.espaces.reponses import Saisie, repondre

LIST = "/espace/00001/demandes/"
NEW = f"{LIST}nouvelle/points-lumineux/"


def filled(**more: str) -> dict[str, str]:
    parts = preparer("00001", "points-lumineux").parties
    return {**{name: TO_FILL.sub("su", text) for name, text in parts.items()}, **more}


def asked(espace: Espace, **more: object) -> Demande:
    said = {"titre": "Arbres", "destinataire": "Métropole", "lettre": "Bonjour", "fondement": "administration",
            "entree": "arbres", "expire_le": date(2099, 1, 1)}  # fmt: skip
    return Demande.objects.create(espace=espace, **{**said, **more})


def test_letter_is_shown_with_what_is_to_be_checked(avec_dossier: Espace, entre: Callable[..., Client]) -> None:
    text = entre(Role.CORRESPONDANT).get(NEW).content.decode()
    assert "Syndicat d’énergie fictif" in text
    assert "[à compléter\u00a0: adresse de la mairie]" in text
    assert '<option value="administration" selected>' in text
    assert "Demander «&nbsp;Points lumineux (fictif)&nbsp;»" in text


def test_ground_can_be_changed(avec_dossier: Espace, entre: Callable[..., Client]) -> None:
    client = entre(Role.CORRESPONDANT)
    assert '<option value="courtoisie" selected>' in client.get(f"{NEW}?fondement=courtoisie").content.decode()
    refused = client.get(f"{NEW}?fondement=humeur")
    assert refused.status_code == 400
    assert "/site/" not in refused.content.decode()


def test_letter_is_read_as_pdf_before_it_is_sent(avec_dossier: Espace, entre: Callable[..., Client]) -> None:
    response = entre(Role.CORRESPONDANT).post(NEW, filled(acte="apercu"))
    assert response.content.startswith(b"%PDF-")
    assert Demande.objects.count() == 0


def test_letter_sent_after_the_session_keeps_its_words(avec_dossier: Espace, entre: Callable[..., Client]) -> None:
    client = entre(Role.CORRESPONDANT)
    client.get(f"{NEW}?fondement=courtoisie")
    del client.cookies["sessionid"]
    typed = filled(objet="Une heure de travail", courriel="sig@syndicat.example")
    assert client.post(f"{NEW}?fondement=courtoisie", typed).headers["Location"] == f"{NEW}?fondement=courtoisie"
    client.force_login(Utilisateur.objects.get(), "django.contrib.auth.backends.ModelBackend")
    page = client.get(f"{NEW}?fondement=courtoisie")
    assert page.context["form"]["objet"].value() == "Une heure de travail"
    assert (Demande.objects.count(), mail.outbox) == (0, [])
    client.post(NEW, typed)
    assert "saisie" not in client.session


def test_corrected_letter_leaves_by_mail(avec_dossier: Espace, entre: Callable[..., Client]) -> None:
    response = entre(Role.CORRESPONDANT).post(NEW, filled(objet="Vos lampes", courriel="sig@syndicat.example"))
    demande = Demande.objects.get()
    assert response.headers["Location"] == f"{LIST}{demande.pk}/"
    assert [(one.to, one.subject) for one in mail.outbox] == [(["sig@syndicat.example"], "Vos lampes")]
    assert "Objet\u00a0: Vos lampes" in demande.lettre


def test_letter_to_be_completed_stays_in_the_form(avec_dossier: Espace, entre: Callable[..., Client]) -> None:
    parts = preparer("00001", "points-lumineux").parties
    response = entre(Role.CORRESPONDANT).post(NEW, {**parts, "objet": "Gardé", "courriel": "sig@syndicat.example"})
    assert response.status_code == 400
    text = response.content.decode()
    assert "La lettre ne peut pas partir par courriel" in text
    assert 'value="Gardé"' in text
    assert mail.outbox == []


def test_empty_part_and_wrong_address_are_said_together(avec_dossier: Espace, entre: Callable[..., Client]) -> None:
    response = entre(Role.CORRESPONDANT).post(NEW, filled(objet="", courriel="sig"))
    text = response.content.decode()
    assert '<a href="#id_objet">Cette partie de la lettre est vide.</a>' in text
    assert '<a href="#id_courriel">Saisissez une adresse électronique complète' in text


@pytest.mark.parametrize("path", [NEW, f"{LIST}1/lettre.pdf"])
def test_reader_does_not_write_to_holders(espace: Espace, entre: Callable[..., Client], path: str) -> None:
    assert entre(Role.LECTEUR).get(path).status_code == 403


def test_posted_letter_waits_for_its_receipt(espace: Espace, entre: Callable[..., Client]) -> None:
    client, demande = entre(Role.REFERENT), asked(espace)
    page = f"{LIST}{demande.pk}/"
    assert "à poster" in client.get(page).content.decode()
    client.post(f"{page}reception/", {"recue_le": date.today().isoformat()})
    demande.refresh_from_db()
    assert demande.recue_le == date.today()
    wrong = client.post(f"{page}reception/", {"recue_le": (date.today() + timedelta(1)).isoformat()}, follow=True)
    assert "ne peut pas avoir été reçue" in wrong.content.decode()
    nothing = client.post(f"{page}reception/", {"recue_le": ""}, follow=True)
    assert "Écrivez le jour de la réception." in nothing.content.decode()


def test_link_is_shown_to_those_who_may_send_it_only(espace: Espace, entre: Callable[..., Client]) -> None:
    page = f"{LIST}{asked(espace).pk}/"
    assert "/reponse/" in entre(Role.REFERENT).get(page).content.decode()
    assert "/reponse/" not in entre(Role.LECTEUR).get(page).content.decode()


def test_request_is_cancelled_once(espace: Espace, entre: Callable[..., Client]) -> None:
    client, page = entre(Role.REFERENT), f"{LIST}{asked(espace).pk}/"
    assert "son lien ne répond plus" in client.post(f"{page}annuler/", follow=True).content.decode()
    assert "n’attend plus de réponse" in client.post(f"{page}relancer/", follow=True).content.decode()
    assert client.post(f"{page}effacer/").status_code == 404


def test_answer_is_read_and_its_file_goes_into_the_folder(avec_dossier: Espace, entre: Callable[..., Client]) -> None:
    client, demande = entre(Role.CORRESPONDANT), asked(avec_dossier, entree="lieux-frais")
    file = BytesIO(b"nom;lieu\nParc;ici\nEglise;ailleurs\n")
    repondre(demande, Saisie("ouvrable", licence="lov2", repondant="Luc, SIG"), ("lieux.csv", file))
    page = f"{LIST}{demande.pk}/"
    text = client.get(page).content.decode()
    assert "nous pouvons l’ouvrir" in text
    assert "Luc, SIG" in text
    assert b"".join(client.get(f"{page}fichier/")).startswith(b"nom;lieu")
    assert (
        "Le fichier reçu est dans le dossier de la ville."
        in client.post(f"{page}verser/", follow=True).content.decode()
    )
    assert "Luc, SIG" not in entre(Role.LECTEUR).get(page).content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_list_takes_the_same_queries(
    espace: Espace, entre: Callable[..., Client], count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client = entre(Role.REFERENT)
    for _ in range(count):
        asked(espace)
    with django_assert_num_queries(7):
        assert client.get(LIST).content.decode().count("à poster</span>") == count


def test_empty_list_says_what_to_do(espace: Espace, entre: Callable[..., Client]) -> None:
    assert "Aucune demande" in entre(Role.LECTEUR).get(LIST).content.decode()


def test_closed_requests_are_cut_in_pages(espace: Espace, entre: Callable[..., Client]) -> None:
    for number in range(31):
        asked(espace, titre=f"Donnée {number}", annulee_le=now())
    client = entre(Role.LECTEUR)
    assert client.get(LIST).content.decode().count("Donnée ") == 30
    assert client.get(f"{LIST}?page=2").content.decode().count("Donnée ") == 1
