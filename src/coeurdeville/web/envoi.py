"""What was sent once the session was over: kept until whoever sent it has signed in again, then sent by one button."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase

from coeurdeville.comptes.models import Utilisateur

REPRENDRE = "/compte/reprendre/"
KEPT, KNOWN = "envoi", "entree"
RENEWED = timedelta(days=1)
"""Age at which the browser is known anew: it stays known longer than any of its sessions lasts."""
MOST = 200_000
"""Characters kept of one form."""
ACCOUNT = "/compte/"
"""Its forms hold passwords and codes: nothing of them is kept."""
SESSION_OVER = (
    "Votre session était terminée. Ce que vous venez d’envoyer est gardé\u00a0: connectez-vous pour le retrouver."
)
TOO_LONG = "Votre session était terminée, et le texte envoyé était trop long pour être gardé."


@dataclass(frozen=True)
class Envoi:
    """One form, as it was sent."""

    par: int
    """The account that this browser was signed in to: nobody else is shown it."""
    chemin: str
    """Where it is sent."""
    page: str
    """Where it was written."""
    champs: list[list[str]]
    """Names and values, in order; without the files."""
    fichiers: bool
    """Whether there were files, which are not kept."""

    @property
    def textes(self) -> list[str]:
        """What its author wrote, as far as length tells it from choices and numbers."""
        return [value for _, value in self.champs if " " in value.strip()]


def suite_de(request: HttpRequest) -> str:
    """The page to go to after signing in: the one asked for, else what was sent, else where it was written.

    Nothing is kept of a browser that was not signed in to an account: nobody fills the database from outside.
    """
    if request.method != "POST":
        return request.get_full_path()
    known = _known(request)
    if known is None or request.path.startswith(ACCOUNT):
        return _page(request)
    fields = [[key, value] for key, values in request.POST.lists() for value in values if key != "csrfmiddlewaretoken"]
    if sum(len(key) + len(value) for key, value in fields) > MOST:
        messages.error(request, TOO_LONG)
        return _page(request)
    sent = Envoi(known, request.get_full_path(), _page(request), fields, bool(request.FILES))
    request.session[KEPT] = asdict(sent)
    messages.warning(request, SESSION_OVER)
    return REPRENDRE


def envoi_de(request: HttpRequest) -> Envoi | None:
    """What was kept of this account."""
    kept = request.session.get(KEPT)
    found = Envoi(**kept) if kept else None
    return found if found and found.par == request.user.pk else None


def oublier(request: HttpRequest) -> None:
    """Drop what was kept."""
    request.session.pop(KEPT, None)


def reconnaitre(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    """Around what is answered to whoever is in: their browser is known, and what is sent again is no longer kept."""
    kept = envoi_de(request)
    if kept and request.method == "POST" and request.get_full_path() == kept.chemin:
        oublier(request)
    if request.method == "GET" and response.status_code == 200 and _known(request, RENEWED) != request.user.pk:
        response.set_signed_cookie(
            KNOWN, str(request.user.pk), max_age=_longest(), secure=settings.SESSION_COOKIE_SECURE,
            httponly=True, samesite="Lax",
        )  # fmt: skip
    return response


def _known(request: HttpRequest, age: timedelta | None = None) -> int | None:
    """The account that this browser is or was signed in to."""
    if isinstance(request.user, Utilisateur):
        return request.user.pk if age is None else _signed(request, age)
    return _signed(request, age or timedelta(seconds=_longest()))


def _signed(request: HttpRequest, age: timedelta) -> int | None:
    told = request.get_signed_cookie(KNOWN, default="", max_age=age)
    return int(told) if told else None


def _longest() -> int:
    """Seconds for which a browser stays known: a session, and the time after which it is known anew."""
    return int(settings.SESSION_COOKIE_AGE + RENEWED.total_seconds())


def _page(request: HttpRequest) -> str:
    """The page of the form, as the browser tells it when it is of this site."""
    told = urlsplit(request.headers.get("Referer", ""))
    here = (request.scheme, request.get_host()) == (told.scheme, told.netloc)
    return told.path + (f"?{told.query}" if told.query else "") if here else request.get_full_path()
