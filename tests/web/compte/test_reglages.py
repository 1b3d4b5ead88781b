"""What users change of their account, take away with them, or delete."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core import mail
from django.test import Client
from django_otp.plugins.otp_totp.models import TOTPDevice
from pytest_django import Settings

from coeurdeville.comptes.auteurs import signature
from coeurdeville.comptes.export import nom, relations
from coeurdeville.comptes.models import Animateur, Evenement, Invitation, Membre, Utilisateur, Verbe
from coeurdeville.comptes.parts import PARTS
from coeurdeville.comptes.roles import Role
from coeurdeville.espaces.models import Calcul, Demande, Espace
from coeurdeville.espaces.revision import reviser

PASSWORD, OTHER = "un mot de passe assez long", "un autre mot de passe long"

pytestmark = pytest.mark.django_db


def test_home_shows_towns_perimeters_and_settings(inside: Client, anne: Utilisateur, town: Espace) -> None:
    assert "Vous n’êtes membre d’aucune ville" in inside.get("/compte/").content.decode()
    Membre.objects.create(utilisateur=anne, commune=town.commune, role=Role.LECTEUR)
    Animateur.objects.create(utilisateur=anne, perimetre="02")
    Animateur.objects.create(utilisateur=anne, perimetre="une région disparue")
    page = inside.get("/compte/").content.decode()
    for words in ('<a href="/espace/02691/">Saint-Quentin</a>', "département Aisne (02)", "une région disparue"):
        assert words in page


@pytest.mark.parametrize("towns", [1, 3])
def test_home_costs_the_same_however_many_towns(
    inside: Client,
    anne: Utilisateur,
    towns: int,
    django_assert_num_queries: Callable[..., object],
) -> None:
    for number in range(towns):
        Espace.objects.create(commune=f"0000{number}", nom=f"Ville {number}")
        Membre.objects.create(utilisateur=anne, commune=f"0000{number}", role=Role.LECTEUR)
    with django_assert_num_queries(8):  # type: ignore[attr-defined]
        inside.get("/compte/")


def test_name_is_changed(inside: Client, anne: Utilisateur) -> None:
    inside.post("/compte/nom/", {"nom": "Anne Grand"})
    anne.refresh_from_db()
    assert str(anne) == "Anne Grand"


def test_new_password_keeps_this_session_ends_the_others_and_is_told(inside: Client, anne: Utilisateur) -> None:
    other = Client()
    other.force_login(anne, "django.contrib.auth.backends.ModelBackend")
    inside.post("/compte/mot-de-passe/", {"actuel": PASSWORD, "nouveau": OTHER})
    assert inside.get("/compte/").status_code == 200
    assert other.get("/compte/").status_code == 302
    assert [message.subject for message in mail.outbox] == ["Votre mot de passe a changé"]
    anne.refresh_from_db()
    assert anne.check_password(OTHER)


@pytest.mark.parametrize(
    ("actuel", "nouveau", "said"),
    [
        ("faux", OTHER, "Ce n’est pas votre mot de passe actuel."),
        (PASSWORD, "trop court", "12 caractères"),
        (PASSWORD, "123456789012345", "entièrement numérique"),
        (PASSWORD, "anne@ville.fr", "trop semblable"),
        (PASSWORD, "motdepasse123", None),
        (PASSWORD, "", "Saisissez un mot de passe."),
    ],
)
def test_password_that_is_wrong_or_weak(
    inside: Client, anne: Utilisateur, actuel: str, nouveau: str, said: str | None
) -> None:
    answer = inside.post("/compte/mot-de-passe/", {"actuel": actuel, "nouveau": nouveau})
    assert answer.status_code == (302 if said is None else 200)
    assert said is None or said in answer.content.decode()
    assert PASSWORD not in answer.content.decode()


def test_account_without_password_chooses_one(client: Client) -> None:
    user = Utilisateur.objects.create_user("lien@ville.fr")
    client.force_login(user, "django.contrib.auth.backends.ModelBackend")
    assert 'name="actuel"' not in client.get("/compte/mot-de-passe/").content.decode()
    client.post("/compte/mot-de-passe/", {"nouveau": OTHER})
    user.refresh_from_db()
    assert user.check_password(OTHER)


def test_forgotten_password_is_replaced_by_link_within_a_quarter_of_an_hour(
    client: Client, anne: Utilisateur, link: Callable[[], str]
) -> None:
    client.post("/compte/lien/", {"courriel": "anne@ville.fr", "next": "/compte/mot-de-passe/"})
    assert client.post(link()).headers["Location"] == "/compte/mot-de-passe/"
    assert 'name="actuel"' not in client.get("/compte/mot-de-passe/").content.decode()
    client.post("/compte/mot-de-passe/", {"nouveau": OTHER})
    anne.refresh_from_db()
    assert anne.check_password(OTHER)


def test_link_of_a_while_ago_replaces_no_password(client: Client, anne: Utilisateur, link: Callable[[], str]) -> None:
    client.post("/compte/lien/", {"courriel": "anne@ville.fr"})
    client.post(link())
    session = client.session
    session["lien"] -= 16 * 60
    session.save()
    assert "Saisissez un mot de passe." in client.post("/compte/mot-de-passe/", {"nouveau": OTHER}).content.decode()
    page = client.get("/compte/mot-de-passe/").content.decode()
    assert 'name="actuel"' in page
    assert "Recevoir un lien" in page
    anne.refresh_from_db()
    assert anne.check_password(PASSWORD)


def test_password_typed_after_a_link_ends_what_the_link_proved(
    client: Client, anne: Utilisateur, link: Callable[[], str]
) -> None:
    client.post("/compte/lien/", {"courriel": "anne@ville.fr"})
    client.post(link())
    client.force_login(anne, "django.contrib.auth.backends.ModelBackend")
    assert 'name="actuel"' in client.get("/compte/mot-de-passe/").content.decode()


def test_link_is_no_proof_to_move_the_account_elsewhere(
    client: Client, anne: Utilisateur, link: Callable[[], str]
) -> None:
    client.post("/compte/lien/", {"courriel": "anne@ville.fr"})
    client.post(link())
    mail.outbox.clear()
    answer = client.post("/compte/courriel/", {"courriel": "voleur@ailleurs.fr"})
    assert "Saisissez un mot de passe." in answer.content.decode()
    assert mail.outbox == []


def test_other_sessions_are_closed(inside: Client, anne: Utilisateur) -> None:
    other = Client()
    other.force_login(anne, "django.contrib.auth.backends.ModelBackend")
    inside.post("/compte/sessions/fermer/")
    assert inside.get("/compte/").status_code == 200
    assert other.get("/compte/").status_code == 302


def test_new_address_is_taken_once_confirmed_there(inside: Client, anne: Utilisateur, link: Callable[[], str]) -> None:
    inside.post("/compte/courriel/", {"courriel": "Anne@Metropole.fr", "actuel": PASSWORD})
    assert [message.to for message in mail.outbox] == [["anne@ville.fr"], ["Anne@Metropole.fr"]]
    assert "http" not in mail.outbox[0].body.split("--")[0]
    path = link()
    inside.get(path)
    anne.refresh_from_db()
    assert anne.courriel == "anne@ville.fr"
    inside.post(path)
    anne.refresh_from_db()
    assert anne.courriel == "anne@metropole.fr"
    assert inside.post(path).status_code == 410


@pytest.mark.parametrize("typed", [{}, {"actuel": ""}, {"actuel": "faux"}])
def test_open_session_is_not_enough_to_change_the_address(inside: Client, typed: dict[str, str]) -> None:
    answer = inside.post("/compte/courriel/", {"courriel": "voleur@ailleurs.fr", **typed})
    assert "mot de passe" in answer.content.decode()
    assert mail.outbox == []


def test_wrong_passwords_of_a_session_lock_as_those_of_a_visitor(inside: Client) -> None:
    for _ in range(5):
        answer = inside.post("/compte/courriel/", {"courriel": "voleur@ailleurs.fr", "actuel": "faux"})
    assert answer.status_code == 429
    assert inside.post("/compte/courriel/", {"courriel": "v@ailleurs.fr", "actuel": PASSWORD}).status_code == 429
    assert mail.outbox == []


def test_warning_reaches_the_former_address_whatever_was_sent_there(inside: Client, client: Client) -> None:
    for _ in range(6):
        client.post("/compte/lien/", {"courriel": "anne@ville.fr"})
    mail.outbox.clear()
    inside.post("/compte/courriel/", {"courriel": "anne@metropole.fr", "actuel": PASSWORD})
    assert [message.to for message in mail.outbox] == [["anne@ville.fr"], ["anne@metropole.fr"]]


def test_nothing_leaves_when_the_new_address_had_too_many(inside: Client, client: Client) -> None:
    for _ in range(6):
        client.post("/compte/lien/", {"courriel": "cible@ailleurs.fr"})
    mail.outbox.clear()
    answer = inside.post("/compte/courriel/", {"courriel": "cible@ailleurs.fr", "actuel": PASSWORD})
    assert "Trop de courriels" in answer.content.decode()
    assert mail.outbox == []


@pytest.mark.parametrize("path", ["/compte/courriel/", "/compte/mot-de-passe/", "/compte/supprimer/"])
def test_account_without_password_opens_a_link_first(client: Client, link: Callable[[], str], path: str) -> None:
    user = Utilisateur.objects.create_user("lien@ville.fr")
    client.force_login(user, "django.contrib.auth.backends.ModelBackend")
    session = client.session
    session["entree"] -= 16 * 60
    session.save()
    typed = {"courriel": "autre@ville.fr", "nouveau": OTHER, "mot": "supprimer"}
    assert "Demandez d’abord un lien" in client.post(path, typed).content.decode()
    assert mail.outbox == []
    assert "Recevoir le lien" in client.get(path).content.decode()
    client.post("/compte/lien/", {"courriel": "lien@ville.fr", "next": path})
    assert client.post(link()).headers["Location"] == path
    assert client.post(path, typed).status_code == (200 if path == "/compte/courriel/" else 302)


def test_link_of_an_address_is_of_no_use_to_another_account(
    inside: Client, anne: Utilisateur, link: Callable[[], str]
) -> None:
    inside.post("/compte/courriel/", {"courriel": "anne@metropole.fr", "actuel": PASSWORD})
    path, other = link(), Client()
    other.force_login(Utilisateur.objects.create_user("o@ville.fr"), "django.contrib.auth.backends.ModelBackend")
    assert other.post(path).status_code == 410


def test_address_of_another_account_is_not_told(inside: Client, anne: Utilisateur) -> None:
    Utilisateur.objects.create_user("prise@ville.fr")
    pages = [
        inside.post("/compte/courriel/", {"courriel": one, "actuel": PASSWORD}).content.decode().replace(one, "")
        for one in ("prise@ville.fr", "libre@ville.fr")
    ]
    assert pages[0] == pages[1]
    assert "déjà celle d’un compte" in mail.outbox[1].body


def test_address_taken_in_the_meantime_is_refused(inside: Client, anne: Utilisateur, link: Callable[[], str]) -> None:
    inside.post("/compte/courriel/", {"courriel": "libre@ville.fr", "actuel": PASSWORD})
    Utilisateur.objects.create_user("libre@ville.fr")
    answer = inside.post(link())
    assert answer.status_code == 400
    assert "Un compte existe déjà avec l’adresse libre@ville.fr" in answer.content.decode()


def test_data_are_one_file_without_any_secret(
    inside: Client, anne: Utilisateur, town: Espace, device: TOTPDevice, shows: Callable[[TOTPDevice], str]
) -> None:
    Membre.objects.create(utilisateur=anne, commune=town.commune, role=Role.LECTEUR)
    Calcul.objects.create(espace=town, revision=3, demande_par=anne)
    other = Utilisateur.objects.create_user("autre@ville.fr")
    Calcul.objects.create(espace=town, revision=4, demande_par=other, etat="fait")
    inside.post("/compte/second-facteur/", {"code": shows(device)})
    answer = inside.get("/compte/donnees/")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="coeurdeville-mes-donnees.json"'
    told = json.loads(answer.content)
    assert told["compte"]["courriel"] == "anne@ville.fr"
    assert [one["revision"] for one in told["espaces.calcul"]] == [3]
    assert [one["role"] for one in told["comptes.membre"]] == ["lecteur"]
    assert told["otp_totp.totpdevice"][0]["name"] == "téléphone"
    assert device.key not in answer.content.decode()
    anne.refresh_from_db()
    assert anne.password not in answer.content.decode()


def test_data_hold_the_revisions_that_the_account_signed_and_those_only(
    client: Client, referent: Utilisateur, anne: Utilisateur, town: Espace, tmp_path: Path, settings: Settings
) -> None:
    settings.DATA = tmp_path
    for number, user in enumerate((referent, anne), 1):
        text = f'[ville]\nnom = "Saint-Quentin"\ncommune = "02691"\n# {number}\n'
        reviser("02691", lambda folder, text=text: (folder / "ville.toml").write_text(text, "utf-8"),  # type: ignore[misc]
                signature(user, "02691"), f"Raison {number}")  # fmt: skip
    Membre.objects.filter(utilisateur=referent).delete()
    client.force_login(referent, "django.contrib.auth.backends.ModelBackend")
    (told,) = json.loads(client.get("/compte/donnees/").content)["revisions_signees"]
    assert told.pop("date").startswith("20")
    assert told == {"commune": "02691", "numero": 1, "role": "referent_metier", "motif": "Raison 1"}


def test_data_hold_nothing_of_who_answered(client: Client, referent: Utilisateur, town: Espace) -> None:
    Demande.objects.create(
        espace=town, entree="arbres", titre="Arbres", destinataire="M. Durand, la Métropole", courriel="d@metropole.fr",
        lettre="Monsieur Durand,", envoyee_par=referent, expire_le="2026-12-31", reponse="ouvrable",
        repondant="Mme Durand, 01 02 03 04 05", precisions="Voir avec M. Durand.",
    )  # fmt: skip
    Invitation.objects.create(commune="02691", courriel="durand@ville.fr", role=Role.LECTEUR, invite_par=referent)
    client.force_login(referent, "django.contrib.auth.backends.ModelBackend")
    answer = client.get("/compte/donnees/")
    told = json.loads(answer.content)
    assert (told["espaces.demande"][0]["titre"], told["comptes.invitation"][0]["role"]) == ("Arbres", "lecteur")
    assert told["espaces.demande"][0]["envoyee_le"]
    for words in ("durand", "01 02 03", "metropole"):
        assert words not in answer.content.decode().lower()


def test_each_field_that_names_an_account_has_its_part() -> None:
    assert {nom(one) for one in relations()} == set(PARTS)
    for one in relations():
        known = {field.name for field in one.related_model._meta.concrete_fields}
        assert known.issuperset(PARTS[nom(one)]), nom(one)


def test_deleted_account_leaves_deeds_without_its_name(
    inside: Client, anne: Utilisateur, town: Espace, referent: Utilisateur
) -> None:
    Membre.objects.create(utilisateur=anne, commune=town.commune, role=Role.CORRESPONDANT)
    run = Calcul.objects.create(espace=town, revision=3, demande_par=anne)
    inside.post("/compte/sessions/fermer/")
    page = inside.get("/compte/supprimer/").content.decode()
    assert "ancien membre (correspondant données)" in page
    assert inside.post("/compte/supprimer/", {"mot": "oui", "actuel": PASSWORD}).status_code == 200
    assert inside.post("/compte/supprimer/", {"mot": " Supprimer", "actuel": PASSWORD}).headers["Location"] == "/"
    assert not Utilisateur.objects.filter(courriel="anne@ville.fr").exists()
    assert not Membre.objects.filter(utilisateur__courriel="anne@ville.fr").exists()
    run.refresh_from_db()
    assert run.demande_par is None
    assert list(Evenement.objects.values_list("verbe", "acteur")) == [
        (Verbe.COMPTE_SUPPRIME, None),
        (Verbe.SESSIONS, None),
    ]
    assert inside.get("/compte/").status_code == 302


@pytest.mark.parametrize("typed", [{}, {"actuel": "faux"}])
def test_open_session_is_not_enough_to_delete_the_account(
    inside: Client, anne: Utilisateur, typed: dict[str, str]
) -> None:
    assert 'name="actuel"' in inside.get("/compte/supprimer/").content.decode()
    assert "mot de passe" in inside.post("/compte/supprimer/", {"mot": "supprimer", **typed}).content.decode()
    assert Utilisateur.objects.filter(pk=anne.pk).exists()


def test_last_of_the_pair_cannot_delete_the_account(client: Client, referent: Utilisateur) -> None:
    client.force_login(referent, "django.contrib.auth.backends.ModelBackend")
    page = client.get("/compte/supprimer/").content.decode()
    assert "René Grand est la dernière personne qui peut tenir l’espace de Saint-Quentin" in page
    assert "Inviter d’abord" in page
    client.post("/compte/supprimer/", {"mot": "supprimer", "actuel": PASSWORD})
    assert Utilisateur.objects.filter(pk=referent.pk).exists()
