"""Reading everything again, then depositing."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from coeurdeville.comptes.droits import MODIFIER_ESPACE, VOIR_ESPACE
from coeurdeville.core.problems import Problem, Refused
from coeurdeville.programme.candidatures.depot import VERBES, deposer
from coeurdeville.programme.candidatures.lecture import Dossier, pieces_de
from coeurdeville.programme.candidatures.mots import dite
from coeurdeville.programme.etats.franchir import empechements
from coeurdeville.web.acces import exige, utilisateur
from coeurdeville.web.espace.candidatures.demande import a_cote, commun, demandee


def date_de_reception(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Give a view, as `recu_le`, the instant at which the request reached it: before any right is looked up."""

    @wraps(view)
    def dated(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        request.META["coeurdeville.recu_le"] = now()
        return view(request, *args, **kwargs)

    return dated


@never_cache
@require_safe
@exige(VOIR_ESPACE)
def relire(request: HttpRequest, commune: str, pk: int) -> HttpResponse:
    """Everything that is written, on one page; what lacks; the button."""
    found = demandee(commune, pk)
    verb = found.verbe
    blocked = list(empechements(found.candidature, verb, utilisateur(request))) if verb else []
    return _page(request, found, blocked)


@date_de_reception
@require_POST
@exige(MODIFIER_ESPACE)
def depot(request: HttpRequest, commune: str, pk: int) -> HttpResponse:
    """Deposit. Refused, the page says why, and nothing that was written is lost."""
    found = demandee(commune, pk)
    verb, token = request.POST.get("verbe", ""), request.POST.get("jeton", "")
    if verb not in VERBES or not 16 <= len(token) <= 64:
        return redirect("candidature-relire", commune, pk)
    received = request.META["coeurdeville.recu_le"]
    try:
        made = deposer(found.candidature, utilisateur(request), verb, received, token)
    except Refused as refused:
        return _page(request, demandee(commune, pk), list(refused.problems), status=409)
    return redirect("candidature-recepisse", commune, pk, made.rang)


def _page(request: HttpRequest, found: Dossier, problems: list[Problem], status: int = 200) -> HttpResponse:
    told = {key: one.valeur for key, one in found.reponses.items()}
    lacking = {one.champ.cle: one for one in found.manques}
    context = {
        **commun(request, found),
        "problems": problems,
        "a_cote": a_cote(found, utilisateur(request)),
        "sections": [
            (step, [(one, dite(one, told.get(one.cle)), lacking.get(one.cle)) for one in step.champs])
            for step in found.form.etapes
        ],
        "pieces": pieces_de(found.candidature),
        "jeton": secrets.token_hex(16),
    }
    return render(request, "candidatures/relire.html", context, status=status)
