"""The home of a town's space."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from coeurdeville.comptes.auteurs import signature
from coeurdeville.comptes.droits import GERER_MEMBRES, MODIFIER_ESPACE, VOIR_ESPACE, peut
from coeurdeville.core.problems import Refused
from coeurdeville.espaces.a_faire import a_faire, par_statut
from coeurdeville.espaces.dossiers import apercu, auteur, dossier
from coeurdeville.espaces.ouverture import ouvrir_espace
from coeurdeville.web.acces import exige
from coeurdeville.web.espace.dossier.demande import membre


@never_cache
@require_safe
@exige(VOIR_ESPACE)
def accueil(request: HttpRequest, commune: str) -> HttpResponse:
    """Where the folder stands, and what to do next."""
    try:
        found = dossier(commune)
    except Refused as refused:
        broken = {"dossier": apercu(commune), "problems": refused.problems}
        return render(request, "espace/abime.html", broken, status=503)
    context = {
        "dossier": found,
        "statuts": par_statut(found.donnees),
        "etapes": a_faire(found.donnees),
        "qui": auteur(found.revision) if found.revision else "",
        "peut_modifier": peut(membre(request), MODIFIER_ESPACE, commune),
        "peut_gerer": peut(membre(request), GERER_MEMBRES, commune),
    }
    return render(request, "espace/accueil.html", context)


@require_POST
@exige(MODIFIER_ESPACE)
def commencer(request: HttpRequest, commune: str) -> HttpResponse:
    """Begin with an empty inventory."""
    ouvrir_espace(commune, signature(membre(request), commune))
    return redirect("espace", commune)
