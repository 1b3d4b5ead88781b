"""The list of cards, one of them, one of its versions."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localtime
from django.views.decorators.http import require_safe

from coeurdeville.deployability.selection import SIZES
from coeurdeville.programme.adoptions.lecture import adoptions_de, villes_du_binome
from coeurdeville.programme.cas_usage.donnees import aujourd_hui, changements
from coeurdeville.programme.cas_usage.lecture import Publie, publie, publies, retire, versions
from coeurdeville.programme.cas_usage.papier import document
from coeurdeville.programme.cas_usage.versions import contenu, difference
from coeurdeville.programme.models import VersionCas
from coeurdeville.reports.documents import render_html
from coeurdeville.services.catalogue import all_services
from coeurdeville.services.contract.declaration import Theme
from coeurdeville.web.public.town.markup import safe

SUMMARY = "Ce que des villes ont essayé avec leurs données, ce que cela a demandé, et ce qu’il faut pour le reprendre."


@require_safe
def liste(request: HttpRequest) -> HttpResponse:
    """The cards, by theme, service and size of town; a filter that names nothing keeps everything."""
    every, asked = publies(), {name: request.GET.get(name, "") for name in ("theme", "service", "taille")}
    known, used = all_services(), sorted({one.fiche.service for one in every})
    context = {
        "page_title": "Les cas d’usage", "page_summary": SUMMARY, "demande": asked, "total": len(every),
        "cas": publies(**asked) if any(asked.values()) else every, "themes": list(Theme),
        "services": [(slug, known[slug].title) for slug in used if slug in known],
        "tailles": [(key, words) for key, (words, _, _) in SIZES.items()],
    }  # fmt: skip
    return render(request, "cas_usage/liste.html", context)


@require_safe
def cas(request: HttpRequest, slug: str) -> HttpResponse:
    """The last version of a card; what changed since in its data; who took it over, and how to."""
    found = publie(slug)
    if found is None:
        return _gone(request, slug)
    now = aujourd_hui(found.fiche.donnees, found.fiche.commune)
    context = {
        **_paper(found, found.version), "versions": versions(found.cas), "suivi": now is not None,
        "changements": list(changements(found.fiche.donnees, now or ())), "adoptions": adoptions_de(found),
        "villes": villes_du_binome(request.user, found),
    }  # fmt: skip
    return render(request, "cas_usage/cas.html", context)


@require_safe
def version(request: HttpRequest, slug: str, numero: int) -> HttpResponse:
    """A version as it was published, and what it changed of the one before."""
    found = publie(slug)
    if found is None:
        return _gone(request, slug)
    every = versions(found.cas)
    one = next((each for each in every if each.numero == numero), None)
    if one is None:
        raise Http404
    former = next((each for each in every if each.numero == numero - 1), None)
    moved = difference(contenu(former), contenu(one)) if former else []
    context = {**_paper(found, one), "versions": every, "ecarts": moved, "avant": former}
    return render(request, "cas_usage/version.html", context)


def _paper(found: Publie, one: VersionCas) -> dict[str, Any]:
    """The card as pieces of a page."""
    fiche = contenu(one)
    paper = document(fiche, f"version {one.numero}", localtime(one.publiee_le).date())
    return {
        "page_title": f"{fiche.titre}, {fiche.ville}", "page_summary": paper.subtitle, "publie": found, "fiche": fiche,
        "version": one, "derniere": one.numero == found.version.numero, "corps": safe(render_html(paper)),
    }  # fmt: skip


def _gone(request: HttpRequest, slug: str) -> HttpResponse:
    """A card that was withdrawn says so; what was never published is not there."""
    one = retire(slug)
    if one is None:
        raise Http404
    return render(request, "cas_usage/retire.html", {"page_title": one.titre, "cas": one}, status=410)
