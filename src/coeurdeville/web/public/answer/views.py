"""A holder reads what is asked, answers once, and finds the answer there afterwards."""

from __future__ import annotations

from typing import Any, BinaryIO

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from coeurdeville.core.french import of
from coeurdeville.core.problems import Refused
from coeurdeville.espaces import reponses
from coeurdeville.espaces.liens import demande_du_jeton
from coeurdeville.espaces.models import Demande
from coeurdeville.web.public.answer.form import Repondre
from coeurdeville.web.uploads import require_whole


@csrf_exempt
@require_http_methods(["GET", "POST"])
@never_cache
def repondre(request: HttpRequest, jeton: str) -> HttpResponse:
    """404 for an address that the site has not signed; 410 once it has expired or was cancelled.

    The address itself is what lets one answer: a page left open for days is not refused for want of a cookie.
    """
    demande = demande_du_jeton(jeton)
    if demande is None:
        raise Http404
    if not reponses.ouverte(demande):
        gone = demande.repondue_le is None
        return _shown(request, "reponse/close.html", demande, 410 if gone else 200)
    form = Repondre(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid() and _answered(request, demande, form):
        return redirect("reponse", jeton)
    return _shown(request, "reponse/repondre.html", demande, 400 if form.errors else 200, form=form)


def _answered(request: HttpRequest, demande: Demande, form: Repondre) -> bool:
    """Whether the answer was kept; the form says why not."""
    sent = form.cleaned_data["fichier"]
    file: tuple[str, BinaryIO] | None = (sent.name, sent.file) if sent else None
    try:
        require_whole(request)
        reponses.repondre(demande, form.saisie, file)
    except Refused as refused:
        form.refuse(refused, "fichier" if sent else None)
        return False
    return True


def _shown(request: HttpRequest, template: str, demande: Demande, status: int, **more: Any) -> HttpResponse:
    """Found by nobody: neither search engines nor the pages that it leads to."""
    told = {"demande": demande, "de_la_ville": of(demande.espace.nom), "motif": reponses.MOTIFS.get(demande.motif, ""),
            "licence": reponses.LICENCES_OFFERTES.get(demande.licence, "")}  # fmt: skip
    response = render(request, template, {**told, **more}, status=status)
    response["X-Robots-Tag"], response["Referrer-Policy"] = "noindex, nofollow", "no-referrer"
    return response
