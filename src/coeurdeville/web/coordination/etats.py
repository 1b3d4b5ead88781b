"""The drawing of the table of passages."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_GET

from coeurdeville.comptes.droits import COORDONNER
from coeurdeville.core.french import capital
from coeurdeville.programme.etats.dessin import dessin, passages, qui
from coeurdeville.programme.etats.noms import ETATS, OBJETS
from coeurdeville.web.acces import exige


@exige(COORDONNER)
@require_GET
def etats(request: HttpRequest) -> HttpResponse:
    """A picture and a table for each object."""
    shown = [(objet, capital(OBJETS[objet]), mark_safe(dessin(objet)), _rows(objet)) for objet in ETATS]
    return render(request, "coordination/etats.html", {"objets": shown, "page_title": "États du programme"})


def _rows(objet: str) -> list[tuple[str, str, str, str, bool]]:
    names = {one.code: one.nom for one in ETATS[objet]}
    return [(one.bouton, ", ".join(names[code] for code in one.de), names[one.vers], qui(one), one.motif)
            for one in passages(objet)]  # fmt: skip
