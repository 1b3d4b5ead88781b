"""@route: a function that answers is declared with its French words and its example; the rest is worked out."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, get_type_hints

from django.http import HttpRequest, HttpResponse
from ninja import Router
from ninja.params.functions import Query
from pydantic import BaseModel

from coeurdeville.api.bodies import JSON, Body, served
from coeurdeville.api.refusals import PARAMETER_UNKNOWN
from coeurdeville.core.problems import Refused
from coeurdeville.espaces.fraicheur import REGISTRES, Trace, trace

QUERY = "query"
"""The argument that holds what follows `?` in an address."""
ROUTES: dict[str, Route] = {}
"""Name -> route, in the order of the documentation."""


@dataclass(frozen=True)
class Route:
    """One address of the API."""

    name: str
    """Also its `operationId`."""
    path: str
    """Under /api, with `{code}` for what changes."""
    summary: str
    """French, on one line."""
    description: str
    example: str
    """An address that answers on any site, or on one that has the town of the stored example."""
    media: str
    tag: str
    kept: bool
    """Its answers follow from the registries alone."""


def route(
    router: Router, path: str, answer: Any, summary: str, *, tag: str, example: str, description: str = "",
    media: str = JSON, kept: bool = False, public: bool = False,
) -> Callable[[Callable[..., Body | BaseModel]], Callable[..., Body | BaseModel]]:  # fmt: skip
    """Declare a function that takes the variable parts of its path, and what follows `?` as `query`.

    Parameters
    ----------
    answer
        The model that it gives; None when it is not JSON.
    kept
        Its answers follow from the registries alone: a process makes each once.
    public
        They follow from what towns publish, and from nothing else in the database: made once until `trace` changes.
    """

    def declare(function: Callable[..., Body | BaseModel]) -> Callable[..., Body | BaseModel]:
        name = function.__name__
        ROUTES[name] = Route(name, path, summary, description, example, media, tag, kept)
        router.api_operation(
            ["GET"], path, response=answer, operation_id=name, summary=summary, description=description, tags=[tag]
        )(_view(function, _before(kept=kept, public=public)))
        return function

    return declare


def _before(*, kept: bool, public: bool) -> Callable[[], Trace | None]:
    """What to take note of before an answer is made; nothing of one that is made for each request."""
    return trace if public else lambda: REGISTRES if kept else None


def _view(function: Callable[..., Body | BaseModel], before: Callable[[], Trace | None]) -> Callable[..., HttpResponse]:
    """What django-ninja calls: the same arguments after the request."""
    hints = get_type_hints(function, include_extras=True)
    known = _names(hints)

    def view(request: HttpRequest, **asked: Any) -> HttpResponse:
        if alien := sorted(request.GET.keys() - known.keys()):
            told = ", ".join(known) or "aucun"
            raise Refused([PARAMETER_UNKNOWN(name=one[:60], known=told) for one in alien])
        noted = before()
        found = function(**asked)
        return served(found if isinstance(found, Body) else Body.of(found), noted)

    view.__name__ = function.__name__
    view.__signature__ = _signature(function, hints)  # type: ignore[attr-defined]
    return view


def _names(hints: Mapping[str, Any]) -> Mapping[str, Any]:
    asked = hints.get(QUERY)
    return {} if asked is None else asked.model_fields


def _signature(function: Callable[..., Any], hints: Mapping[str, Any]) -> inspect.Signature:
    told = {name: Annotated[hint, Query(...)] if name == QUERY else hint for name, hint in hints.items()}
    request = inspect.Parameter("request", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=HttpRequest)
    own = [one.replace(annotation=told[name]) for name, one in inspect.signature(function).parameters.items()]
    return inspect.Signature([request, *own])
