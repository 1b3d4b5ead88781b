"""Around every request: reading only, from any site, without cookie, within a rate; known again by its ETag."""

import gzip

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from pytest_django import Settings

from coeurdeville.espaces.models import Edition

SERVICES = "/api/services"


@pytest.mark.parametrize("path", [SERVICES, "/api/openapi.json", "/api/nulle-part", "/api/services?limit=0"])
def test_every_answer_can_be_read_from_any_site(path: str, reader: Client) -> None:
    answer = reader.get(path, headers={"Origin": "https://ailleurs.example"})
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert answer["API-Version"] == "1"
    assert "ETag" in answer["Access-Control-Expose-Headers"]


def test_preflight(reader: Client) -> None:
    asked = {"Origin": "https://ailleurs.example", "Access-Control-Request-Method": "GET"}
    answer = reader.options(SERVICES, headers=asked)
    assert answer.status_code == 204
    assert answer["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
    assert "If-None-Match" in answer["Access-Control-Allow-Headers"]
    assert answer.content == b""


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "trace"])
def test_writing_is_refused(method: str, reader: Client) -> None:
    answer = getattr(reader, method)(SERVICES)
    assert answer.status_code == 405
    assert answer["Allow"] == "GET, HEAD, OPTIONS"
    assert answer.json()["code"] == "api-lecture-seule"


def test_pages_of_the_site_are_not_opened_to_other_sites(reader: Client) -> None:
    assert "Access-Control-Allow-Origin" not in reader.get("/api/")
    assert "Access-Control-Allow-Origin" not in reader.get("/sante/")


@pytest.mark.parametrize("path", [SERVICES, "/api/communes/00101", "/api/communes/00101/editions/derniere"])
def test_a_session_changes_nothing_and_is_not_read(path: str, edition: Edition, client: Client) -> None:
    anonymous = client.get(path)
    client.force_login(get_user_model().objects.create_user(courriel="ada@bourg-exemple.example"))
    known = client.get(path)
    assert known.content == anonymous.content
    assert known["Vary"] == "Accept-Encoding"
    assert known["Cache-Control"] == "public, max-age=300"
    assert known.cookies == {}


@pytest.mark.parametrize("path", [SERVICES, "/api/openapi.json", "/api/communes/00101/editions/derniere/indicateurs"])
def test_unchanged_answer_is_not_sent_again(path: str, edition: Edition, reader: Client) -> None:
    first = reader.get(path)
    again = reader.get(path, headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", first["ETag"])
    other = reader.get(path, headers={"If-None-Match": 'W/"autre"'})
    assert (other.status_code, other.content) == (200, first.content)


def test_date_of_publication_tells_what_is_unchanged(edition: Edition, reader: Client) -> None:
    path = "/api/communes/00101/editions/derniere"
    assert reader.get(path)["Last-Modified"] == "Wed, 25 Nov 2026 12:00:00 GMT"
    same, before = "Wed, 25 Nov 2026 12:00:00 GMT", "Wed, 25 Nov 2026 11:59:59 GMT"
    assert reader.get(path, headers={"If-Modified-Since": same}).status_code == 304
    assert reader.get(path, headers={"If-Modified-Since": before}).status_code == 200
    assert reader.get(path, headers={"If-Modified-Since": "mardi"}).status_code == 200


def test_another_page_has_another_etag(reader: Client) -> None:
    assert reader.get(f"{SERVICES}?limit=1")["ETag"] != reader.get(f"{SERVICES}?limit=2")["ETag"]


@pytest.mark.parametrize("path", [SERVICES, "/api/nulle-part"])
def test_head_is_answered_with_the_headers_of_get(path: str, reader: Client) -> None:
    whole, head = reader.get(path), reader.head(path)
    assert head.status_code == whole.status_code
    assert head.content == b""
    assert head["Content-Length"] == str(len(whole.content))
    assert head.get("ETag") == whole.get("ETag")


def test_head_of_what_is_known_is_304(reader: Client) -> None:
    etag = reader.head(SERVICES)["ETag"]
    assert reader.head(SERVICES, headers={"If-None-Match": etag}).status_code == 304


@pytest.mark.parametrize(("accepted", "zipped"), [("gzip", True), ("br, gzip;q=0.8", True),
                                                  ("identity", False), ("", False)])  # fmt: skip
def test_compressed_for_those_who_read_it(accepted: str, zipped: bool, reader: Client) -> None:
    plain = reader.get(SERVICES)
    answer = reader.get(SERVICES, headers={"Accept-Encoding": accepted})
    assert (answer.get("Content-Encoding") == "gzip") is zipped
    assert (gzip.decompress(answer.content) if zipped else answer.content) == plain.content
    assert answer["ETag"] == plain["ETag"]


def test_too_many_requests_of_one_address(reader: Client, settings: Settings) -> None:
    settings.API_PER_MINUTE = 3
    assert [reader.get(SERVICES).status_code for _ in range(3)] == [200] * 3
    answer = reader.get(SERVICES)
    assert answer.status_code == 429
    assert 1 <= int(answer["Retry-After"]) <= 60
    assert answer.json()["code"] == "api-trop-de-demandes"
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert reader.get(SERVICES, REMOTE_ADDR="192.0.2.7").status_code == 200
    assert reader.get("/api/").status_code == 200


def test_no_limit_when_the_host_sets_none(reader: Client, settings: Settings) -> None:
    settings.API_PER_MINUTE = 0
    assert {reader.get(SERVICES).status_code for _ in range(5)} == {200}
