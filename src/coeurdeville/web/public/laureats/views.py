"""Who was retained: nothing of it before the announcement."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localtime
from django.views.decorators.http import require_GET

from coeurdeville.programme.appels.lecture import appel_public
from coeurdeville.programme.instructions.laureats import laureats
from coeurdeville.web.public.addresses import town_path


@require_GET
def villes_retenues(request: HttpRequest, slug: str) -> HttpResponse:
    """The towns, their themes and services; before the announcement, when it is expected."""
    appel = appel_public(slug)
    if appel is None:
        raise Http404
    found = laureats(appel)
    towns = [(one, town_path(one.commune, one.nom)) for one in found.villes] if found else []
    announced = localtime(appel.annonce_le).date() if appel.annonce_le else None
    context = {
        "appel": appel, "laureats": found, "annonce": announced,
        "plus_tard": sum(one.le is not None and one.le != announced for one, _ in towns), "villes": towns,
        "page_title": f"Villes retenues, {appel.titre}",
        "page_summary": f"Les villes retenues par l’appel « {appel.titre} »." if found else "",
    }  # fmt: skip
    return render(request, "laureats/villes.html", context)
