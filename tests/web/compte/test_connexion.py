"""Signing in and out."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from axes.models import AccessAttempt
from django.core import mail
from django.test import Client
from django.utils.timezone import now

from coeurdeville.comptes.models import Utilisateur
from coeurdeville.web.compte.connexion import WRONG

PASSWORD = "un mot de passe assez long"
LOGIN, LINK = "/compte/connexion/", "/compte/lien/"

pytestmark = pytest.mark.django_db


def sign_in(client: Client, courriel: str, password: str = PASSWORD, **extra: str) -> object:
    return client.post(LOGIN, {"courriel": courriel, "mot_de_passe": password}, **extra)


def is_in(client: Client) -> bool:
    return client.get("/compte/").status_code == 200


def test_password_opens_the_session_on_the_page_that_was_asked_for(client: Client, anne: Utilisateur) -> None:
    asked = client.get("/compte/nom/")
    assert asked.headers["Location"] == "/compte/connexion/?next=/compte/nom/"
    shown = client.get(asked.headers["Location"]).content.decode()
    assert '<input type="hidden" name="next" value="/compte/nom/">' in shown
    sent = {"courriel": "Anne@Ville.fr ", "mot_de_passe": PASSWORD, "next": "/compte/nom/"}
    assert client.post(LOGIN, sent).headers["Location"] == "/compte/nom/"
    assert is_in(client)


def test_next_page_is_always_of_the_site(client: Client, anne: Utilisateur) -> None:
    sent = {"courriel": "anne@ville.fr", "mot_de_passe": PASSWORD, "next": "https://ailleurs.example/"}
    assert client.post(LOGIN, sent).headers["Location"] == "/compte/"


def test_whoever_is_in_is_not_asked_again(inside: Client) -> None:
    assert inside.get(LOGIN).headers["Location"] == "/compte/"


@pytest.mark.parametrize("courriel", ["anne@ville.fr", "personne@ville.fr", "fermee@ville.fr"])
def test_refusal_says_the_same_whether_the_account_exists_or_not(
    client: Client, anne: Utilisateur, courriel: str
) -> None:
    Utilisateur.objects.create_user("fermee@ville.fr", PASSWORD, is_active=False)
    password = PASSWORD if courriel == "fermee@ville.fr" else "un autre"
    page = sign_in(client, courriel, password).content.decode()  # type: ignore[attr-defined]
    assert WRONG in page
    assert page.count("Il y a un problème") == 1
    assert not is_in(client)


def test_error_summary_leads_to_each_field(client: Client) -> None:
    page = client.post(LOGIN, {"courriel": "anne", "mot_de_passe": ""}).content.decode()
    assert '<a href="#id_courriel">Saisissez une adresse électronique complète' in page
    assert '<a href="#id_mot_de_passe">Saisissez un mot de passe.</a>' in page
    assert 'aria-invalid="true"' in page
    assert 'value="anne"' in page


def test_fifth_wrong_password_locks_the_account_and_says_until_when(client: Client, anne: Utilisateur) -> None:
    for _ in range(4):
        assert sign_in(client, "anne@ville.fr", "faux").status_code == 200  # type: ignore[attr-defined]
    locked = sign_in(client, "anne@ville.fr", "faux")
    assert locked.status_code == 429  # type: ignore[attr-defined]
    assert "ne sont plus vérifiés jusqu’à" in locked.content.decode()  # type: ignore[attr-defined]
    elsewhere = Client(REMOTE_ADDR="192.0.2.9")
    assert sign_in(elsewhere, "anne@ville.fr").status_code == 429  # type: ignore[attr-defined]
    assert not is_in(elsewhere)


def test_unknown_address_is_locked_in_the_same_way(client: Client) -> None:
    codes = [sign_in(client, "personne@ville.fr", "faux").status_code for _ in range(5)]  # type: ignore[attr-defined]
    assert codes == [200, 200, 200, 200, 429]


def test_trying_during_the_lock_does_not_make_it_longer(client: Client, anne: Utilisateur) -> None:
    for _ in range(5):
        sign_in(client, "anne@ville.fr", "faux")
    AccessAttempt.objects.update(attempt_time=now() - timedelta(minutes=14))
    assert sign_in(client, "anne@ville.fr").status_code == 429  # type: ignore[attr-defined]
    AccessAttempt.objects.update(attempt_time=now() - timedelta(minutes=16))
    assert sign_in(client, "anne@ville.fr").status_code == 302  # type: ignore[attr-defined]


def test_address_of_the_network_is_locked_after_twenty_failures_on_several_accounts(
    client: Client, anne: Utilisateur
) -> None:
    for number in range(19):
        assert sign_in(client, f"{number}@ville.fr", "faux").status_code == 200  # type: ignore[attr-defined]
    assert sign_in(client, "19@ville.fr", "faux").status_code == 429  # type: ignore[attr-defined]
    assert sign_in(client, "anne@ville.fr").status_code == 429  # type: ignore[attr-defined]
    assert sign_in(Client(REMOTE_ADDR="192.0.2.9"), "anne@ville.fr").status_code == 302  # type: ignore[attr-defined]


def test_success_forgets_the_failures_of_the_account_and_not_those_of_the_address(
    client: Client, anne: Utilisateur
) -> None:
    for courriel in ("anne@ville.fr", "anne@ville.fr", "autre@ville.fr"):
        sign_in(client, courriel, "faux")
    sign_in(client, "anne@ville.fr")
    assert AccessAttempt.objects.count() == 1


def test_failures_are_kept_without_any_address_or_password_in_clear(client: Client) -> None:
    sign_in(client, "personne@ville.fr", "faux mais secret")
    kept = " ".join(str(value) for value in AccessAttempt.objects.values().get().values())
    assert "personne" not in kept
    assert "secret" not in kept


def test_lock_leaves_the_link_open(client: Client, anne: Utilisateur, link: Callable[[], str]) -> None:
    for _ in range(5):
        sign_in(client, "anne@ville.fr", "faux")
    client.post(LINK, {"courriel": "anne@ville.fr"})
    client.post(link())
    assert is_in(client)
    assert not AccessAttempt.objects.exists()


def test_link_signs_in_once_by_its_button(client: Client, anne: Utilisateur, link: Callable[[], str]) -> None:
    client.post(LINK, {"courriel": "ANNE@ville.fr", "next": "/compte/nom/"})
    assert mail.outbox[0].to == ["anne@ville.fr"]
    path = link()
    assert "Ce lien connecte le compte anne@ville.fr" in client.get(path).content.decode()
    assert not is_in(client)
    assert client.post(path).headers["Location"] == "/compte/nom/"
    assert is_in(client)
    again = Client().post(path)
    assert again.status_code == 410
    assert "Ce lien ne sert plus" in again.content.decode()


def test_link_dies_after_fifteen_minutes(
    client: Client, anne: Utilisateur, link: Callable[[], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    client.post(LINK, {"courriel": "anne@ville.fr"})
    path = link()
    later = now().timestamp() + 15 * 60 + 5
    monkeypatch.setattr("django.core.signing.time.time", lambda: later)
    assert client.post(path).status_code == 410


@pytest.mark.parametrize("change", ["x{}", "{}x", "lien"])
def test_altered_link_is_refused(client: Client, anne: Utilisateur, link: Callable[[], str], change: str) -> None:
    client.post(LINK, {"courriel": "anne@ville.fr"})
    token = link().split("/")[3]
    assert client.post(f"{LINK}{change.format(token)}/").status_code == 410


def test_link_dies_with_a_new_password(client: Client, anne: Utilisateur, link: Callable[[], str]) -> None:
    client.post(LINK, {"courriel": "anne@ville.fr"})
    anne.set_password("un autre mot de passe long")
    anne.save()
    assert client.post(link()).status_code == 410


def test_unknown_address_gets_the_same_page_and_its_own_message(client: Client, anne: Utilisateur) -> None:
    pages = [
        client.post(LINK, {"courriel": one}).content.decode().replace(one, "")
        for one in ("anne@ville.fr", "personne@ville.fr")
    ]
    assert pages[0] == pages[1]
    assert [message.to for message in mail.outbox] == [["anne@ville.fr"], ["personne@ville.fr"]]
    assert "Aucun compte ne la porte" in mail.outbox[1].body
    assert "/compte/lien/" not in mail.outbox[1].body


def test_sixth_message_of_the_hour_does_not_leave(client: Client, anne: Utilisateur) -> None:
    for _ in range(5):
        client.post(LINK, {"courriel": "anne@ville.fr"})
    page = client.post(LINK, {"courriel": "anne@ville.fr"}).content.decode()
    assert "Trop de courriels ont été demandés" in page
    assert len(mail.outbox) == 5


def test_message_is_plain_text_in_french_without_tracking(
    client: Client, anne: Utilisateur, misprints: Callable[[str], list[str]]
) -> None:
    client.post(LINK, {"courriel": "anne@ville.fr"})
    message = mail.outbox[0]
    assert message.content_subtype == "plain"
    assert not getattr(message, "alternatives", [])
    assert "coeurdeville, http://127.0.0.1:8000" in message.body
    assert misprints(re.sub(r"http\S+", "", str(message.body))) == []


def test_mail_server_that_fails_is_said(client: Client, anne: Utilisateur, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ConnectionRefusedError

    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", fail)
    assert "Le courriel n’est pas parti" in client.post(LINK, {"courriel": "anne@ville.fr"}).content.decode()


def test_log_of_the_site_as_mailbox_is_said(client: Client, anne: Utilisateur, settings: object) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"  # type: ignore[attr-defined]
    assert "pas de serveur de messagerie" in client.post(LINK, {"courriel": "anne@ville.fr"}).content.decode()


def test_sign_out_asks_for_a_button(inside: Client) -> None:
    assert inside.get("/compte/deconnexion/").status_code == 405
    assert inside.post("/compte/deconnexion/").headers["Location"] == "/"
    assert not is_in(inside)
    assert inside.post("/compte/deconnexion/").status_code == 302


def test_cookies_are_closed_to_scripts_and_to_other_sites(client: Client, anne: Utilisateur, settings: object) -> None:
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = True  # type: ignore[attr-defined]
    client.get(LOGIN)
    sign_in(client, "anne@ville.fr")
    for name in ("sessionid", "csrftoken"):
        cookie = client.cookies[name]
        assert (cookie["httponly"], cookie["samesite"], cookie["secure"], cookie["path"]) == (True, "Lax", True, "/")


def test_session_changes_its_key_when_one_signs_in(client: Client, anne: Utilisateur) -> None:
    session = client.session
    session["gardé"] = 1
    session.save()
    before = client.cookies["sessionid"].value
    sign_in(client, "anne@ville.fr")
    assert client.cookies["sessionid"].value != before


def test_forms_refuse_what_another_site_sends(anne: Utilisateur) -> None:
    strict = Client(enforce_csrf_checks=True)
    assert sign_in(strict, "anne@ville.fr").status_code == 403  # type: ignore[attr-defined]
