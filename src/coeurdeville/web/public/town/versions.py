"""The dated versions of a town: their list, one of them whole, one that was withdrawn."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from coeurdeville.espaces.diagnostics import Diagnostic, diagnostic_of
from coeurdeville.espaces.lecture import edition_publique, edition_publique_nommee, editions_publiques
from coeurdeville.espaces.models import Edition
from coeurdeville.espaces.villes import VillePublique
from coeurdeville.reports import html_pages
from coeurdeville.web.public.addresses import version_path
from coeurdeville.web.public.everybody import everybody
from coeurdeville.web.public.town.changes import changes_of
from coeurdeville.web.public.town.finding import at_town
from coeurdeville.web.public.town.markup import safe
from coeurdeville.web.public.town.overview import around, published


@everybody
@at_town
def versions(request: HttpRequest, town: VillePublique) -> HttpResponse:
    """Every public version, latest first; what changed between the two that the address names (`de`, `a`)."""
    public = editions_publiques(town.code)
    listed = [(one, version_path(town.code, town.nom, one.identifiant)) for one in public]
    context = {**around(town), "versions": listed, "changes": changes_of(public, request.GET.dict())}
    return render(request, "ville/versions.html", context)


@everybody
@at_town
def version(request: HttpRequest, town: VillePublique, edition: str) -> HttpResponse:
    """One version on one page, whatever was published since; 410 with the reason when it was withdrawn."""
    row = edition_publique_nommee(town.code, edition)
    if row is None:
        return render(request, "ville/version_inconnue.html", {**around(town), "asked": edition}, status=404)
    if row.retiree_le is not None:
        return withdrawn(request, town, row)
    latest = edition_publique(town.code) == row
    return _whole(request, town, diagnostic_of(row), latest=latest)


def named(town: VillePublique, identifiant: str) -> Edition:
    """The edition of an address, withdrawn or not; 404 when it was never published."""
    row = edition_publique_nommee(town.code, identifiant)
    if row is None:
        raise Http404(identifiant)
    return row


def withdrawn(request: HttpRequest, town: VillePublique, row: Edition) -> HttpResponse:
    """What is left of a version that was withdrawn: why."""
    return render(request, "ville/retiree.html", {**around(town), "edition": row}, status=410)


def _whole(request: HttpRequest, town: VillePublique, found: Diagnostic, *, latest: bool) -> HttpResponse:
    report = found.files.report
    sections = "".join(html_pages.service(page) for page in report.services)
    context = {
        **around(town),
        **published(town, found),
        "latest": latest,
        "brief": safe(html_pages.brief(report)),
        "sections": safe(sections),
        "data": safe(html_pages.data(report)),
        "methods": safe(html_pages.methods(report)),
    }
    return render(request, "ville/version.html", context)
