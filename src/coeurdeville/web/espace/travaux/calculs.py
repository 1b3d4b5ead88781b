"""Runs: asking for one, seeing how far it is, why it failed."""

from __future__ import annotations

from collections.abc import Sequence

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from coeurdeville.comptes.droits import MODIFIER_ESPACE, VOIR_ESPACE, peut
from coeurdeville.core.problems import Problem, Refused
from coeurdeville.espaces.calculs import demander
from coeurdeville.espaces.models import Calcul, Espace
from coeurdeville.espaces.ouverts import espace_de
from coeurdeville.espaces.problemes import relus
from coeurdeville.espaces.suivi import calcul_de, calculs_de
from coeurdeville.web.acces import exige
from coeurdeville.web.espace.dossier.demande import membre
from coeurdeville.web.espace.dossier.mots import pour_le_web

EVERY = 5
"""Seconds after which the page of a run under way is loaded again, without script."""


@exige(VOIR_ESPACE)
@require_http_methods(["GET", "POST"])
def liste(request: HttpRequest, commune: str) -> HttpResponse:
    """The runs of a town; a member of the pair asks for one."""
    espace = _espace(commune)
    may = peut(request.user, MODIFIER_ESPACE, commune)
    problems: Sequence[Problem] = ()
    if request.method == "POST":
        if not may:
            raise PermissionDenied
        try:
            return redirect("espace-calcul", commune, demander(espace, membre(request)).pk)
        except Refused as refused:
            problems = pour_le_web(refused.problems)
    runs = calculs_de(commune)
    context = {"espace": espace, "calculs": runs, "peut": may, "problemes": problems,
               "ouvert": next((one for one in runs if one.ouvert), None)}  # fmt: skip
    return render(request, "travaux/calculs.html", context, status=400 if problems else 200)


@exige(VOIR_ESPACE)
@require_GET
@never_cache
def calcul(request: HttpRequest, commune: str, numero: int) -> HttpResponse:
    """How far a run is; once it is done, where it leads."""
    found = _calcul(commune, numero)
    context = {
        "espace": found.espace,
        "calcul": found,
        "edition": found.editions.first(),
        "problemes": pour_le_web(relus(found.problemes)),
        "peut": peut(request.user, MODIFIER_ESPACE, commune),
    }
    response = render(request, "travaux/calcul.html", context)
    if found.ouvert and "attendre" in request.GET:
        response["Refresh"] = str(EVERY)
    return response


@exige(VOIR_ESPACE)
@require_GET
@never_cache
def etat(_request: HttpRequest, commune: str, numero: int) -> JsonResponse:
    """The same in a few bytes, for the script of the page."""
    found = _calcul(commune, numero)
    told = {"etat": found.etat, "libelle": found.get_etat_display(), "etape": found.etape,
            "avancement": found.avancement, "ouvert": found.ouvert}  # fmt: skip
    return JsonResponse({**told, "adresse": reverse("espace-calcul", args=(commune, numero))})


def _espace(commune: str) -> Espace:
    found = espace_de(commune)
    if found is None:
        raise Http404
    return found


def _calcul(commune: str, numero: int) -> Calcul:
    found = calcul_de(commune, numero)
    if found is None:
        raise Http404
    return found
