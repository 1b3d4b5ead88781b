"""Open calls and candidatures of a town; the page of one candidature."""

from __future__ import annotations

from collections.abc import Mapping

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from coeurdeville.comptes.droits import MODIFIER_ESPACE, VOIR_ESPACE, peut
from coeurdeville.core.problems import Refused
from coeurdeville.espaces.dossiers import apercu
from coeurdeville.programme.candidatures.echeance import reste
from coeurdeville.programme.candidatures.eligibilite import empechements_de_la_ville
from coeurdeville.programme.candidatures.lecture import LigneAppel, appel_nomme, appels_recevant, de_la_ville
from coeurdeville.programme.candidatures.ouverture import ouvrir
from coeurdeville.programme.horloge import instant
from coeurdeville.web.acces import exige, utilisateur
from coeurdeville.web.espace.candidatures.demande import commun, demandee

DEPOSITS = "deposer amender completer"
"""Verbs that have a page of their own."""


@never_cache
@require_safe
@exige(VOIR_ESPACE)
def liste(request: HttpRequest, commune: str) -> HttpResponse:
    """The calls that receive, whether the town may answer, and what it answered."""
    return _liste(request, commune)


@require_POST
@exige(MODIFIER_ESPACE)
def ouverture(request: HttpRequest, commune: str, slug: str) -> HttpResponse:
    """Open the candidature of the town, or come back to it."""
    appel = appel_nomme(slug)
    if appel is None:
        raise Http404
    siret = request.POST.get("siret", "")
    try:
        made = ouvrir(appel, commune, utilisateur(request), siret)
    except Refused as refused:
        for problem in refused.problems:
            messages.error(request, f"{problem.message} {problem.cure}")
        return _liste(request, commune, {slug: siret})
    return redirect("candidature", commune, made.pk)


@never_cache
@require_safe
@exige(VOIR_ESPACE)
def candidature(request: HttpRequest, commune: str, pk: int) -> HttpResponse:
    """Where it stands, what it lacks, what may be done."""
    found = demandee(commune, pk)
    closed = ("" if found.reprenable else "reprendre", "" if found.retirable else "retirer")
    context = {
        **commun(request, found),
        "caches": " ".join((DEPOSITS, *closed)),
        "recepisses": [(one, instant(one.recu_le)) for one in found.candidature.recepisses.order_by("-rang")],
    }
    return render(request, "candidatures/candidature.html", context)


def _liste(request: HttpRequest, commune: str, typed: Mapping[str, str] | None = None) -> HttpResponse:
    """The page; `typed` is the SIRET that was refused, by the slug of its call: it stays as it was typed."""
    found = apercu(commune)
    context = {
        "dossier": found,
        "lignes": [
            {**_line(one, commune, found.espace.nom), "siret": (typed or {}).get(one.appel.slug, "")}
            for one in appels_recevant(commune)
        ],
        "candidatures": de_la_ville(commune),
        "peut_modifier": peut(utilisateur(request), MODIFIER_ESPACE, commune),
    }
    return render(request, "candidatures/liste.html", context, status=200 if typed is None else 400)


def _line(line: LigneAppel, commune: str, nom: str) -> dict[str, object]:
    appel = line.appel
    limit = appel.ferme_le
    return {
        "appel": appel,
        "candidature": line.candidature,
        "limite": instant(limit) if limit else "",
        "reste": reste(limit, now()) if limit else "",
        "problemes": [] if line.candidature else empechements_de_la_ville(appel, commune, nom),
    }
