"""ProConnect, from the button to the account, against a provider that signs its answers."""

import time
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.conf import settings as site
from django.test import Client
from pytest_django import Settings
from web.compte.fournisseur import ADDRESS, CLIENT, FORGED, SECRET, Provider, Transport

from coeurdeville.comptes.models import Evenement, Membre, Utilisateur, Verbe
from coeurdeville.web import oidc

GO, BACK = "/compte/proconnect/", "/compte/proconnect/retour/"

pytestmark = pytest.mark.django_db


@pytest.fixture
def provider(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Provider:
    for name, value in oidc.provided(ADDRESS, CLIENT, SECRET, "http://testserver").items():
        setattr(settings, name, value)
    settings.AUTHENTICATION_BACKENDS = [*site.AUTHENTICATION_BACKENDS, oidc.BACKEND]
    found = Provider()
    monkeypatch.setattr("requests.sessions.Session.get_adapter", lambda *_, **__: Transport(found))
    return found


def come_back(client: Client, provider: Provider, page: str = "") -> Any:
    """Follow the button to the provider, sign in there, and come back."""
    gone = client.get(GO, {"next": page} if page else {})
    return client.get(provider.authorize(gone.headers["Location"]))


def is_in(client: Client) -> bool:
    return client.get("/compte/").status_code == 200


def test_newcomer_has_an_account_without_any_role(client: Client, provider: Provider) -> None:
    assert come_back(client, provider, "/compte/nom/").headers["Location"] == "/compte/nom/"
    user = Utilisateur.objects.get()
    assert (user.courriel, user.nom, user.siret, user.proconnect) == (
        "claire.martin@ville.example", "Claire Martin", "21020691000017", "b0b1",
    )  # fmt: skip
    assert not user.has_usable_password()
    assert not Membre.objects.exists()
    assert Evenement.objects.get().verbe == Verbe.COMPTE_CREE
    assert is_in(client)
    assert provider.asked == ["/token", "/jwks", "/userinfo", "/jwks"]


def test_request_is_protected_by_state_nonce_and_proof_key(client: Client, provider: Provider) -> None:
    query = parse_qs(urlsplit(client.get(GO).headers["Location"]).query)
    assert query["scope"] == ["openid email given_name usual_name siret"]
    assert query["code_challenge_method"] == ["S256"]
    assert query["redirect_uri"] == [f"http://testserver{BACK}"]
    assert min(len(query["state"][0]), len(query["nonce"][0])) >= 32


def test_account_of_the_address_is_found_again_and_keeps_what_its_owner_chose(
    client: Client, provider: Provider
) -> None:
    user = Utilisateur.objects.create_user("claire.martin@ville.example", nom="Claire M.")
    come_back(client, provider)
    user.refresh_from_db()
    assert (user.nom, user.proconnect) == ("Claire M.", "b0b1")
    assert Utilisateur.objects.count() == 1


def test_identity_is_followed_when_its_address_changes(client: Client, provider: Provider) -> None:
    user = Utilisateur.objects.create_user("ancienne@ville.example", proconnect="b0b1")
    come_back(client, provider)
    assert Utilisateur.objects.get() == user
    assert is_in(client)


def test_address_of_another_identity_opens_nothing(client: Client, provider: Provider) -> None:
    Utilisateur.objects.create_user("claire.martin@ville.example", proconnect="autre")
    come_back(client, provider)
    assert not is_in(client)


def test_closed_account_stays_closed(client: Client, provider: Provider) -> None:
    Utilisateur.objects.create_user("claire.martin@ville.example", is_active=False)
    come_back(client, provider)
    assert not is_in(client)


def test_coordination_still_gives_its_second_factor(client: Client, provider: Provider) -> None:
    Utilisateur.objects.create_user("claire.martin@ville.example", coordination=True)
    come_back(client, provider)
    assert client.get("/compte/").headers["Location"].startswith("/compte/second-facteur/")


def but(**changes: object) -> Callable[[dict[str, Any]], dict[str, Any]]:
    """Claims with others instead; None takes one out."""
    return lambda claims: {name: value for name, value in {**claims, **changes}.items() if value is not None}


SPOILT: dict[str, dict[str, Any]] = {
    "signed by somebody else": {"key": FORGED},
    "signed by an unknown key": {"headers": {"kid": "k2"}},
    "without the name of its key": {"headers": {}},
    "for another site": {"change_id": but(aud="un autre site")},
    "of another provider": {"change_id": but(iss="https://ailleurs.example")},
    "too old": {"change_id": but(exp=int(time.time()) - 60)},
    "without an end": {"change_id": but(exp=None)},
    "of another request": {"change_id": but(nonce="autre")},
    "about nobody": {"change_id": but(sub=None)},
    "userinfo for another site": {"change_user": but(aud="un autre site")},
    "userinfo of another provider": {"change_user": but(iss="https://ailleurs.example")},
    "userinfo too old": {"change_user": but(exp=int(time.time()) - 60)},
    "userinfo about somebody else": {"change_user": but(sub="voisin")},
    "userinfo without an address": {"change_user": but(email=None)},
    "userinfo that nobody signed": {"media": "application/json"},
    "no token": {"broken": "/token"},
    "no key": {"broken": "/jwks"},
    "no userinfo": {"broken": "/userinfo"},
}


@pytest.mark.parametrize("changes", SPOILT.values(), ids=SPOILT.keys())
def test_answer_that_is_not_right_signs_nobody_in(client: Client, provider: Provider, changes: dict[str, Any]) -> None:
    for name, value in changes.items():
        setattr(provider, name, value)
    answer = come_back(client, provider)
    assert answer.headers["Location"] == "/compte/connexion/"
    assert "ProConnect n’a pas permis de vous connecter" in client.get(answer.headers["Location"]).content.decode()
    assert not is_in(client)
    assert not Utilisateur.objects.exists()


def test_token_without_signature_is_refused(client: Client, provider: Provider) -> None:
    import jwt

    provider.sign = lambda said: jwt.encode(said, None, algorithm="none", headers={"kid": "k1"})  # type: ignore[method-assign]
    come_back(client, provider)
    assert not Utilisateur.objects.exists()


def test_token_signed_with_the_shared_secret_instead_is_refused(client: Client, provider: Provider) -> None:
    import jwt

    provider.sign = lambda said: jwt.encode(said, SECRET * 2, algorithm="HS256", headers={"kid": "k1"})  # type: ignore[method-assign]
    come_back(client, provider)
    assert not Utilisateur.objects.exists()


def test_answer_is_taken_once_and_by_the_browser_that_asked(client: Client, provider: Provider) -> None:
    path = provider.authorize(client.get(GO).headers["Location"])
    assert Client().get(path).headers["Location"] == "/compte/connexion/"
    client.get(path)
    assert is_in(client)
    client.post("/compte/deconnexion/")
    assert client.get(path).headers["Location"] == "/compte/connexion/"
    assert not is_in(client)


def test_person_who_gives_up_comes_back_to_the_sign_in_page(client: Client, provider: Provider) -> None:
    client.get(GO)
    assert client.get(BACK, {"error": "access_denied", "state": "x"}).headers["Location"] == "/compte/connexion/"
    assert client.get(BACK).headers["Location"] == "/compte/connexion/"
    assert client.get(BACK, {"code": "code-1", "state": "x"}).headers["Location"] == "/compte/connexion/"


def test_failures_lock_nobody_else_out(client: Client, provider: Provider) -> None:
    provider.key = FORGED
    for _ in range(6):
        come_back(client, provider)
    provider.key = Provider().key
    other = Client(REMOTE_ADDR="192.0.2.9")
    come_back(other, provider)
    assert is_in(other)


def test_signing_out_closes_the_session_of_the_provider_too(client: Client, provider: Provider) -> None:
    come_back(client, provider)
    page = client.post("/compte/deconnexion/").content.decode()
    assert not is_in(client)
    href = page.split('class="btn btn-primary" href="')[1].split('"')[0].replace("&amp;", "&")
    query = parse_qs(urlsplit(href).query)
    assert href.startswith(f"{ADDRESS}/session/end?id_token_hint=")
    assert f'content="0; url={ADDRESS}/session/end' in page
    assert query["post_logout_redirect_uri"] == ["http://testserver/compte/proconnect/deconnecte/"]
    home = client.get("/compte/proconnect/deconnecte/", {"state": query["state"][0]})
    assert home.headers["Location"] == "/"
    assert "Vous êtes déconnecté du site et de ProConnect" in client.get("/compte/connexion/").content.decode()
    assert client.get("/compte/proconnect/deconnecte/", {"state": "autre"}).status_code == 302


def test_button_is_there_when_it_is_on(client: Client, provider: Provider) -> None:
    assert "S’identifier avec ProConnect" in client.get("/compte/connexion/").content.decode()


def test_everything_is_off_without_its_settings(client: Client) -> None:
    assert "ProConnect" not in client.get("/compte/connexion/").content.decode()
    for path in (GO, BACK, "/compte/proconnect/deconnecte/"):
        assert client.get(path).status_code == 404
    assert oidc.settings("http://testserver") == {"PROCONNECT": False}


def test_half_of_its_settings_is_a_mistake(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(oidc, "GIVEN", ["COEURDEVILLE_PROCONNECT_ID"])
    with pytest.raises(ValueError, match="il n’y a que COEURDEVILLE_PROCONNECT_ID"):
        oidc.settings("http://testserver")
