"""From the address of a town to the town: moved, unknown, or given to the view."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponsePermanentRedirect
from django.shortcuts import render

from coeurdeville.core.french import slug
from coeurdeville.espaces.villes import VillePublique, ville_publique

View = Callable[..., HttpResponseBase]
"""Of a request, a town, and what else the address says."""
FRAMES = "/integrer/"
"""Start of the addresses of pages for frames."""


def at_town(view: View) -> View:
    """Gives the town to the view. An address of another spelling, or of a former code, leads to today's for good."""

    @wraps(view)
    def found(request: HttpRequest, code: str, nom: str = "", **rest: Any) -> HttpResponseBase:
        town = ville_publique(code.upper())
        if town is None:
            return unknown(request, code)
        if (code, nom) not in ((town.code, slug(town.nom)), (town.code, "")) or not _complete(request, code, nom):
            return _moved(request, code, nom, town)
        return view(request, town, **rest)

    return found


def unknown(request: HttpRequest, code: str) -> HttpResponse:
    """No commune of today, and none that merged, has this code. A frame of another site is told it in a frame."""
    page = "ville/integrer_inconnue.html" if request.path.startswith(FRAMES) else "ville/inconnue.html"
    return render(request, page, {"code": code, "search": f"{settings.ADDRESS}/recherche/"}, status=404)


def _complete(request: HttpRequest, code: str, nom: str) -> bool:
    """Whether the address holds the name where it should: pages for frames have the code alone."""
    return bool(nom) or not request.path.startswith(f"/ville/{code}/")


def _moved(request: HttpRequest, code: str, nom: str, town: VillePublique) -> HttpResponse:
    former = f"{code}-{nom}" if nom else code
    today = f"{town.code}-{slug(town.nom)}" if request.path.startswith("/ville/") else town.code
    path = request.path.replace(f"/{former}/", f"/{today}/", 1)
    query = request.META.get("QUERY_STRING", "")
    return HttpResponsePermanentRedirect(f"{path}?{query}" if query else path)
