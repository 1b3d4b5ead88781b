"""Whatever is asked, the answer is what the document declares, never a failure; asked in process, without socket."""

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator
from pytest_django import Settings
from schemathesis.checks import CHECKS
from schemathesis.generation import GenerationMode
from schemathesis.schemas import BaseSchema

from coeurdeville.api.declaring import ROUTES, Route
from coeurdeville.api.document import openapi
from coeurdeville.espaces.models import Edition

DRAWN = 8
"""Requests drawn for each route in each way, always the same."""
DRAWING = settings(max_examples=DRAWN, derandomize=True, deadline=None, database=None,
                   suppress_health_check=list(HealthCheck))  # fmt: skip
NAMING = {"communes", "sources", "redeploiement", "redeploiement_csv", "objets"}
"""They take names, or a rectangle: those that do not exist are refused, which no schema says."""
PLAIN = {"Accept-Encoding": "identity"}
"""In process, nobody decompresses."""


def parameters(route: Route, place: str) -> list[Any]:
    return [one for one in openapi()["paths"][f"/api{route.path}"]["get"]["parameters"] if one["in"] == place]


@pytest.fixture
def described(edition: Edition, settings: Settings) -> Iterator[BaseSchema]:
    """The API by its own document, on a site that has a published diagnostic; requests leave its connection open."""
    settings.API_PER_MINUTE = 0
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield schemathesis.openapi.from_wsgi("/api/openapi.json", get_wsgi_application())
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def drawn(route: Route, described: BaseSchema, mode: GenerationMode, path: dict[str, Any] | None = None) -> set[int]:
    """The statuses of what is drawn for a route; each answer is checked against the document."""
    operation, statuses = described[f"/api{route.path}"]["GET"], set[int]()
    excluded = CHECKS.get_by_names(["positive_data_acceptance"]) if route.name in NAMING else []

    @DRAWING
    @given(operation.as_strategy(generation_mode=mode))
    def run(case: schemathesis.Case) -> None:
        case.path_parameters = path or case.path_parameters
        answer = case.call_and_validate(headers=PLAIN, excluded_checks=excluded)
        statuses.add(answer.status_code)

    run()
    return statuses


@pytest.mark.parametrize("route", ROUTES.values(), ids=lambda one: one.name)
def test_answers_to_what_is_allowed_are_as_declared(route: Route, described: BaseSchema) -> None:
    assert drawn(route, described, GenerationMode.POSITIVE) <= {200, 404, 422}


@pytest.mark.parametrize(
    "route", [one for one in ROUTES.values() if parameters(one, "query")], ids=lambda one: one.name
)
def test_answers_to_what_is_not_are_as_declared(route: Route, described: BaseSchema) -> None:
    assert drawn(route, described, GenerationMode.NEGATIVE) <= {404, 422}


@pytest.mark.parametrize("route", [one for one in ROUTES.values() if "{" in one.path], ids=lambda one: one.name)
def test_answers_of_what_exists_are_as_declared(route: Route, described: BaseSchema) -> None:
    """The path of the example, with whatever after `?`."""
    path = {one["name"]: one["example"] for one in parameters(route, "path")}
    refused = {422} if route.name in NAMING else set()
    assert {200} <= drawn(route, described, GenerationMode.POSITIVE, path) <= {200} | refused


def test_document_is_openapi_3_1() -> None:
    assert openapi()["openapi"] == "3.1.0"
    assert openapi()["info"]["version"] == "1"


@pytest.mark.parametrize("route", ROUTES.values(), ids=lambda one: one.name)
def test_examples_hold_to_their_schemas(route: Route) -> None:
    operation = openapi()["paths"][f"/api{route.path}"]["get"]
    (content,) = operation["responses"]["200"]["content"].values()
    schema = {**content["schema"], "components": openapi()["components"]}
    Draft202012Validator(schema).validate(content["example"])


def test_words_of_the_document_are_french() -> None:
    """Docstrings of the code are English: none of them goes through."""
    for name, one in openapi()["components"]["schemas"].items():
        assert "description" not in one, name
