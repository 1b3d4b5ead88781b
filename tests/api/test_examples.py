"""Each route answers its documented example, as documented; each null says why."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client

from coeurdeville.api.declaring import ROUTES, Route
from coeurdeville.api.document import openapi
from coeurdeville.api.examples import answer_of, kept_file
from coeurdeville.espaces.models import Edition
from coeurdeville.services.catalogue import all_services

FREE = {"next", "previous"}
"""Null there is no lack: the list ends."""
CHANGING = {"deploiement", "redeploiement", "redeploiement_csv"}
"""Their answers follow from the services and sources of the day: only their shape is held."""
WANDERING = [
    "/api/communes?q=l&limit=40", "/api/communes?departement=987&limit=100", "/api/communes/00101",
    "/api/communes/98736", "/api/communes/00101/deploiement", "/api/redeploiement?limit=100",
    "/api/communes/00101/editions/2026-11-25/indicateurs", "/api/inventaires/00101",
    *(f"/api/services/{slug}" for slug in all_services()), "/api/couches?limit=100", "/api/couches/arbres",
]  # fmt: skip


def nulls(told: Any) -> Iterator[tuple[str, Any]]:
    """Each key that is null, with what its object says to be missing."""
    if isinstance(told, dict):
        for key, value in told.items():
            if value is None and key not in FREE:
                yield key, told.get("manquant", {})
            yield from nulls(value)
    elif isinstance(told, list):
        for one in told:
            yield from nulls(one)


def shape(told: Any) -> Any:
    """The keys of a value, at every level; lists by their first element."""
    if isinstance(told, dict):
        return {key: shape(value) for key, value in told.items() if key != "manquant"}
    if isinstance(told, list):
        return [shape(one) for one in told[:1]]
    return None


@pytest.mark.parametrize("route", ROUTES.values(), ids=lambda one: one.name)
def test_example_is_answered_as_documented(route: Route, edition: Edition, reader: Client) -> None:
    answer = reader.get(route.example)
    assert answer.status_code == 200
    assert answer["Content-Type"] == route.media
    if route.name == "redeploiement_csv":
        given, told = answer.content.decode(), answer_of(route)
        assert given.splitlines()[0] == told.splitlines()[0]
        assert len(given.splitlines()) == len(told.splitlines())
    elif route.name in CHANGING:
        assert shape(answer.json()) == shape(answer_of(route))
    else:
        assert answer.json() == answer_of(route)


@pytest.mark.parametrize("route", ROUTES.values(), ids=lambda one: one.name)
def test_answers_that_depend_on_towns_are_kept_and_the_others_are_not(route: Route) -> None:
    assert kept_file(route).is_file() is not route.kept


def test_every_route_is_in_the_document_with_its_example() -> None:
    paths = openapi()["paths"]
    assert set(paths) == {f"/api{route.path}" for route in ROUTES.values()}
    for route in ROUTES.values():
        (content,) = paths[f"/api{route.path}"]["get"]["responses"]["200"]["content"].values()
        assert content["example"] == answer_of(route)


@pytest.mark.parametrize("path", [*(route.example for route in ROUTES.values()), *WANDERING])
def test_every_null_says_why(path: str, edition: Edition, reader: Client) -> None:
    answer = reader.get(path)
    assert answer.status_code == 200
    if answer["Content-Type"] == "application/json":
        told = json.loads(answer.content)
        told.pop("descripteur", None)
        assert [key for key, missing in nulls(told) if not missing.get(key)] == []
