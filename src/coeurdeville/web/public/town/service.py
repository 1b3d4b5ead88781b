"""The page of one service in a town: as its diagnostic tells it, or what lacks before it can run."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from coeurdeville.espaces.diagnostics import Diagnostic, diagnostic_public
from coeurdeville.espaces.inventaires import matrice
from coeurdeville.espaces.villes import VillePublique
from coeurdeville.reports import html_pages
from coeurdeville.reports.model import ServicePage
from coeurdeville.reports.wording import THEME_WORDS
from coeurdeville.services.catalogue import all_services
from coeurdeville.web.public import addresses
from coeurdeville.web.public.everybody import everybody
from coeurdeville.web.public.town import chapters, downloads, forecast
from coeurdeville.web.public.town.background import with_background
from coeurdeville.web.public.town.finding import at_town
from coeurdeville.web.public.town.map_context import map_context
from coeurdeville.web.public.town.markup import safe
from coeurdeville.web.public.town.overview import around, published


@everybody
@at_town
@with_background
def service(request: HttpRequest, town: VillePublique, service: str, *, background: bool) -> HttpResponse:
    """The service in the latest public edition; else as the matrix forecasts it; 404 for one that nobody knows."""
    found = diagnostic_public(town.code)
    page = None if found is None else page_of(found, service)
    if found is not None and page is not None:
        return _ran(request, town, found, page, background=background)
    if service not in all_services():
        raise Http404(service)
    return _not_run(request, town, service, found)


def page_of(found: Diagnostic, service: str) -> ServicePage | None:
    """The page of a service in an edition; None when it did not run."""
    return next((page for page in found.files.report.services if page.key == service), None)


def _ran(
    request: HttpRequest, town: VillePublique, found: Diagnostic, page: ServicePage, *, background: bool
) -> HttpResponse:
    seen = {**around(town), **published(town, found), **map_context(town, found, page.key, background=background)}
    above = render_to_string("ville/carte.html", seen) if seen["map"] else ""
    context = {
        **seen,
        "page": page,
        "theme_words": THEME_WORDS[page.theme],
        "section": safe(html_pages.service(page, above)),
        "layer_files": downloads.of_map(seen["map"], found.files.files) if seen["map"] else [],
        "address": settings.ADDRESS,
        "embed_path": addresses.embed_path(town.code, page.key),
        "others": [one for one in chapters.ran(found.files.report, town) if one.title != page.label],
    }
    return render(request, "ville/service.html", context)


def _not_run(request: HttpRequest, town: VillePublique, slug: str, found: Diagnostic | None) -> HttpResponse:
    known = [] if found is None else chapters.not_run(found.files.summary, town)
    one, public = all_services()[slug], matrice()
    context = {
        **around(town),
        "edition": found and found.edition,
        "slug": slug,
        "title": one.title,
        "said": next((each for each in known if each.slug == slug), None),
        "row": forecast.row_of(public.cell(town.code, one), public, town),
    }
    return render(request, "ville/service_absent.html", context)
