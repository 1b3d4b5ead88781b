"""The OpenAPI 3.1 document: what django-ninja knows of the routes, with refusals, headers and examples."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from http import HTTPStatus
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from django.conf import settings

from coeurdeville.api.declaring import ROUTES, Route
from coeurdeville.api.examples import answer_of
from coeurdeville.api.interface import api
from coeurdeville.api.refusals import MEDIA, TITLES
from coeurdeville.api.routes import TAGS
from coeurdeville.api.usage import description

REFERENCE = "#/components/schemas/"
PROBLEM = "Probleme"
TEXT = {"type": "string"}
_SAID = {"code": TEXT, "message": TEXT, "cure": TEXT}
PROBLEM_SCHEMA = {
    "type": "object",
    "required": ["type", "title", "status", "detail", *_SAID, "problemes"],
    "properties": {
        "type": TEXT, "title": TEXT, "status": {"type": "integer"}, "detail": TEXT, **_SAID,
        "problemes": {"type": "array", "items": {"type": "object", "required": [*_SAID], "properties": _SAID}},
    },
}  # fmt: skip
ALWAYS = (HTTPStatus.UNPROCESSABLE_ENTITY, HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.INTERNAL_SERVER_ERROR,
          HTTPStatus.SERVICE_UNAVAILABLE)  # fmt: skip


@cache
def openapi() -> dict[str, Any]:
    """The whole document. Made once: routes and registries do not change in a process."""
    made: dict[str, Any] = dict(api.get_openapi_schema(path_prefix="api"))
    made["info"] |= {"description": f"{api.description}\n\n{description()}",
                     "license": {"name": "EUPL-1.2", "identifier": "EUPL-1.2"}}  # fmt: skip
    made["servers"] = [{"url": settings.ADDRESS}]
    ordered = sorted(ROUTES.values(), key=lambda route: TAGS.index(route.tag))
    made["tags"] = [{"name": tag} for tag in TAGS]
    made["paths"] = {f"/api{route.path}": made["paths"][f"/api{route.path}"] for route in ordered}
    for route in ordered:
        _finish(made["paths"][f"/api{route.path}"]["get"], route)
    schemas = {name: _quiet(one) for name, one in made["components"]["schemas"].items()}
    schemas[PROBLEM] = PROBLEM_SCHEMA
    made["components"]["schemas"] = {name: schemas[name] for name in sorted(_used(made["paths"], schemas))}
    return made


def _finish(operation: dict[str, Any], route: Route) -> None:
    """Examples, the media type of the answer, what else may be answered."""
    named = _values(route)
    for one in operation["parameters"]:
        one["schema"].pop("title", None)
        if one["name"] in named:
            one["example"] = _typed(named[one["name"]], one["schema"])
    answer = operation["responses"][200]
    schema = next(iter(answer.get("content", {}).values()), {"schema": TEXT})["schema"]
    answer["description"] = "La réponse."
    answer["content"] = {route.media.partition(";")[0]: {"schema": schema, "example": answer_of(route)}}
    answer["headers"] = {name: {"schema": TEXT, "description": words} for name, words in HEADERS.items()}
    operation["responses"][304] = {"description": "Rien n’a changé depuis ce que le client a gardé."}
    operation["responses"] |= {status.value: _refused(status) for status in _refusals(route)}
    operation["responses"] = {str(status): one for status, one in sorted(operation["responses"].items())}


HEADERS = {
    "ETag": "Ce qu’il faut rendre dans If-None-Match.",
    "Cache-Control": "Combien de temps la réponse peut être gardée.",
    "API-Version": "Version de l’API.",
}


def _refusals(route: Route) -> Iterator[HTTPStatus]:
    if "{" in route.path:
        yield HTTPStatus.NOT_FOUND
    if "{identifiant}" in route.path:
        yield HTTPStatus.GONE
    yield from ALWAYS


def _refused(status: HTTPStatus) -> dict[str, Any]:
    return {"description": f"{TITLES[status]}.", "content": {MEDIA: {"schema": {"$ref": f"{REFERENCE}{PROBLEM}"}}}}


def _values(route: Route) -> dict[str, str]:
    """What the example gives to each parameter, in the path and after `?`."""
    parts = urlsplit(route.example)
    pattern = re.sub(r"\{(\w+)\}", r"(?P<\1>[^/]+)", f"/api{route.path}")
    found = re.fullmatch(pattern, parts.path)
    assert found is not None, f"{route.name}: its example is not at its address"
    return {**found.groupdict(), **dict(parse_qsl(parts.query))}


def _typed(text: str, schema: dict[str, Any]) -> Any:
    kinds = {one.get("type") for one in (schema, *schema.get("anyOf", ()))}
    if "integer" in kinds:
        return int(text)
    return text == "true" if "boolean" in kinds else text


def _quiet(schema: dict[str, Any]) -> dict[str, Any]:
    """A schema without the words that are meant for those who read the code."""
    properties = {
        key: {name: value for name, value in one.items() if name != "title"}
        for key, one in schema.get("properties", {}).items()
    }
    kept = {key: value for key, value in schema.items() if key not in ("description", "title")}
    return {**kept, "properties": properties} if properties else kept


def _used(told: Any, schemas: dict[str, Any]) -> set[str]:
    """The schemas that are referred to, through others too."""
    found: set[str] = set()
    waiting = [told]
    while waiting:
        for name in set(_references(waiting.pop())) - found:
            found.add(name)
            waiting.append(schemas[name])
    return found


def _references(told: Any) -> Iterator[str]:
    if isinstance(told, dict):
        if isinstance(reference := told.get("$ref"), str):
            yield reference.removeprefix(REFERENCE)
        for value in told.values():
            yield from _references(value)
    elif isinstance(told, list):
        for value in told:
            yield from _references(value)
