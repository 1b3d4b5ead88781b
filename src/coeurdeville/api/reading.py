"""The OpenAPI document as people read it: routes by theme, parameters, keys of answers, examples."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from coeurdeville.api.declaring import ROUTES
from coeurdeville.api.document import REFERENCE, openapi
from coeurdeville.api.refusals import is_of_request
from coeurdeville.core.french import listing, number, spaced
from coeurdeville.core.problems import KINDS

TYPES = {"string": "texte", "integer": "entier", "number": "nombre", "boolean": "vrai ou faux", "object": "objet",
         "null": "null"}  # fmt: skip
DEPTH = 3
"""Levels of keys that a table tells."""


@dataclass(frozen=True)
class Parameter:
    """A parameter of a route."""

    name: str
    place: str
    words: str
    limits: str


@dataclass(frozen=True)
class Key:
    """A key of an answer, with the keys that lead to it: `results[].code`."""

    path: str
    kind: str
    words: str


@dataclass(frozen=True)
class Told:
    """A route."""

    anchor: str
    path: str
    summary: str
    description: str
    parameters: tuple[Parameter, ...]
    keys: tuple[Key, ...]
    request: str
    answer: str
    media: str
    recorded: bool
    """The answer is not of this site: it depends on what towns publish."""
    town: str = ""
    """The town of this site for which the request is written; empty: the one of the recorded answer."""


@cache
def sections() -> dict[str, tuple[Told, ...]]:
    """Theme -> its routes, in the order of the document."""
    found: dict[str, tuple[Told, ...]] = {}
    for path in openapi()["paths"].values():
        route = ROUTES[path["get"]["operationId"]]
        found[route.tag] = (*found.get(route.tag, ()), _told(route.name, path["get"]))
    return found


def codes() -> dict[str, str]:
    """Code -> what a request may be refused for, its changing words left open: where `type` of a refusal leads."""
    said = {code: f"{kind.message} {kind.cure}" for code, kind in sorted(KINDS.items()) if is_of_request(code)}
    return {code: spaced(re.sub(r"\{[^}]*\}", "…", text).replace("….", "…")) for code, text in said.items()}


def _told(name: str, operation: dict[str, Any]) -> Told:
    route = ROUTES[name]
    media, content = next(iter(operation["responses"]["200"]["content"].items()))
    example = content["example"]
    shown = example if isinstance(example, str) else json.dumps(example, ensure_ascii=False, indent=2)
    return Told(
        name, f"/api{route.path}", spaced(route.summary), _plain(route.description),
        tuple(_parameter(one) for one in operation["parameters"]),
        tuple(_keys(content["schema"])), f"{openapi()['servers'][0]['url']}{route.example}", shown, media,
        not route.kept,
    )  # fmt: skip


def _parameter(told: dict[str, Any]) -> Parameter:
    schema = told["schema"]
    place = "dans le chemin" if told["in"] == "path" else "après « ? »"
    words = told.get("description", "Nom court.")
    return Parameter(told["name"], spaced(place), _plain(words), spaced(" ; ".join(_limits(schema))))


def _limits(schema: dict[str, Any]) -> Iterator[str]:
    one = _resolved(next((one for one in schema.get("anyOf", ()) if one.get("type") != "null"), schema))
    if "enum" in one:
        yield listing([f"« {value} »" for value in one["enum"]], "ou")
        return
    yield TYPES.get(one.get("type", ""), "")
    if "minimum" in one and "maximum" in one:
        yield f"de {number(one['minimum'])} à {number(one['maximum'])}"
    if "maxLength" in one:
        yield f"au plus {number(one['maxLength'])} caractères"
    if schema.get("default") is not None:
        yield f"{number(schema['default'])} si rien n’est dit"


def _keys(schema: dict[str, Any], before: str = "", depth: int = DEPTH) -> Iterator[Key]:
    for name, told in _resolved(schema).get("properties", {}).items():
        path = f"{before}{name}"
        yield Key(path, _kind(told), _plain(told.get("description", "")))
        inner, suffix = _inside(told)
        if inner is not None and depth > 1:
            yield from _keys(inner, f"{path}{suffix}.", depth - 1)


def _inside(told: dict[str, Any]) -> tuple[dict[str, Any] | None, str]:
    """The object that a key holds, or of which it holds a list."""
    for one in (told, *told.get("anyOf", ())):
        if "$ref" in one and "properties" in _resolved(one):
            return one, ""
        if one.get("type") == "array" and "$ref" in one.get("items", {}):
            return (one["items"], "[]") if "properties" in _resolved(one["items"]) else (None, "")
    return None, ""


def _kind(told: dict[str, Any]) -> str:
    if "anyOf" in told:
        return listing(list(dict.fromkeys(_kind(one) for one in told["anyOf"])), "ou")
    one = _resolved(told)
    if "enum" in one:
        return listing([str(value) for value in one["enum"]], "ou")
    if "const" in one:
        return str(one["const"])
    if one.get("type") == "array":
        return f"liste ({_kind(one.get('items', {}))})"
    if one.get("format") in ("date", "date-time"):
        return "date" if one["format"] == "date" else "date et heure"
    return TYPES.get(one.get("type", ""), "toute valeur")


def _plain(words: str) -> str:
    """CommonMark as plain text: what is code stands within quotation marks."""
    return spaced(re.sub(r"`([^`]+)`", r"« \1 »", words))


def _resolved(schema: dict[str, Any]) -> dict[str, Any]:
    reference = schema.get("$ref")
    if reference is None:
        return schema
    found: dict[str, Any] = openapi()["components"]["schemas"][reference.removeprefix(REFERENCE)]
    return found
