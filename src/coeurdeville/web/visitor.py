"""Who asks for a page, behind the proxies of the host."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase


class Visitor:
    """Middleware: `REMOTE_ADDR` becomes the visitor's address, when the host says how many proxies stand in front.

    Each proxy adds at the right of `X-Forwarded-For` whom it answered; what is further left was written by the visitor.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The answer of the site."""
        seen = [one.strip() for one in request.headers.get("X-Forwarded-For", "").split(",")]
        if 0 < settings.PROXIES <= len(seen) and seen[-settings.PROXIES]:
            request.META["REMOTE_ADDR"] = seen[-settings.PROXIES]
        return self.get_response(request)
