"""What stands before a page of a checking: its token opens it, and nothing of it is kept by a browser or a robot."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render

from coeurdeville.web.public.schemas.checking.kept import Kept, kept

P = ParamSpec("P")
Page = Callable[Concatenate[HttpRequest, Kept, P], HttpResponseBase]
HEADERS = {
    "Cache-Control": "private, no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow",
}


def opened(page: Page[P]) -> Callable[..., HttpResponseBase]:
    """Give a page the checking of its token; 404, with what to do, when there is none or no longer."""

    @wraps(page)
    def guarded(request: HttpRequest, token: str, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        found = kept(token)
        response = page(request, found, *args, **kwargs) if found else _gone(request)
        for name, value in HEADERS.items():
            response[name] = value
        return response

    return guarded


def _gone(request: HttpRequest) -> HttpResponse:
    return render(request, "schemas/effacee.html", {"page_title": "Vérification effacée"}, status=404)
