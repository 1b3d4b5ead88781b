"""Our own results as open data: the page that lists them, and their catalogue for portals."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from coeurdeville.catalogue.contact import Contact
from coeurdeville.catalogue.organisation import Organisation
from coeurdeville.catalogue.published import FORMATS, PublishedDataset, PublishedFile, Site, published_catalogue
from coeurdeville.core.french import day
from coeurdeville.core.licences import UNKNOWN
from coeurdeville.espaces.catalogue import inventaires_publies, jeux_publies
from coeurdeville.espaces.models import Edition
from coeurdeville.web.public.addresses import file_path, version_path

TITLE = "Données ouvertes"
ABOUT = "Diagnostics du climat, de la biodiversité et des risques, ville par ville, publiés par les villes."


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """What can be downloaded, and how portals harvest it."""
    found = jeux_publies(_page, _file)
    datasets = [(one, one.issued and day(one.issued), _files(one)) for one in found]
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
    contact = Contact(f"Service qui tient ce site ({publisher.name})", settings.CONTACT) if settings.CONTACT else None
    site = Site(f"{settings.ADDRESS}/donnees-ouvertes/", "Diagnostics de coeurdeville", ABOUT, publisher, contact)
    inventories = inventaires_publies(publisher, _inventory, date.today())
    every = [*found, *inventories, _matrix(publisher)]
    text = published_catalogue(site, every, max((one.issued for one in found if one.issued), default=None))
    answer = HttpResponse(text, content_type="application/ld+json; charset=utf-8")
    answer["Access-Control-Allow-Origin"] = "*"
    return answer


def _files(one: PublishedDataset) -> list[tuple[str, str, str]]:
    """What each file holds, its address, its format."""
    return [(file.title, file.address, FORMATS[file.extension][0]) for file in one.files]


def _matrix(publisher: Organisation) -> PublishedDataset:
    """The table of towns and services, as it is today."""
    page = f"{settings.ADDRESS}/redeploiement/"
    return PublishedDataset(
        "redeploiement", page, "Où chaque service peut être redéployé",
        "Chaque service dans chaque commune du programme Action Cœur de Ville : s’il peut tourner, ce qui manque.",
        publisher, "France", None, None, None, date.today(), UNKNOWN,
        "la licence de ce tableau n’est pas dite ; les sources des données sont nommées sur sa page",
        (PublishedFile("matrice.csv", "Une ligne par commune et par service", f"{page}matrice.csv", None),),
    )  # fmt: skip


def _inventory(commune: str) -> str:
    return f"{settings.ADDRESS}/api/inventaires/{commune}"


def _page(edition: Edition) -> str:
    town = edition.espace
    return settings.ADDRESS + version_path(town.commune, town.nom, edition.identifiant)


def _file(edition: Edition, name: str) -> str:
    town = edition.espace
    return settings.ADDRESS + file_path(town.commune, town.nom, edition.identifiant, name)
