"""What stands before a view: signing in, a right, a second factor. Whatever it gives is kept by no cache.

A form sent when the session is over is kept (`envoi`), whatever the view.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar, cast

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseBase
from django.views.decorators.cache import never_cache

from coeurdeville.comptes.droits import attend_second_facteur, peut
from coeurdeville.comptes.models import Utilisateur
from coeurdeville.espaces.ouverts import espace_de
from coeurdeville.web.envoi import reconnaitre, suite_de

P = ParamSpec("P")
T = TypeVar("T")
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]

SECOND_FACTOR = "/compte/second-facteur/"


def exige(droit: str) -> Callable[[View[P]], View[P]]:
    """Open a view to those who have a right, in the town of its address when it has a `commune`.

    A visitor signs in first; a member of the coordination who lacks only the second factor gives it first. 404 when
    the town has no space, 403 without the right.
    """

    def decorate(view: View[P]) -> View[P]:
        @never_cache
        @wraps(view)
        def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            commune = kwargs.get("commune")
            refusal = _refusal(request, droit, None if commune is None else str(commune))
            return refusal or reconnaitre(request, view(request, *args, **kwargs))

        return guarded

    return decorate


def sur(
    trouver: Callable[P, T | None], droit: Callable[[Utilisateur, T], bool]
) -> Callable[[Callable[[HttpRequest, T], HttpResponseBase]], View[P]]:
    """Open a view about one object, found from what its address says, to those who hold a right on it.

    The view takes the object as its second argument. A visitor signs in first; 404 when there is no such object, 403
    without the right.
    """

    def decorate(view: Callable[[HttpRequest, T], HttpResponseBase]) -> View[P]:
        @never_cache
        @wraps(view)
        def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            waiting = _entree(request)
            if waiting:
                return waiting
            objet = trouver(*args, **kwargs)
            if objet is None:
                raise Http404
            if not droit(utilisateur(request), objet):
                raise PermissionDenied
            return reconnaitre(request, view(request, objet))

        return guarded

    return decorate


def connecte(view: View[P]) -> View[P]:
    """Open a view to whoever has signed in, second factor included when the account has one."""

    @never_cache
    @wraps(view)
    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        return _entree(request) or reconnaitre(request, view(request, *args, **kwargs))

    return guarded


def utilisateur(request: HttpRequest) -> Utilisateur:
    """Whoever asks, of a view that only lets in those who have signed in."""
    return cast("Utilisateur", request.user)


def _entree(request: HttpRequest) -> HttpResponseBase | None:
    """Where a visitor, or a session that lacks its second factor, is sent first; None when they are in."""
    if not request.user.is_authenticated:
        return redirect_to_login(suite_de(request))
    if attend_second_facteur(request.user):
        return redirect_to_login(suite_de(request), SECOND_FACTOR)
    return None


def _refusal(request: HttpRequest, droit: str, commune: str | None) -> HttpResponseBase | None:
    """What is answered instead of the view; None when it is open."""
    if not request.user.is_authenticated:
        return redirect_to_login(suite_de(request))
    if commune is not None and espace_de(commune) is None:
        raise Http404
    if attend_second_facteur(request.user):
        return redirect_to_login(suite_de(request), SECOND_FACTOR)
    if peut(request.user, droit, commune):
        return None
    raise PermissionDenied
