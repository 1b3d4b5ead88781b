"""A form sent when the session is over, or from a page opened before signing in again: its words are kept."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase, QueryDict
from django.middleware.csrf import CsrfViewMiddleware
from django.shortcuts import redirect
from django.views.decorators.csrf import csrf_exempt

from coeurdeville.comptes.droits import attend_second_facteur

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]

KEPT, GIVEN = "saisie", "formulaire"
MOST = 200_000
"""Characters kept of one form."""
SESSION_OVER = (
    "Votre session était terminée. Ce que vous aviez écrit est gardé\u00a0: connectez-vous pour le retrouver."
)
NOT_SAVED = "Voici ce que vous aviez écrit. Rien n’est encore enregistré\u00a0: relisez, puis enregistrez."
TOO_LONG = "Votre session était terminée, et le texte envoyé était trop long pour être gardé."


def garde_la_saisie(view: View[P]) -> View[P]:
    """Keep in the session what a form says when it cannot be taken, and present it again once signed in.

    A page of another site gets no such favour: the check against forged requests answers it as everywhere. Nor does
    somebody who never was given the form: nobody fills the database from outside.
    """

    @csrf_exempt
    @wraps(view)
    def kept(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if request.method != "POST":
            return _noted(request, view(request, *args, **kwargs))
        refusal = CsrfViewMiddleware(_never).process_view(request, _never, (), {})
        if refusal is not None and not _from_here(request):
            return refusal
        if (refusal is not None or _signed_out(request)) and _had_the_form(request):
            return _keep(request)
        if refusal is not None:
            return refusal
        return view(request, *args, **kwargs)

    return kept


def saisie_gardee(request: HttpRequest) -> QueryDict | None:
    """The words kept of the form of this page; None when there are none."""
    draft = request.session.get(KEPT)
    if draft is None or draft["chemin"] != request.path:
        return None
    messages.warning(request, NOT_SAVED)
    found = QueryDict(mutable=True)
    for key, value in draft["champs"]:
        found.appendlist(key, value)
    return found


def oublier(request: HttpRequest) -> None:
    """Drop the words kept, once they are saved."""
    request.session.pop(KEPT, None)


def _keep(request: HttpRequest) -> HttpResponseBase:
    fields = [[key, value] for key, values in request.POST.lists() for value in values if key != "csrfmiddlewaretoken"]
    if sum(len(key) + len(value) for key, value in fields) > MOST:
        messages.error(request, TOO_LONG)
        return redirect(request.get_full_path())
    request.session[KEPT] = {"chemin": request.path, "champs": fields}
    if _signed_out(request):
        messages.warning(request, SESSION_OVER)
    return redirect(request.get_full_path())


def _noted(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    """Remember in the browser that this form was given to it, for as long as a session lasts."""
    if request.user.is_authenticated and response.status_code == 200:
        response.set_signed_cookie(
            GIVEN, "1", salt=request.path, max_age=settings.SESSION_COOKIE_AGE, path=request.path,
            secure=settings.SESSION_COOKIE_SECURE, httponly=True, samesite="Lax",
        )  # fmt: skip
    return response


def _had_the_form(request: HttpRequest) -> bool:
    """Whether who sends the form is signed in, or was when the form was given."""
    age = settings.SESSION_COOKIE_AGE
    return request.user.is_authenticated or bool(
        request.get_signed_cookie(GIVEN, default="", salt=request.path, max_age=age)
    )


def _signed_out(request: HttpRequest) -> bool:
    return not request.user.is_authenticated or attend_second_facteur(request.user)


def _from_here(request: HttpRequest) -> bool:
    """Whether the page that sends the form is of this site: browsers say it, and no page can lie about it."""
    here = f"{request.scheme}://{request.get_host()}"
    return request.headers.get("Origin") in (here, *settings.CSRF_TRUSTED_ORIGINS)


def _never(request: HttpRequest) -> HttpResponseBase:
    raise AssertionError("only the check is wanted")
