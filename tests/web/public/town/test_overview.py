"""The page of a town, with a diagnostic and without."""

import re
from collections.abc import Callable, Mapping

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from coeurdeville.espaces.models import Edition

Files = Mapping[str, bytes]
Publish = Callable[..., Edition]
TOWN = "/ville/00001-valmorin/"


def test_latest_edition_is_told_with_figures_their_sources_and_files(
    client: Client, publish: Publish, files: Files
) -> None:
    publish(files)
    answer = client.get(TOWN)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert '<time datetime="2026-11-25">25 novembre 2026</time>' in page
    assert page.count('<dd class="value">') == 6
    cited = re.findall(r"Sources?\u00a0: ([^<]+)", page)
    assert len(cited) == 6
    assert [one for one in cited if "icence" not in one or "autre" in one] == []
    (people,) = re.findall(r"<dt>arbres? pour 100\u00a0habitants</dt>.*?</div>", page)
    assert "population\u00a0: fictive." in people
    assert f'href="{TOWN}patrimoine-arbore/"' in page
    assert f'href="{TOWN}versions/2026-11-25/fichiers/diagnostic.pdf"' in page
    for kind in ("PDF, ", "HTML, ", "XLSX, ", "CSV, ", "GeoPackage, ", "JSON, ", "GeoJSON, "):
        assert f'<span class="discret">{kind}' in page
    assert re.findall(r"\sstyle=|<script(?! type=\"module\" src=)", page) == []


def test_what_did_not_run_says_why_and_what_to_bring(client: Client, publish: Publish, poor: Files) -> None:
    publish(poor)
    page = client.get(TOWN).content.decode()
    assert f'<dt><a href="{TOWN}patrimoine-arbore/">Patrimoine arboré</a></dt>' in page
    assert "<strong>Que faire&nbsp;:</strong> Apporter «\u00a0Arbres\u00a0»." in page


def test_real_town_without_edition_says_what_is_known_what_lacks_and_how_to_start(
    client: Client, publish: Publish
) -> None:
    assert callable(publish)
    page = client.get("/ville/02691-saint-quentin/").content.decode()
    assert "<dd>Aisne (02)</dd>" in page
    assert "<dd>CA du Saint-Quentinois</dd>" in page
    assert "Source&nbsp;: Insee, code officiel géographique" in page
    assert "Aucun diagnostic n’est encore publié ici" in page
    assert "À qui demander&nbsp;:</span> «\u00a0Lieux frais\u00a0»\u00a0: Commune de Saint-Quentin" in page
    assert '<section id="commencer">' in page


@pytest.mark.parametrize("count", [1, 3])
def test_page_asks_the_database_as_often_whatever_was_published(
    client: Client, publish: Publish, files: Files, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(count):
        publish(files)
    with django_assert_num_queries(4):
        client.get(TOWN)
    with django_assert_num_queries(1):
        client.get(TOWN)


def test_page_that_a_browser_holds_is_not_sent_again(client: Client, publish: Publish, files: Files) -> None:
    publish(files)
    first = client.get(TOWN, headers={"Accept-Encoding": "gzip"})
    again = client.get(TOWN, headers={"Accept-Encoding": "gzip", "If-None-Match": first["ETag"]})
    assert (first.status_code, first["Content-Encoding"], first["Vary"]) == (200, "gzip", "Cookie, Accept-Encoding")
    assert again.status_code == 304
    assert client.get(TOWN)["ETag"] == first["ETag"]


def test_new_edition_takes_the_place_of_the_former(client: Client, publish: Publish, files: Files, poor: Files) -> None:
    publish(poor)
    before = client.get(TOWN).content.decode()
    publish(files)
    after = client.get(TOWN).content.decode()
    assert "versions/2026-11-25/fichiers/diagnostic.pdf" in before
    assert "versions/2026-11-25-2/fichiers/diagnostic.pdf" in after


def test_lost_files_are_said_and_are_no_page_of_before(client: Client, publish: Publish, files: Files) -> None:
    edition = publish(files)
    edition.identifiant = "2026-01-01"
    edition.save()
    answer = client.get(TOWN)
    assert answer.status_code == 503
    assert "Un fichier du site manque" in answer.content.decode()
