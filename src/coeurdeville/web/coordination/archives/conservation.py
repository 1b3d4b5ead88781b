"""What will be deleted, and when."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from coeurdeville.comptes.droits import COORDONNER
from coeurdeville.programme.candidatures.conservation import echeances
from coeurdeville.web.acces import exige


@never_cache
@require_safe
@exige(COORDONNER)
def conservation(request: HttpRequest) -> HttpResponse:
    """Every candidature whose words are still there, the next to go first."""
    lines = echeances()
    context = {
        "prevues": [one for one in lines if one.prevue is not None],
        "sans_terme": [one for one in lines if one.prevue is None],
        "page_title": "Conservation",
    }
    return render(request, "coordination/conservation.html", context)
