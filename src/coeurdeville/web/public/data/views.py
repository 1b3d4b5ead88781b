"""The list of the data that services need, and the page of each."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from coeurdeville.core.french import plural
from coeurdeville.core.problems import Refused
from coeurdeville.deployability.selection_reading import read_selection
from coeurdeville.espaces.couches import ouvertures, tenues
from coeurdeville.layers.catalogue import kinds
from coeurdeville.services.contract.declaration import Theme
from coeurdeville.web.public.data.lines import Reading, lines, reading_of, services_of
from coeurdeville.web.public.data.openness import openness
from coeurdeville.web.public.data.sheet import sheet_of
from coeurdeville.web.public.data.towns import holdings
from coeurdeville.web.public.links import service_address

ABOUT_OPENNESS = "ouverture-des-donnees"
"""The layer that these facts are of."""
PAGE = {
    "page_title": "Les données",
    "page_summary": "Les données que demandent les services, qui les détient, qui les diffuse, ce que les villes en "
    "disent.",
}


@require_safe
def layers(request: HttpRequest) -> HttpResponse:
    """Every layer; `theme` keeps those that services of a theme ask for, `sorte` those that are read or awaited."""
    context = {**PAGE, "themes": list(Theme), "readings": list(Reading)}
    try:
        theme = read_selection({"theme": request.GET.get("theme", "")}, (), ()).theme
    except Refused as refused:
        return render(request, "donnees/donnees.html", {**context, "problems": refused.problems}, status=400)
    sort = request.GET.get("sorte", "")
    reading = Reading(sort) if sort in set(Reading) else None
    found = lines(ouvertures(), theme, reading)
    return render(
        request,
        "donnees/donnees.html",
        {
            **context,
            "theme": theme,
            "reading": reading,
            "lines": found,
            "count": plural(len(found), "donnée"),
            "openness": openness(),
        },
    )


@require_safe
def layer(request: HttpRequest, slug: str) -> HttpResponse:
    """One layer: what it is, who has it, what asks for it, the towns that have it."""
    kind = kinds().get(slug)
    if kind is None:
        raise Http404
    sheet, (needed, improves) = sheet_of(kind), services_of(kind)
    return render(
        request,
        "donnees/donnee.html",
        {
            "page_title": sheet.title,
            "page_summary": f"{sheet.content} Qui détient cette donnée, qui la diffuse, les services qui la demandent.",
            "slug": slug,
            "sheet": sheet,
            "reading": reading_of(kind),
            "needed": [(one.title, service_address(one.slug)) for one in needed],
            "improves": [(one.title, service_address(one.slug)) for one in improves],
            "towns": holdings(tenues(slug)),
            "openness": openness() if slug == ABOUT_OPENNESS else None,
        },
    )
