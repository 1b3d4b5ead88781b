"""A service of a town for the frame of another site: its answer, its map, its source, the way back."""

from __future__ import annotations

from csp.decorators import csp_replace
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.clickjacking import xframe_options_exempt

from coeurdeville.espaces.diagnostics import Diagnostic, diagnostic_public
from coeurdeville.espaces.villes import VillePublique
from coeurdeville.reports import html_pieces
from coeurdeville.reports.model import ServicePage
from coeurdeville.web.public.addresses import service_path, town_path
from coeurdeville.web.public.everybody import everybody
from coeurdeville.web.public.town.finding import at_town
from coeurdeville.web.public.town.map_context import map_context
from coeurdeville.web.public.town.markup import safe
from coeurdeville.web.public.town.service import page_of

ANYWHERE = {"frame-ancestors": ["*"]}
"""Replaces the policy of other pages: this one holds no account, no form and nothing that a click could undo."""


@everybody
@xframe_options_exempt
@csp_replace(ANYWHERE)
@at_town
def integrer(request: HttpRequest, town: VillePublique, service: str) -> HttpResponse:
    """The page for frames; 404, which frames show too, when the service has not run in a public edition."""
    found = diagnostic_public(town.code)
    page = None if found is None else page_of(found, service)
    if found is None or page is None:
        whole = f"{settings.ADDRESS}{town_path(town.code, town.nom)}"
        return render(request, "ville/integrer_absent.html", {"town": town, "town_address": whole}, status=404)
    return _framed(request, town, found, page)


def _framed(request: HttpRequest, town: VillePublique, found: Diagnostic, page: ServicePage) -> HttpResponse:
    drawing = page.map or page.chart
    context = {
        "town": town,
        "page": page,
        "report": found.files.report,
        "drawn": safe(html_pieces.figure(drawing) + html_pieces.folded_table(drawing)) if drawing else "",
        "whole": f"{settings.ADDRESS}{service_path(town.code, town.nom, page.key)}",
        "town_address": f"{settings.ADDRESS}{town_path(town.code, town.nom)}",
        **map_context(town, found, page.key, background=False),
    }
    return render(request, "ville/integrer.html", context)
