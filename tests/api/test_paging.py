"""Pages of a list: nothing lost, nothing twice, links that lead to the neighbours, bounds that hold."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from api.conftest import ADDRESS
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from coeurdeville.api.paging import Paging, paged

PAGE = "/api/couches"


def pages(length: int, limit: int) -> list[Any]:
    """Every page, followed from link to link."""
    found, asked = list[Any](), Paging(limit=limit)
    while True:
        page = paged(PAGE, asked, range(length), lambda one: one)
        found.append(page)
        if page.next is None:
            return found
        query = parse_qs(urlsplit(page.next).query)
        asked = Paging(limit=int(query["limit"][0]), offset=int(query["offset"][0]))


@given(st.integers(0, 300), st.integers(1, 100))
@settings(max_examples=200, deadline=None)
def test_following_next_reads_everything_once(length: int, limit: int) -> None:
    found = pages(length, limit)
    assert [one for page in found for one in page.results] == list(range(length))
    assert {page.count for page in found} == {length}


@given(st.integers(0, 300), st.integers(1, 100), st.integers(0, 10_000_000))
@settings(max_examples=200, deadline=None)
def test_previous_is_there_after_the_first_element_only(length: int, limit: int, offset: int) -> None:
    page = paged(PAGE, Paging(limit=limit, offset=offset), range(length), lambda one: one)
    assert (page.previous is None) == (offset == 0 or length == 0)
    if page.previous:
        before = int(parse_qs(urlsplit(page.previous).query)["offset"][0])
        assert before == max(0, min(offset, length) - limit)
        assert before < length


def test_links_keep_what_was_asked(reader: Client) -> None:
    told = reader.get("/api/communes?programme=true&departement=02&limit=1&offset=1").json()
    home = f"{ADDRESS}/api/communes?programme=true&departement=02&limit=1&offset="
    assert (told["next"], told["previous"]) == (f"{home}2", f"{home}0")
    assert reader.get(told["next"].removeprefix(ADDRESS)).status_code == 200


@pytest.mark.parametrize("wrong", [
    "limit=0", "limit=101", "limit=-1", "offset=-1", "limit=abc", "limit=1.5", "limit=", f"limit={10**40}",
    f"offset={10**40}", "offset=10000001", "limit=1&limit=1000",
])  # fmt: skip
def test_out_of_bounds_is_refused_in_french(wrong: str, reader: Client) -> None:
    answer = reader.get(f"{PAGE}?{wrong}")
    assert answer.status_code == 422
    assert answer["Content-Type"] == "application/problem+json"
    assert answer.json()["code"] == "api-valeur-refusee"
    assert answer.json()["message"].startswith(f"«\u00a0{wrong.partition('=')[0]}\u00a0» ne peut pas valoir")


def test_page_beyond_the_end_is_empty(reader: Client) -> None:
    told = reader.get(f"{PAGE}?offset=10000000").json()
    assert told["results"] == []
    assert told["count"] > 50
    assert told["next"] is None


@pytest.mark.parametrize("limit", [1, 3])
def test_lists_of_registries_ask_the_database_nothing(
    limit: int, reader: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(0):
        for path in ("communes", "couches", "services", "sources", "schemas", "problemes", "version"):
            address = f"/api/{path}" if path == "version" else f"/api/{path}?limit={limit}"
            assert reader.get(address).status_code == 200
