"""The receipt of a deposit, on the site and on paper."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from coeurdeville.comptes.droits import VOIR_ESPACE
from coeurdeville.programme.candidatures.contenu import canonique, intact
from coeurdeville.programme.candidatures.lecture import Dossier, recepisse_de_rang
from coeurdeville.programme.candidatures.recepisse import document
from coeurdeville.programme.models import Recepisse
from coeurdeville.reports.documents import render_html, render_pdf
from coeurdeville.web.acces import exige
from coeurdeville.web.espace.candidatures.demande import commun, demandee


@never_cache
@require_safe
@exige(VOIR_ESPACE)
def page(request: HttpRequest, commune: str, pk: int, rang: int) -> HttpResponse:
    """What was deposited and when, as the paper says it."""
    found, receipt = _asked(commune, pk, rang)
    last = found.dernier is not None and found.dernier.rang == rang
    context = {
        **commun(request, found),
        "recepisse": receipt,
        "papier": render_html(document(receipt)),
        "dernier": last,
    }
    return render(request, "candidatures/recepisse.html", context)


@require_safe
@exige(VOIR_ESPACE)
def papier(request: HttpRequest, commune: str, pk: int, rang: int) -> HttpResponse:
    """The receipt as a PDF file."""
    _, receipt = _asked(commune, pk, rang)
    answer = HttpResponse(render_pdf(document(receipt)), content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="recepisse-{receipt.numero}.pdf"'
    return answer


@require_safe
@exige(VOIR_ESPACE)
def preuve(request: HttpRequest, commune: str, pk: int, rang: int) -> HttpResponse:
    """The very bytes of which the digest is; 404 once the content was deleted."""
    _, receipt = _asked(commune, pk, rang)
    if not intact(receipt):
        raise Http404
    proof = canonique(receipt.contenu, receipt.numero, receipt.recu_le)
    answer = HttpResponse(proof, content_type="application/json; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="recepisse-{receipt.numero}.json"'
    return answer


def _asked(commune: str, pk: int, rang: int) -> tuple[Dossier, Recepisse]:
    found = demandee(commune, pk)
    receipt = recepisse_de_rang(found.candidature, rang)
    if receipt is None:
        raise Http404
    return found, receipt
