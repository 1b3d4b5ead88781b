"""The list of calls, and a call."""

from __future__ import annotations

from dataclasses import replace

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe

from coeurdeville.espaces.ouverts import espaces_du_binome
from coeurdeville.programme.appels.annulation import annulation
from coeurdeville.programme.appels.cahier import cahier
from coeurdeville.programme.appels.dates import Moment, moment
from coeurdeville.programme.appels.lecture import appel_public, appels_publics
from coeurdeville.programme.models import Appel
from coeurdeville.reports.documents import Document, render_html

TITLE = "Les appels"
ABOUT = "Les appels à candidatures ouverts aux villes du programme."


@require_safe
def liste(request: HttpRequest) -> HttpResponse:
    """Open ones first; without any, what a town can do meanwhile."""
    found = appels_publics()
    context = {"appels": found, "ouvert": Moment.OUVERT, "page_title": TITLE, "page_summary": ABOUT}
    return render(request, "appels/appels.html", context)


@require_safe
def appel(request: HttpRequest, slug: str) -> HttpResponse:
    """Everything that a town needs to decide and to answer."""
    found = public(slug)
    context = {
        "appel": found,
        "moment": moment(found),
        "annulation": annulation(found),
        "cahier": mark_safe(render_html(_under_the_title(cahier(found)), base_level=2)),
        "espaces": espaces_du_binome(request.user),
        "page_title": found.titre,
        "page_summary": found.promesse,
    }
    return render(request, "appels/appel.html", context)


def _under_the_title(paper: Document) -> Document:
    """The paper as a part of a page that has said the title of the call already."""
    return replace(paper, title="Le cahier des charges", subtitle="", reference="", issuers=())


def public(slug: str) -> Appel:
    """A call that anybody may read; 404 for the others."""
    found = appel_public(slug)
    if found is None:
        raise Http404
    return found
