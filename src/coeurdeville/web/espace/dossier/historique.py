"""The history of a folder: every revision, what changed, and how to go back."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from coeurdeville.comptes.droits import MODIFIER_ESPACE, VOIR_ESPACE, peut
from coeurdeville.core.problems import Refused
from coeurdeville.espaces.constats import difference
from coeurdeville.espaces.dossiers import apercu, auteur, historique, numeros, restaurer
from coeurdeville.espaces.lieux import depot
from coeurdeville.web.acces import exige
from coeurdeville.web.espace.dossier.demande import membre, numero
from coeurdeville.web.espace.dossier.formulaires import Motif

PER_PAGE = 30


@never_cache
@require_safe
@exige(VOIR_ESPACE)
def revisions(request: HttpRequest, commune: str) -> HttpResponse:
    """Who changed what, when and why, latest first."""
    page = Paginator(numeros(commune), PER_PAGE).get_page(request.GET.get("page"))
    shown = historique(commune, page)
    return render(request, "espace/historique.html", {"dossier": apercu(commune), "page": page, "revisions": shown})


@never_cache
@require_safe
@exige(VOIR_ESPACE)
def revision(request: HttpRequest, commune: str, numero_revision: int) -> HttpResponse:
    """What a revision changes from the one before, or from another that the address gives."""
    found = apercu(commune)
    if not 0 < numero_revision <= found.base:
        raise Http404
    since = numero(request.GET, "depuis", found.base) or numero_revision - 1
    shown = depot(commune).revision(numero_revision)
    context = {
        "dossier": found,
        "revision": shown,
        "qui": auteur(shown),
        "depuis": since,
        **_difference(commune, since, numero_revision),
        "numeros": range(found.base, 0, -1),
        "form": Motif(),
        "peut_modifier": peut(membre(request), MODIFIER_ESPACE, commune),
    }
    return render(request, "espace/revision.html", context)


@require_POST
@exige(MODIFIER_ESPACE)
def restauration(request: HttpRequest, commune: str, numero_revision: int) -> HttpResponse:
    """Make an old revision the last one again."""
    form = Motif(request.POST)
    form.is_valid()
    words = form.cleaned_data.get("motif") or f"Retour à la révision {numero_revision}"
    made = restaurer(commune, numero_revision, membre(request), words)
    messages.success(
        request, f"Révision {numero_revision} restaurée\u00a0: elle est maintenant la révision {made.numero}."
    )
    return redirect("espace-historique", commune)


def _difference(commune: str, since: int, number: int) -> dict[str, object]:
    """What changed; when one of the two cannot be read, why: the page then still lets one restore another."""
    try:
        return {"difference": difference(commune, since, number)}
    except Refused as refused:
        return {"problems": refused.problems}
