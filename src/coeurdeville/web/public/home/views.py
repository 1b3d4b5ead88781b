"""Home, and the search for a town."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_safe

from coeurdeville.core.french import number
from coeurdeville.espaces.lecture import editions_recentes
from coeurdeville.espaces.recherche import chercher
from coeurdeville.territories.perimeter import programme
from coeurdeville.web.public.home.names import programme_names
from coeurdeville.web.public.home.themes import theme_cards
from coeurdeville.web.public.recent import recent_lines
from coeurdeville.web.public.towns import town_line

RECENT = 6
"""Diagnostics that the home lists."""


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """What this is, a search, what was published last, where each reader can start."""
    return render(
        request,
        "accueil/accueil.html",
        {
            "page_title": "Les données environnementales de votre ville",
            "page_summary": "Ce que les données publiques disent du climat, de la biodiversité et des risques dans une "
            "ville, ce qui manque encore pour le savoir, et à qui le demander.",
            "themes": theme_cards(),
            "names": programme_names(),
            "towns": number(len(programme())),
            "recent": recent_lines(editions_recentes(RECENT)),
        },
    )


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """The towns that answer to `q`; the page of the only one, unless something must be said of the way it was found."""
    found = chercher(request.GET.get("q", ""))
    towns = [town_line(one, found.publiees) for one in found.villes]
    if len(towns) == 1 and not found.notes:
        return HttpResponseRedirect(towns[0].address)
    return render(
        request,
        "accueil/recherche.html",
        {
            "page_title": "Chercher une ville",
            "page_summary": "Trouver la page d’une ville par son nom, son code postal ou son code Insee.",
            "text": found.texte,
            "towns": towns,
            "notes": found.notes,
            "near": [town_line(one, found.publiees) for one in found.proches],
            "names": programme_names(),
        },
    )
