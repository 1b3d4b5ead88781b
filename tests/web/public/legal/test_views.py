"""Pages of plain text, and what who runs the site must fill in."""

import re
from collections.abc import Callable

import pytest
from django.test import Client
from page_reading import faults, read
from pytest_django import Settings

from coeurdeville.programme.appels.ouverture import CONSERVATION, TRAITEMENTS
from coeurdeville.programme.etats.noms import etat

PAGES = ("/a-propos/", "/mentions-legales/", "/donnees-personnelles/", "/accessibilite/")


@pytest.mark.parametrize("address", PAGES)
def test_text(address: str, client: Client, misprints: Callable[[str], list[str]]) -> None:
    """No query: no access to the database is allowed here."""
    content = client.get(address).content
    assert faults(content) == []
    assert [text for text in read(content).texts if misprints(text)] == []


def test_what_is_not_filled_in_is_said(client: Client) -> None:
    content = client.get("/mentions-legales/").content.decode()
    assert "n’a pas encore rempli toutes ces mentions" in content
    assert "adresse à remplir" in content


def test_what_is_filled_in_is_shown(client: Client, settings: Settings) -> None:
    settings.PUBLISHER, settings.HOST, settings.CONTACT = "Agence d’essai", "Hébergeur d’essai", "contact@essai.test"
    content = client.get("/mentions-legales/").content.decode()
    assert "n’a pas encore rempli" not in content
    assert "Agence d’essai" in content
    assert 'href="mailto:contact@essai.test"' in content


def test_the_cookies_are_those_of_the_settings(client: Client, settings: Settings) -> None:
    content = client.get("/donnees-personnelles/").content.decode()
    assert f"<code>{settings.SESSION_COOKIE_NAME}</code>" in content
    assert f"<code>{settings.CSRF_COOKIE_NAME}</code>" in content
    assert f"{settings.SESSION_COOKIE_AGE // 86400}&nbsp;jours" in content


def test_the_programme_is_told_with_its_usual_retention(client: Client) -> None:
    text = " ".join(read(client.get("/donnees-personnelles/").content).texts).replace("\u00a0", " ")
    purposes = [one["finalite"].split(",")[0] for one in TRAITEMENTS[:2]]
    for words in (*purposes, "récusations", "procès-verbal", "Mandats", "Missions", "Groupes de travail", "Courriers"):
        assert words in text
    assert TRAITEMENTS[2]["base"].replace("-", ".").split("article ")[1].rstrip(")") in text
    told = {int(one): words for one, words in re.findall(r"(\d+) mois si ([^;]+)", text)}
    for code, months in CONSERVATION.items():
        assert etat("candidature", code).nom in told[months]


@pytest.mark.parametrize("address", PAGES)
def test_reading_leaves_no_cookie(address: str, client: Client) -> None:
    client.get(address)
    assert not client.cookies
