"""The second factor."""

from collections.abc import Callable
from xml.etree import ElementTree

import pytest
from django.core import mail
from django.test import Client
from django_otp.plugins.otp_totp.models import TOTPDevice

from coeurdeville.comptes.models import CodeSecours, Evenement, Utilisateur, Verbe

PASSWORD = "un mot de passe assez long"
ASK, SET_UP = "/compte/second-facteur/", "/compte/double-authentification/"
Shows = Callable[[TOTPDevice], str]

pytestmark = pytest.mark.django_db


def codes_of(page: str) -> list[str]:
    return [part.split("</code>")[0] for part in page.split("<li><code>")[1:]]


def enrol(client: Client, user: Utilisateur, shows: Shows) -> list[str]:
    client.get(SET_UP)
    page = client.post(SET_UP, {"code": shows(TOTPDevice.objects.get(user=user))})
    return codes_of(page.content.decode())


def test_coordination_is_led_to_set_up_then_in(client: Client, anne: Utilisateur, shows: Shows) -> None:
    anne.coordination = True
    anne.save()
    client.force_login(anne, "django.contrib.auth.backends.ModelBackend")
    assert client.get("/compte/").headers["Location"] == "/compte/second-facteur/?next=/compte/"
    assert client.get(ASK).headers["Location"] == SET_UP
    assert len(enrol(client, anne, shows)) == 10
    assert client.get("/compte/").status_code == 200


def test_picture_is_drawn_without_inline_style_and_tells_the_key(inside: Client, anne: Utilisateur) -> None:
    page = inside.get(SET_UP).content.decode()
    svg = page[page.index("<svg") : page.index("</svg>") + 6]
    assert "style" not in svg
    assert ElementTree.fromstring(svg).tag.endswith("svg")
    key = page.split('<code class="cle">')[1].split("</code>")[0]
    assert len(key.replace(" ", "")) == 32


def test_secret_stays_the_same_until_it_is_confirmed(inside: Client) -> None:
    keys = {inside.get(SET_UP).content.decode().split('<code class="cle">')[1][:39] for _ in range(2)}
    assert len(keys) == 1


def test_wrong_code_sets_nothing_up(inside: Client, anne: Utilisateur, shows: Shows) -> None:
    inside.get(SET_UP)
    right = shows(TOTPDevice.objects.get())
    wrong = f"{(int(right) + 1) % 1_000_000:06d}"
    assert "Ce code n’est pas le bon" in inside.post(SET_UP, {"code": wrong}).content.decode()
    assert not TOTPDevice.objects.filter(confirmed=True).exists()
    assert "n’en vérifie plus pour quelques instants" in inside.post(SET_UP, {"code": right}).content.decode()


def test_code_is_asked_at_each_session_and_leads_on(
    inside: Client, anne: Utilisateur, device: TOTPDevice, shows: Shows
) -> None:
    asked = inside.get("/compte/nom/")
    assert asked.headers["Location"] == "/compte/second-facteur/?next=/compte/nom/"
    assert "Saisissez votre code" in inside.get(asked.headers["Location"]).content.decode()
    sent = {"code": f" {shows(device)[:3]} {shows(device)[3:]}", "next": "/compte/nom/"}
    assert inside.post(ASK, sent).headers["Location"] == "/compte/nom/"
    assert inside.get("/compte/nom/").status_code == 200
    fresh = Client()
    fresh.force_login(anne, "django.contrib.auth.backends.ModelBackend")
    assert fresh.get("/compte/").status_code == 302


def test_code_is_not_taken_twice(inside: Client, anne: Utilisateur, device: TOTPDevice, shows: Shows) -> None:
    value = shows(device)
    inside.post(ASK, {"code": value})
    fresh = Client()
    fresh.force_login(anne, "django.contrib.auth.backends.ModelBackend")
    fresh.post(ASK, {"code": value})
    assert fresh.get("/compte/").status_code == 302


def test_recovery_code_stands_once_for_the_telephone(inside: Client, anne: Utilisateur, shows: Shows) -> None:
    first, second, *_ = enrol(inside, anne, shows)
    assert first not in str(list(CodeSecours.objects.values_list("empreinte", flat=True)))
    for typed, opens in ((first.upper(), 200), (first, 302), (second.replace("-", " "), 200)):
        fresh = Client()
        fresh.force_login(anne, "django.contrib.auth.backends.ModelBackend")
        TOTPDevice.objects.update(throttling_failure_count=0, throttling_failure_timestamp=None)
        fresh.post(ASK, {"code": typed})
        assert fresh.get("/compte/").status_code == opens
    assert Evenement.objects.filter(verbe=Verbe.SECOURS).count() == 2
    assert CodeSecours.objects.count() == 8


def test_wrong_recovery_code_makes_the_next_trial_wait(
    inside: Client, anne: Utilisateur, device: TOTPDevice, shows: Shows
) -> None:
    inside.post(ASK, {"code": "aaaa-bbbb-cccc-dddd"})
    assert "quelques instants" in inside.post(ASK, {"code": shows(device)}).content.decode()


def test_new_recovery_codes_end_the_former_ones(inside: Client, anne: Utilisateur, shows: Shows) -> None:
    old = enrol(inside, anne, shows)
    new = codes_of(inside.post(f"{SET_UP}codes/").content.decode())
    assert len({*old, *new}) == 20
    assert CodeSecours.objects.count() == 10


def test_nobody_takes_it_off_or_changes_it_without_it(inside: Client, anne: Utilisateur, device: TOTPDevice) -> None:
    for path in (f"{SET_UP}retirer/", f"{SET_UP}codes/"):
        assert inside.post(path).headers["Location"].startswith(ASK)
    assert inside.get(SET_UP).headers["Location"] == ASK
    assert inside.post("/compte/courriel/", {"courriel": "voleur@ailleurs.fr"}).headers["Location"].startswith(ASK)
    assert TOTPDevice.objects.filter(confirmed=True).count() == 1


def test_it_is_taken_off_with_its_codes(inside: Client, anne: Utilisateur, shows: Shows) -> None:
    enrol(inside, anne, shows)
    assert "active" in inside.get(SET_UP).content.decode()
    for typed in ({}, {"actuel": "faux"}):
        assert "mot de passe" in inside.post(f"{SET_UP}retirer/", typed).content.decode()
        assert TOTPDevice.objects.exists()
    assert "Retirer ce téléphone" in inside.get(f"{SET_UP}retirer/").content.decode()
    inside.post(f"{SET_UP}retirer/", {"actuel": PASSWORD})
    assert [message.to for message in mail.outbox] == [["anne@ville.fr"]]
    assert not TOTPDevice.objects.exists()
    assert not CodeSecours.objects.exists()
    assert inside.get("/compte/").status_code == 200


@pytest.mark.parametrize("path", ["/redaction/", "/redaction/login/", "/redaction/pages/"])
def test_editors_desk_asks_for_the_second_factor(client: Client, anne: Utilisateur, path: str) -> None:
    assert client.get(path).headers["Location"] == f"/compte/connexion/?next={path}"
    anne.is_superuser = True
    anne.save()
    client.force_login(anne, "django.contrib.auth.backends.ModelBackend")
    assert client.get(path).headers["Location"] == f"{ASK}?next={path}"
