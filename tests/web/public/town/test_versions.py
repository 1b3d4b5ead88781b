"""Dated versions: their list, one whole, one withdrawn; their files."""

from collections.abc import Callable, Mapping
from datetime import date

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from coeurdeville.espaces.models import Edition
from coeurdeville.espaces.publication import retirer

Files = Mapping[str, bytes]
Publish = Callable[..., Edition]
VERSIONS = "/ville/00001-valmorin/versions/"


def test_versions_are_listed_latest_first(client: Client, publish: Publish, files: Files) -> None:
    publish(files, day=date(2026, 10, 1))
    publish(files)
    page = client.get(VERSIONS).content.decode()
    assert page.index("Version du 25/11/2026") < page.index("Version du 01/10/2026")


def test_town_without_version_says_where_to_go(client: Client, publish: Publish) -> None:
    assert callable(publish)
    page = client.get("/ville/35236-redon/versions/").content.decode()
    assert "Aucune version n’est publiée" in page
    assert 'href="/ville/35236-redon/">Aller à la page de la ville' in page


@pytest.mark.parametrize("count", [1, 3])
def test_queries_of_the_list(
    client: Client, publish: Publish, files: Files, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(count):
        publish(files)
    with django_assert_num_queries(2):
        client.get(VERSIONS)


def test_former_version_is_whole_and_says_that_there_is_a_later_one(
    client: Client, publish: Publish, files: Files
) -> None:
    publish(files, day=date(2026, 10, 1))
    publish(files)
    former = client.get(f"{VERSIONS}2026-10-01/").content.decode()
    latest = client.get(f"{VERSIONS}2026-11-25/").content.decode()
    assert "Une version plus récente a été publiée" in former
    assert "Une version plus récente a été publiée" not in latest
    assert '<section id="patrimoine-arbore" class="climat">' in former
    assert '<a href="#patrimoine-arbore">' in former


def test_withdrawn_version_is_gone_with_its_files_and_its_reason(
    client: Client, publish: Publish, files: Files
) -> None:
    retirer(publish(files), None, "les arbres étaient comptés deux fois")
    page, file = client.get(f"{VERSIONS}2026-11-25/"), client.get(f"{VERSIONS}2026-11-25/fichiers/diagnostic.pdf")
    assert (page.status_code, file.status_code) == (410, 410)
    assert "les arbres étaient comptés deux fois" in page.content.decode()


def test_version_that_was_never_published_is_no_page(client: Client, publish: Publish, files: Files) -> None:
    edition = publish(files)
    publish(files)
    edition.publiee_le = None
    edition.save()
    assert client.get(f"{VERSIONS}2026-11-25/").status_code == 404
    assert client.get(f"{VERSIONS}2026-11-25/fichiers/diagnostic.pdf").status_code == 404


@pytest.mark.parametrize(
    ("name", "kind", "place"),
    [
        ("diagnostic.pdf", "application/pdf", "inline"),
        ("diagnostic.html", "text/html; charset=utf-8", "attachment"),
        ("indicateurs.csv", "text/csv; charset=utf-8", "attachment"),
        ("diagnostic.gpkg", "application/geopackage+sqlite3", "attachment"),
        ("carte-patrimoine-arbore.json", "application/json", "attachment"),
        ("carte-fond-routes.geojson", "application/geo+json", "attachment"),
    ],
)
def test_file_is_sent_as_what_it_is_and_kept_for_good(
    client: Client, publish: Publish, files: Files, name: str, kind: str, place: str
) -> None:
    publish(files)
    answer = client.get(f"{VERSIONS}2026-11-25/fichiers/{name}")
    assert b"".join(answer.streaming_content) == files[name]
    assert answer["Content-Type"] == kind
    assert answer["Content-Disposition"] == f'{place}; filename="valmorin-2026-11-25-{name}"'
    assert answer["Cache-Control"] == "public, max-age=31536000, immutable"
    held = client.get(f"{VERSIONS}2026-11-25/fichiers/{name}", headers={"If-None-Match": answer["ETag"]})
    assert held.status_code == 304


@pytest.mark.parametrize("name", ["autre.pdf", "..%2Fdiagnostic.pdf", ".carte-fond-routes.geojson.npy", "%00"])
def test_other_names_are_no_file(client: Client, publish: Publish, files: Files, name: str) -> None:
    publish(files)
    assert client.get(f"{VERSIONS}2026-11-25/fichiers/{name}").status_code == 404
