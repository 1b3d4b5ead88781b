"""A verb of the table, from its button."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from coeurdeville.programme.adresses import chemin
from coeurdeville.programme.etats.franchir import autorise, franchir
from coeurdeville.programme.etats.lecture import objet_de
from coeurdeville.web.acces import connecte, utilisateur
from coeurdeville.web.espace.travaux.actes import fait


@require_POST
@connecte
def geste(request: HttpRequest, objet: str, numero: int, verbe: str) -> HttpResponse:
    """Do it, then come back to the page of the button, which says what was done or why it was not.

    To whoever has no right to it, the object is not there: its page would tell them what it is.
    """
    found = objet_de(objet, numero, verbe)
    if found is None or not autorise(found[1], found[0], utilisateur(request)):
        raise Http404
    thing, passage = found
    reason = request.POST.get("motif", "")
    return fait(
        request, lambda: franchir(thing, verbe, utilisateur(request), reason),
        f"C’est fait : {utilisateur(request)} {passage.dit}.", _back(request, thing),
    )  # fmt: skip


def _back(request: HttpRequest, thing: object) -> str:
    """The page of the button when it is one of the site, else that of the object."""
    asked = request.POST.get("retour", "")
    return asked if asked.startswith("/") and url_has_allowed_host_and_scheme(asked, None) else chemin(thing)  # type: ignore[arg-type]
