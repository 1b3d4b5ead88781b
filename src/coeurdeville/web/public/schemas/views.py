"""The list of schemas, the page of each, what is downloaded of it."""

from __future__ import annotations

import re
from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from coeurdeville.core.french import plural
from coeurdeville.espaces.conformites import verifiees
from coeurdeville.schemas.catalogue import own_schemas, schema
from coeurdeville.web.public.schemas.pages import cards, sheet_of

NOWHERE = "https://coeurdeville.example"
"""Stands in a schema for the site that serves it."""
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SHIPPED = {
    "schema.json": "application/json",
    "exemple-valide.csv": "text/csv; charset=utf-8",
    "exemple-invalide.csv": "text/csv; charset=utf-8",
    "README.md": "text/markdown; charset=utf-8",
    "CHANGELOG.md": "text/markdown; charset=utf-8",
}
"""Files that a schema comes with -> what they are."""
PAGE = {
    "page_title": "Les schémas",
    "page_summary": "Comment écrire les données d’une ville pour que toutes les villes puissent s’en servir : "
    "colonnes, unités, règles, gabarits. Et un outil pour vérifier et réparer un fichier.",
}


@require_safe
def schemas(request: HttpRequest) -> HttpResponse:
    """Every schema of the project."""
    found = cards(verifiees())
    return render(request, "schemas/liste.html", {**PAGE, "cards": found, "count": plural(len(found), "schéma")})


@require_safe
def sheet(request: HttpRequest, slug: str) -> HttpResponse:
    """One schema: its fields, its files, what it serves, the towns that follow it."""
    _require(slug)
    found = sheet_of(slug, verifiees().get(slug, ()))
    return render(
        request,
        "schemas/schema.html",
        {"page_title": found.card.title, "page_summary": found.card.description, "sheet": found},
    )


@require_safe
def shipped(_request: HttpRequest, slug: str, name: str) -> HttpResponse:
    """A file that comes with a schema."""
    folder = _require(slug)
    if name not in SHIPPED or not (folder / name).is_file():
        raise Http404
    text = (folder / name).read_bytes().decode()
    response = HttpResponse(_placed(text, slug), content_type=SHIPPED[name])
    if name != "schema.json":
        response["Content-Disposition"] = f'attachment; filename="{slug}-{name}"'
    return response


@require_safe
def template(_request: HttpRequest, slug: str) -> HttpResponse:
    """The empty workbook to fill."""
    from coeurdeville.schemas.template import template

    _require(slug)
    response = HttpResponse(template(schema(slug).schema), content_type=XLSX)
    response["Content-Disposition"] = f'attachment; filename="{slug}.xlsx"'
    return response


@require_safe
def header(_request: HttpRequest, slug: str) -> HttpResponse:
    """The same as a CSV of its header alone."""
    _require(slug)
    text = ",".join(schema(slug).schema.names) + "\n"
    response = HttpResponse(text.encode(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{slug}-gabarit.csv"'
    return response


def _placed(text: str, slug: str) -> str:
    """A text that says where its schema is, with the addresses of this site."""
    own = f"{settings.ADDRESS}/schemas/{slug}/"
    placed = re.sub(rf"{NOWHERE}/schemas/{slug}/\d+\.\d+\.\d+/", own, text)
    return placed.replace(f"{NOWHERE}/schemas/{slug}", own.rstrip("/")).replace(NOWHERE, settings.ADDRESS)


def _require(slug: str) -> Path:
    folder = own_schemas().get(slug)
    if folder is None:
        raise Http404
    return folder
