"""The API as django-ninja serves it: every route, every refusal."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from http import HTTPStatus

from django.core.signals import got_request_exception
from django.db import OperationalError
from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import ValidationError

from coeurdeville.api.refusals import (
    BUSY,
    FAILED,
    ROUTE_ABSENT,
    STORE_DAMAGED,
    Absent,
    Withdrawn,
    is_of_request,
    of_values,
    refusal,
)
from coeurdeville.api.routes import ROUTERS
from coeurdeville.api.version import VERSION
from coeurdeville.core.problems import Damaged, Problem, Refused
from coeurdeville.core.registry import UNIT_UNKNOWN

LOGGER = logging.getLogger("coeurdeville.api")
ABOUT = """\
Tout ce que le site publie, pour un programme : les communes et ce qu’elles peuvent faire tourner, les diagnostics
publiés avec leurs chiffres et leurs objets, les services, les couches, les sources, les schémas, les problèmes.
L’API se lit seulement, sans compte ni clé. Les noms sont ceux de la ligne de commande."""

api = NinjaAPI(title="coeurdeville", version=VERSION, description=ABOUT, openapi_url=None, docs_url=None,
               urls_namespace="api")  # fmt: skip
for router in ROUTERS:
    api.add_router("", router)


def absent(request: HttpRequest) -> HttpResponse:
    """What an address that leads nowhere answers."""
    return refusal(HTTPStatus.NOT_FOUND, [ROUTE_ABSENT(path=request.path_info[:100])])


@api.exception_handler(ValidationError)
def _values(request: HttpRequest, error: ValidationError) -> HttpResponse:
    path = request.resolver_match.kwargs if request.resolver_match else {}
    return refusal(HTTPStatus.UNPROCESSABLE_ENTITY, of_values(error.errors, {**request.GET.dict(), **path}))


@api.exception_handler(Refused)
def _refused(request: HttpRequest, error: Refused) -> HttpResponse:
    if not all(is_of_request(one.code) for one in error.problems):
        return _failed(request, error)
    return refusal(_status(request, error, error.problems), error.problems)


@api.exception_handler(Http404)
def _absent(request: HttpRequest, error: Http404) -> HttpResponse:
    return absent(request)


@api.exception_handler(Exception)
def _failed(request: HttpRequest, error: Exception) -> HttpResponse:
    """The error is logged, and told to whoever listens to those of Django."""
    if isinstance(error, OperationalError):
        LOGGER.error("the database did not answer", exc_info=error)
        return refusal(HTTPStatus.SERVICE_UNAVAILABLE, [BUSY()], **{"Retry-After": "30"})
    if isinstance(error, Damaged | FileNotFoundError):
        told = {"problemes": [str(one) for one in error.problems]} if isinstance(error, Damaged) else {}
        LOGGER.error("files of the store are damaged", extra={"champs": told}, exc_info=error)
        return refusal(HTTPStatus.SERVICE_UNAVAILABLE, [STORE_DAMAGED()])
    LOGGER.error("a request failed", exc_info=error)
    got_request_exception.send(sender=None, request=request)
    return refusal(HTTPStatus.INTERNAL_SERVER_ERROR, [FAILED()])


def _status(request: HttpRequest, error: Refused, problems: Sequence[Problem]) -> HTTPStatus:
    """A name that does not exist is absent when it stands in the path, and a mistake of the request after `?`."""
    if isinstance(error, Withdrawn):
        return HTTPStatus.GONE
    named = request.resolver_match is not None and bool(request.resolver_match.kwargs)
    if isinstance(error, Absent) or (named and problems[0].code == UNIT_UNKNOWN.code):
        return HTTPStatus.NOT_FOUND
    return HTTPStatus.UNPROCESSABLE_ENTITY
