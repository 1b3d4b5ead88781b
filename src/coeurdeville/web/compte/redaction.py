"""The editors' desk behind the site's own sign-in and second factor."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponseBase

from coeurdeville.comptes.droits import second_facteur_donne
from coeurdeville.web.acces import SECOND_FACTOR

DESK = "/redaction/"


class SecondFacteurRedaction:
    """Middleware: nothing of Wagtail's own pages, its sign-in included, is served without a second factor."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The answer of the site, or the way to sign in."""
        if not request.path_info.startswith(DESK) or second_facteur_donne(request.user):
            return self.get_response(request)
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        return redirect_to_login(request.get_full_path(), SECOND_FACTOR)
