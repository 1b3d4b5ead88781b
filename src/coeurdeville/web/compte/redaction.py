"""The editors' desk behind the site's own sign-in and second factor."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase

from coeurdeville.comptes.droits import second_facteur_donne
from coeurdeville.web.acces import SECOND_FACTOR

DESK = "/redaction/"
ENTER = "wagtailadmin.access_admin"


class SecondFacteurRedaction:
    """Middleware: nothing of Wagtail's own pages, its sign-in included, is served without a second factor.

    Who does not write pages is told so at once: no second factor would let them in.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The answer of the site, or the way to sign in; 403 for an account that does not write pages."""
        if not request.path_info.startswith(DESK):
            return self.get_response(request)
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        if not request.user.has_perm(ENTER):
            raise PermissionDenied
        if not second_facteur_donne(request.user):
            return redirect_to_login(request.get_full_path(), SECOND_FACTOR)
        return self.get_response(request)
