"""The synthesis of a season: its last version, the former ones, on paper too."""

from __future__ import annotations

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe

from coeurdeville.programme.models import Saison, VersionSynthese
from coeurdeville.programme.syntheses.lecture import saison_de, version_avant, version_publiee, versions_publiees
from coeurdeville.programme.syntheses.papier import document
from coeurdeville.programme.syntheses.versions import chapitres, comparer
from coeurdeville.reports.documents import Document, render_html, render_pdf

ABOUT = "Ce que la saison a appris : chaque phrase renvoie aux dossiers sur lesquels elle repose."


@require_safe
def synthese(request: HttpRequest, slug: str) -> HttpResponse:
    """The last version; 404 before the first one."""
    return _page(request, *_found(slug, None))


@require_safe
def version(request: HttpRequest, slug: str, numero: int) -> HttpResponse:
    """A former version."""
    return _page(request, *_found(slug, numero))


@require_safe
def pdf(_request: HttpRequest, slug: str) -> HttpResponse:
    """The last version, on paper."""
    return _paper(*_found(slug, None))


@require_safe
def version_pdf(_request: HttpRequest, slug: str, numero: int) -> HttpResponse:
    """A former version, on paper."""
    return _paper(*_found(slug, numero))


def _page(request: HttpRequest, season: Saison, shown: VersionSynthese) -> HttpResponse:
    context = {
        "saison": season,
        "version": shown,
        "versions": versions_publiees(season),
        "texte": mark_safe(render_html(_document(season, shown), base_level=1)),
        "page_title": f"Synthèse : {season.titre}",
        "page_summary": ABOUT,
    }
    return render(request, "saisons/synthese.html", context)


def _paper(season: Saison, shown: VersionSynthese) -> HttpResponse:
    name = f'inline; filename="synthese-{season.slug}-{shown.numero}.pdf"'
    return HttpResponse(render_pdf(_document(season, shown)), "application/pdf", headers={"Content-Disposition": name})


def _document(season: Saison, shown: VersionSynthese) -> Document:
    former = version_avant(shown)
    changes = comparer(chapitres(former), chapitres(shown)) if former else None
    day = date.fromisoformat(shown.contenu["jour"])
    return document(season, day, shown.numero, chapitres(shown), changes)


def _found(slug: str, numero: int | None) -> tuple[Saison, VersionSynthese]:
    season = saison_de(slug)
    shown = version_publiee(season, numero) if season else None
    if season is None or shown is None:
        raise Http404
    return season, shown
