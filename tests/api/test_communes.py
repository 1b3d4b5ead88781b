"""Communes found as people look for them; a former code gives the commune of today."""

import pytest
from django.test import Client

from coeurdeville.espaces.models import Edition, Espace


def codes(reader: Client, query: str) -> list[str]:
    return [one["code"] for one in reader.get(f"/api/communes?{query}").json()["results"]]


@pytest.mark.parametrize(("query", "first"), [
    ("q=02691", ["02691"]), ("q=saint quentin&departement=02", ["02691"]), ("q=35600", ["35236"]),
    ("q=redon", ["35236"]), ("q=Échirolles", ["38151"]), ("limit=1", ["75056"]),
])  # fmt: skip
def test_search(query: str, first: list[str], reader: Client) -> None:
    assert codes(reader, query)[: len(first)] == first


def test_beginning_of_a_name_is_enough(reader: Client) -> None:
    assert "38151" in codes(reader, "q=echirol")
    assert codes(reader, "q=%20%3F") == []


def test_bounds_of_population_are_within(reader: Client) -> None:
    (people,) = [one["population"] for one in reader.get("/api/communes?q=02691").json()["results"]]
    assert codes(reader, f"q=02691&population_min={people}&population_max={people}") == ["02691"]
    assert codes(reader, f"q=02691&population_min={people + 1}") == []
    assert codes(reader, f"q=02691&population_max={people - 1}") == []


def test_place_where_nobody_lives_is_under_no_bound(reader: Client) -> None:
    found = reader.get("/api/communes?population_max=0&limit=100").json()
    assert all(one["population"] == 0 for one in found["results"])


def test_programme_and_the_others_make_everything(reader: Client) -> None:
    def count(query: str) -> int:
        return int(reader.get(f"/api/communes?limit=1&{query}").json()["count"])

    assert count("programme=true") + count("programme=false") == count("") > 34_000
    assert count("programme=true&departement=02") == len(codes(reader, "programme=true&departement=02")) == 4


def test_most_populated_first_then_by_code(reader: Client) -> None:
    found = reader.get("/api/communes?departement=02&limit=100").json()["results"]
    order = [(-one["population"], one["code"]) for one in found]
    assert order == sorted(order)


def test_former_code_gives_the_commune_of_today(reader: Client) -> None:
    assert reader.get("/api/communes/69381").json()["code"] == "69123"


def test_fictional_town_is_known_once_it_has_published(edition: Edition, reader: Client) -> None:
    told = reader.get("/api/communes/00101").json()
    assert (told["nom"], told["fictive"], told["derniere_edition"]) == ("Bourg-Exemple", True, "2026-11-25")


def test_fictional_town_that_published_nothing_is_not_there(espace: Espace, reader: Client) -> None:
    assert reader.get("/api/communes/00101").status_code == 404
