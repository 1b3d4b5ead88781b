"""The projects that somebody follows, the home of one of them, its history, its exports."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from coeurdeville.core.problems import Refused
from coeurdeville.programme.experimentations.cloture import finie_a
from coeurdeville.programme.experimentations.exports import en_csv
from coeurdeville.programme.experimentations.lecture import (
    ecrit_encore,
    experimentation,
    lit,
    retouches,
    situation,
    suivies,
)
from coeurdeville.programme.models import Experimentation
from coeurdeville.web.acces import connecte, sur, utilisateur
from coeurdeville.web.experimentations import objets
from coeurdeville.web.experimentations.objets import Page
from coeurdeville.web.experimentations.rubriques import ONGLETS


@never_cache
@require_safe
@connecte
def liste(request: HttpRequest) -> HttpResponse:
    """Those of one's towns, of one's perimeter, of one's missions."""
    return render(request, "experimentations/liste.html", {"situations": suivies(utilisateur(request))})


@never_cache
@require_safe
@sur(experimentation, lit)
def accueil(request: HttpRequest, projet: Experimentation) -> HttpResponse:
    """Where it stands, its drift, what is next, who."""
    context = {
        "projet": projet, "situation": situation(projet), "onglets": ONGLETS, "ici": "accueil",
        "peut_ecrire": ecrit_encore(utilisateur(request), projet),
    }  # fmt: skip
    return render(request, "experimentations/accueil.html", context)


@never_cache
@require_safe
@sur(experimentation, lit)
def historique(request: HttpRequest, projet: Experimentation) -> HttpResponse:
    """Everything that was written, with the values before and after."""
    context = {"projet": projet, "onglets": ONGLETS, "retouches": retouches(projet), "fin": finie_a(projet)}
    return render(request, "experimentations/historique.html", context)


@require_safe
@sur(objets.page, objets.lit)
def export(request: HttpRequest, page: Page) -> HttpResponse:
    """A part as a CSV file."""
    try:
        content = en_csv(page.projet, page.rubrique.cle)
    except Refused as refused:
        raise Http404 from refused
    name = f"{page.rubrique.cle}-{page.projet.commune}-{page.projet.pk}.csv"
    answer = HttpResponse("\ufeff" + content, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
