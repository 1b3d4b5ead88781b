"""The list of services, and the page of each."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from coeurdeville.core.french import number, plural
from coeurdeville.core.problems import Refused
from coeurdeville.deployability.selection_reading import read_selection
from coeurdeville.espaces.inventaires import matrice
from coeurdeville.espaces.lecture import communes_publiees
from coeurdeville.programme.cas_usage.lecture import publies
from coeurdeville.reports.deployment.places import communes_counted
from coeurdeville.services.catalogue import all_services
from coeurdeville.services.contract.declaration import Theme
from coeurdeville.web.public.services.cards import SORTS, cards
from coeurdeville.web.public.services.sheet import sheet_of
from coeurdeville.web.public.services.where import WHERE

SUMMARY = "Ce que chaque service répond, les données qu’il demande, et dans combien de communes il peut tourner."


@require_safe
def services(request: HttpRequest) -> HttpResponse:
    """Every service, computed or described; `theme` keeps one theme, `tri` is one of `SORTS`."""
    sort = request.GET.get("tri", "")
    context = {"page_title": "Les services", "page_summary": SUMMARY, "themes": list(Theme), "sorts": SORTS.items()}
    try:
        theme = read_selection({"theme": request.GET.get("theme", "")}, (), ()).theme
    except Refused as refused:
        return render(request, "services/services.html", {**context, "problems": refused.problems}, status=400)
    matrix = matrice()
    found = cards(matrix, theme, sort)
    apart = not theme and sort not in ("villes", "titre")
    return render(
        request,
        "services/services.html",
        {
            **context,
            "theme": theme,
            "sort": sort if sort in SORTS else "theme",
            "count": plural(len(found), "service"),
            "communes": communes_counted(matrix.communes),
            "computed": number(sum(one.computed for one in found)),
            "groups": [(one, [card for card in found if card.theme is one]) for one in Theme]
            if apart
            else [(None, found)],
        },
    )


@require_safe
def service(request: HttpRequest, slug: str) -> HttpResponse:
    """One service: what it answers and how, then where it runs."""
    known = all_services().get(slug)
    if known is None:
        raise Http404
    sheet = sheet_of(known)
    return render(
        request,
        "services/service.html",
        {
            "page_title": sheet.title,
            "page_summary": sheet.question,
            "sheet": sheet,
            "cas": publies(service=slug),
            "where": WHERE(matrice(), (slug, frozenset(communes_publiees()))),
        },
    )
