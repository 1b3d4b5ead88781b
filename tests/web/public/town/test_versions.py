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


def test_what_changed_between_two_versions_is_said(client: Client, publish: Publish, files: Files, poor: Files) -> None:
    publish(poor, day=date(2026, 10, 1))
    publish(files, day=date(2026, 11, 1))
    publish(files)
    last = client.get(VERSIONS).content.decode()
    assert "Ce qui a changé entre la version du 01/11/2026 et celle du 25/11/2026" in last
    assert "Aucun chiffre de la ville n’a changé (" in last
    assert f'href="{VERSIONS}?a=2026-11-01#changements"' in last
    before = client.get(f"{VERSIONS}?a=2026-11-01").content.decode()
    assert "Ce qui a changé entre la version du 01/10/2026 et celle du 01/11/2026" in before
    assert '<th scope="row">Arbres en place</th><td>' in before
    whole = client.get(f"{VERSIONS}?de=2026-11-25&a=2026-10-01").content.decode()
    assert "Ce qui a changé entre la version du 01/10/2026 et celle du 25/11/2026" in whole
    assert client.get(f"{VERSIONS}?de=2020-01-01").status_code == 404


def test_single_version_has_nothing_to_be_compared_to(client: Client, publish: Publish, files: Files) -> None:
    publish(files)
    assert "Ce qui a changé" not in client.get(VERSIONS).content.decode()


def test_second_version_of_a_day_is_named_so(client: Client, publish: Publish, files: Files) -> None:
    publish(files)
    publish(files)
    page = client.get(f"{VERSIONS}2026-11-25-2/").content.decode()
    assert '<li aria-current="page">25/11/2026 (n°\u00a02)</li>' in page
    assert "version du 25/11/2026 (n°\u00a02)." in page


def test_unknown_version_leads_back_to_the_town(client: Client, publish: Publish, files: Files) -> None:
    publish(files)
    answer = client.get(f"{VERSIONS}2020-01-01/")
    assert answer.status_code == 404
    assert f'href="{VERSIONS}"' in answer.content.decode()
    assert 'href="/ville/00001-valmorin/"' in answer.content.decode()


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
    with django_assert_num_queries(3):
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
def test_file_is_sent_as_what_it_is_and_asked_for_each_time(
    client: Client, publish: Publish, files: Files, name: str, kind: str, place: str
) -> None:
    publish(files)
    answer = client.get(f"{VERSIONS}2026-11-25/fichiers/{name}")
    assert b"".join(answer.streaming_content) == files[name]
    assert answer["Content-Type"] == kind
    assert answer["Content-Disposition"] == f'{place}; filename="valmorin-2026-11-25-{name}"'
    assert answer["Cache-Control"] == "public, no-cache"
    assert answer["Access-Control-Allow-Origin"] == "*"
    held = client.get(f"{VERSIONS}2026-11-25/fichiers/{name}", headers={"If-None-Match": answer["ETag"]})
    assert held.status_code == 304


@pytest.mark.parametrize("name", ["autre.pdf", "..%2Fdiagnostic.pdf", ".carte-fond-routes.geojson.npy", "%00"])
def test_other_names_are_no_file(client: Client, publish: Publish, files: Files, name: str) -> None:
    publish(files)
    assert client.get(f"{VERSIONS}2026-11-25/fichiers/{name}").status_code == 404


def test_file_that_a_browser_holds_is_gone_once_its_version_is_withdrawn(
    client: Client, publish: Publish, files: Files
) -> None:
    edition, path = publish(files), f"{VERSIONS}2026-11-25/fichiers/indicateurs.csv"
    held, other = _mark(client, path), _mark(client, path.replace("indicateurs.csv", "diagnostic.json"))
    assert held != other
    retirer(edition, None, "les arbres étaient comptés deux fois")
    assert client.get(path, headers={"If-None-Match": held}).status_code == 410


def _mark(client: Client, path: str) -> str:
    """What a file is known by, once it was read to its end."""
    answer = client.get(path)
    b"".join(answer.streaming_content)
    return str(answer["ETag"])


def test_file_that_is_no_longer_on_the_disk_is_said_to_be_missing(
    client: Client, publish: Publish, files: Files
) -> None:
    publish({name: content for name, content in files.items() if name != "diagnostic.pdf"})
    answer = client.get(f"{VERSIONS}2026-11-25/fichiers/diagnostic.pdf")
    assert answer.status_code == 503
    assert "Un fichier du site manque" in answer.content.decode()
    assert "Lire le PDF" not in client.get("/ville/00001-valmorin/").content.decode()
