"""What stands around every API request: reading only, from any site, within a rate, without cookie."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from coeurdeville.api.refusals import METHOD_REFUSED, TOO_MANY, refusal
from coeurdeville.api.version import VERSION
from coeurdeville.comptes.cadence import wait_of

ROOT = "/api/"
READING = ("GET", "HEAD")
CORS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "API-Version, Deprecation, ETag, Last-Modified, Retry-After, Sunset",
}
PREFLIGHT = {
    "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Headers": "Accept, Content-Type, If-Modified-Since, If-None-Match",
    "Access-Control-Max-Age": "86400",
    "Allow": "GET, HEAD, OPTIONS",
}
Answer = Callable[[HttpRequest], HttpResponseBase]


def api_frame(answer: Answer) -> Answer:
    """The middleware. The page of documentation, /api/ itself, is a page of the site like the others."""

    def framed(request: HttpRequest) -> HttpResponseBase:
        if not request.path_info.startswith(ROOT) or request.path_info == ROOT:
            return answer(request)
        response = _answered(request, answer)
        for name, value in CORS.items():
            response[name] = value
        response["API-Version"] = VERSION
        return response

    return framed


def _answered(request: HttpRequest, answer: Answer) -> HttpResponseBase:
    if request.method == "OPTIONS":
        return HttpResponse(status=HTTPStatus.NO_CONTENT, headers=PREFLIGHT)
    if request.method not in READING:
        problem = METHOD_REFUSED(method=request.method)
        return refusal(HTTPStatus.METHOD_NOT_ALLOWED, [problem], Allow=PREFLIGHT["Allow"])
    if wait := wait_of(request, "api", settings.API_PER_MINUTE, 60):
        problem = TOO_MANY(most=settings.API_PER_MINUTE, wait=wait)
        return refusal(HTTPStatus.TOO_MANY_REQUESTS, [problem], **{"Retry-After": str(wait)})
    return _headed(request, answer) if request.method == "HEAD" else answer(request)


def _headed(request: HttpRequest, answer: Answer) -> HttpResponseBase:
    """The headers of the same request by GET, its length included."""
    request.method = "GET"
    response = answer(request)
    request.method = "HEAD"
    if isinstance(response, HttpResponse) and response.status_code != HTTPStatus.NOT_MODIFIED:
        response["Content-Length"] = str(len(response.content))
        response.content = b""
    return response
