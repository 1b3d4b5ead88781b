"""The page of a town: its latest diagnostic, or what is known of it before there is one."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from coeurdeville.core.french import number
from coeurdeville.espaces.diagnostics import Diagnostic, diagnostic_of
from coeurdeville.espaces.inventaires import matrice
from coeurdeville.espaces.lecture import edition_publique
from coeurdeville.espaces.villes import VillePublique
from coeurdeville.reports import html_pages
from coeurdeville.reports.model import Report
from coeurdeville.territories.acv import membership, sources
from coeurdeville.territories.referentiel import read_referentiel
from coeurdeville.web.public import addresses
from coeurdeville.web.public.everybody import everybody
from coeurdeville.web.public.town import chapters, downloads, forecast
from coeurdeville.web.public.town.finding import at_town
from coeurdeville.web.public.town.markup import safe


@everybody
@at_town
def ville(request: HttpRequest, town: VillePublique) -> HttpResponse:
    """The latest public edition; without one, what could run there."""
    edition = edition_publique(town.code)
    if edition is None:
        return _without(request, town)
    return _with(request, town, diagnostic_of(edition))


def _with(request: HttpRequest, town: VillePublique, found: Diagnostic) -> HttpResponse:
    report, summary = found.files.report, found.files.summary
    not_run = chapters.not_run(summary, town)
    said = {page.key for page in report.services} | {one.slug for one in not_run}
    context = {
        **around(town),
        **published(town, found),
        "brief": safe(html_pages.brief(report, service_addresses(town, report))),
        "ran": chapters.ran(report, town),
        "not_run": not_run,
        "groups": forecast.groups(matrice(), town, but=said),
        "data": safe(html_pages.data(report)),
        "methods": safe(html_pages.methods(report)),
    }
    return render(request, "ville/ville.html", context)


def _without(request: HttpRequest, town: VillePublique) -> HttpResponse:
    context = {
        **around(town),
        "groups": forecast.groups(matrice(), town),
        "population_source": read_referentiel().edition.citation,
        "population": town.commune and number(town.commune.population or 0),
        **_member(town),
    }
    return render(request, "ville/sans_edition.html", context)


def _member(town: VillePublique) -> dict[str, Any]:
    """Whether the town is in the programme, and who says so."""
    found = membership(town.code)
    if found is None:
        return {"member": None}
    source = sources()[found.source]
    return {"member": found, "member_source": f"{source.titre}, {source.producteur}, {source.date}"}


def around(town: VillePublique) -> dict[str, Any]:
    """What every page of a town has: the town and the addresses of its pages."""
    return {
        "town": town,
        "town_path": addresses.town_path(town.code, town.nom),
        "versions_path": addresses.versions_path(town.code, town.nom),
        "compare_path": addresses.compare_path(town.code, town.nom),
    }


def published(town: VillePublique, found: Diagnostic) -> dict[str, Any]:
    """What is said of an edition wherever it is shown, and its files."""
    version = addresses.version_path(town.code, town.nom, found.edition.identifiant)
    return {
        "edition": found.edition,
        "report": found.files.report,
        "version_path": version,
        "files_path": f"{version}fichiers/",
        "pdf": "diagnostic.pdf" in found.files.files,
        "downloads": downloads.whole(found.files.files),
        "layers": downloads.layers(found.files),
    }


def service_addresses(town: VillePublique, report: Report) -> dict[str, str]:
    """Key of each service's page -> its address."""
    return {page.key: addresses.service_path(town.code, town.nom, page.key) for page in report.services}
