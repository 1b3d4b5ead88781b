"""A service for the frame of another site."""

from collections.abc import Callable, Mapping

import pytest
from django.test import Client

from coeurdeville.espaces.models import Edition

Files = Mapping[str, bytes]
Publish = Callable[..., Edition]
PAGE = "/integrer/00001/patrimoine-arbore/"


def test_page_for_frames_may_stand_anywhere_and_leads_back(client: Client, publish: Publish, files: Files) -> None:
    publish(files)
    answer = client.get(PAGE)
    page = answer.content.decode()
    assert "frame-ancestors *" in answer["Content-Security-Policy"]
    assert "X-Frame-Options" not in answer
    assert "Set-Cookie" not in answer
    assert 'href="http://127.0.0.1:8000/ville/00001-valmorin/patrimoine-arbore/"' in page
    assert "Établi le 25 novembre 2026. Licence de ces résultats&nbsp;: Licence Ouverte 2.0." in page
    assert "<nav" not in page


def test_other_pages_stand_in_no_frame(client: Client, publish: Publish, files: Files) -> None:
    publish(files)
    answer = client.get("/ville/00001-valmorin/patrimoine-arbore/")
    assert "frame-ancestors 'none'" in answer["Content-Security-Policy"]
    assert answer["X-Frame-Options"] == "DENY"


def test_service_that_did_not_run_has_no_page_for_frames(client: Client, publish: Publish, poor: Files) -> None:
    assert client.get("/integrer/35236/patrimoine-arbore/").status_code == 404
    publish(poor)
    answer = client.get(PAGE)
    assert answer.status_code == 404
    assert "frame-ancestors *" in answer["Content-Security-Policy"]
    assert "X-Frame-Options" not in answer
    assert "Ce service n’est pas publié pour Valmorin" in answer.content.decode()


@pytest.mark.parametrize("address", [PAGE, "/integrer/35236/patrimoine-arbore/", "/integrer/99999/patrimoine-arbore/"])
def test_a_frame_holds_no_account_no_form_and_asks_for_nothing_that_is_not_there(
    address: str, client: Client, publish: Publish, files: Files
) -> None:
    publish(files)
    answer = client.get(address)
    page = answer.content.decode()
    assert "frame-ancestors *" in answer["Content-Security-Policy"]
    assert "X-Frame-Options" not in answer
    assert not [one for one in ("<nav", "<form action", "/compte/") if one in page]
    assert '<link rel="icon"' in page  # or the browser asks for /favicon.ico


def test_a_code_that_no_commune_has_is_told_in_the_frame(client: Client, publish: Publish, files: Files) -> None:
    answer = client.get("/integrer/99999/patrimoine-arbore/")
    assert answer.status_code == 404
    assert "Aucune commune n’a le code 99999" in answer.content.decode()
    assert 'href="http://127.0.0.1:8000/recherche/"' in answer.content.decode()
