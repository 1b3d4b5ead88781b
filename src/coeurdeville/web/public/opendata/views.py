"""Our own results as open data: the page that lists them, and their catalogue for portals."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from coeurdeville.catalogue.organisation import Organisation
from coeurdeville.catalogue.published import FORMATS, Site, published_catalogue
from coeurdeville.core.french import day
from coeurdeville.espaces.catalogue import jeux_publies
from coeurdeville.espaces.models import Edition
from coeurdeville.web.public.addresses import file_path, version_path

TITLE = "Données ouvertes"
ABOUT = "Diagnostics du climat, de la biodiversité et des risques, ville par ville, publiés par les villes."


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """What can be downloaded, and how portals harvest it."""
    found = jeux_publies(_page, _file)
    datasets = [(one, day(one.issued), [(file.name, file.address, FORMATS[file.extension][0]) for file in one.files])
                for one in found]  # fmt: skip
    return render(
        request,
        "pages/donnees_ouvertes.html",
        {"page_title": TITLE, "page_summary": ABOUT, "datasets": datasets, "formats": FORMATS.values()},
    )


@require_safe
def catalogue(_request: HttpRequest) -> HttpResponse:
    """The same as a DCAT-AP catalogue, in JSON-LD."""
    found = jeux_publies(_page, _file)
    publisher = Organisation(settings.PUBLISHER or "coeurdeville")
    site = Site(f"{settings.ADDRESS}/donnees-ouvertes/", "Diagnostics de coeurdeville", ABOUT, publisher)
    text = published_catalogue(site, found, max((one.issued for one in found), default=None))
    answer = HttpResponse(text, content_type="application/ld+json; charset=utf-8")
    answer["Access-Control-Allow-Origin"] = "*"
    return answer


def _page(edition: Edition) -> str:
    town = edition.espace
    return settings.ADDRESS + version_path(town.commune, town.nom, edition.identifiant)


def _file(edition: Edition, name: str) -> str:
    town = edition.espace
    return settings.ADDRESS + file_path(town.commune, town.nom, edition.identifiant, name)
