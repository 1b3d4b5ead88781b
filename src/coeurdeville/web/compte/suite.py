"""Where one goes after signing in."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme


def suite(request: HttpRequest) -> str:
    """The page that was asked for before signing in, when it is one of the site; else empty."""
    return interne(request, request.POST.get("next") or request.GET.get("next") or "")


def interne(request: HttpRequest, path: str) -> str:
    """The same path when it stays on the site, else empty."""
    return path if url_has_allowed_host_and_scheme(path, {request.get_host()}, request.is_secure()) else ""


def arrivee(request: HttpRequest) -> str:
    """The page to go to: the one asked for, else the account's."""
    return suite(request) or str(settings.LOGIN_REDIRECT_URL)
