"""The page of the API is made from the document: every address, parameter, code and example is on it."""

import json
import re
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
from api.conftest import DAY, VILLE, publish
from django.conf import settings as site
from django.test import Client
from django.utils.html import escape, strip_tags
from pytest_django import DjangoAssertNumQueries

from coeurdeville.api.declaring import ROUTES
from coeurdeville.api.document import openapi
from coeurdeville.api.examples import answer_of
from coeurdeville.api.refusals import is_of_request
from coeurdeville.api.routes import TAGS
from coeurdeville.core.problems import KINDS
from coeurdeville.espaces.ouverture import importer_dossier


@pytest.fixture
def page(reader: Client) -> str:
    return reader.get("/api/").content.decode()


@pytest.mark.parametrize("name", ROUTES)
def test_every_route_is_told(name: str, page: str) -> None:
    route = ROUTES[name]
    assert f'<h3 id="{name}">' in page
    assert f"GET /api{route.path}</code>" in page
    assert f'curl "{escape(site.ADDRESS + route.example)}"' in page
    told = answer_of(route)
    shown = told if isinstance(told, str) else json.dumps(told, ensure_ascii=False, indent=2)
    assert escape(shown).strip() in page
    for one in openapi()["paths"][f"/api{route.path}"]["get"]["parameters"]:
        assert f"<code>{one['name']}</code>" in page


@pytest.mark.parametrize("code", [code for code in KINDS if is_of_request(code)])
def test_every_refusal_leads_to_its_words(code: str, page: str) -> None:
    assert f'<dt id="{code}">' in page


def test_examples_are_for_a_town_of_this_site_and_answer_when_pasted(tmp_path: Path, reader: Client) -> None:
    folder = tmp_path / "bourg-voisin"
    (folder / "fichiers").mkdir(parents=True)
    (folder / "ville.toml").write_text(VILLE.replace("00101", "00102"), "utf-8")
    for name in ("arbres", "nichoirs"):
        (folder / "fichiers" / f"{name}.csv").write_text("longitude;latitude\n2.5;46.5\n", "utf-8")
    publish(importer_dossier(folder, "Ada Test"), DAY)
    page = unescape(reader.get("/api/").content.decode())
    asked = re.findall(r'curl "([^"]*/(?:communes|inventaires)/00\d{3}[^"]*)"', page)
    assert len(asked) == 6
    assert "00101" not in " ".join(asked)
    assert {reader.get(one.removeprefix(site.ADDRESS)).status_code for one in asked} == {200}


def test_without_any_town_the_examples_are_said_to_lead_nowhere(page: str) -> None:
    assert "aucune autre n’y a encore publié de carte" in page


def test_themes_are_all_in_order() -> None:
    assert {route.tag for route in ROUTES.values()} == set(TAGS)


def test_page_is_set_as_french(page: str, misprints: Callable[[str], list[str]]) -> None:
    """The words alone: addresses, tables of names and answers are for programs."""
    words = page.partition("<h2>Demander</h2>")[2].partition("<h2>Communes</h2>")[0]
    assert words
    assert [one for one in misprints(unescape(strip_tags(words))) if one.strip()] == []


def test_page_loads_nothing_from_elsewhere_and_holds_no_script(page: str) -> None:
    assert page.count("<script") == page.count('<script type="module" src="/statique/')
    assert "style=" not in page


def test_page_looks_for_a_town_and_the_document_asks_the_database_nothing(
    reader: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(1):
        assert reader.get("/api/").status_code == 200
    with django_assert_num_queries(0):
        assert reader.get("/api/openapi.json").status_code == 200
