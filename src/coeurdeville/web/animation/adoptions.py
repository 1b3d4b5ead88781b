"""Who adopted what in a perimeter, and who was offered what."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from coeurdeville.comptes.droits import ANIMER
from coeurdeville.espaces.animation import suivies
from coeurdeville.programme.adoptions.suivi import suivi
from coeurdeville.web.acces import exige, utilisateur


@never_cache
@exige(ANIMER)
@require_safe
def adoptions(request: HttpRequest) -> HttpResponse:
    """Town by town, those that adopted or were offered something first."""
    followed = suivies(utilisateur(request))
    return render(request, "animation/adoptions.html", {"suivies": followed, "lignes": suivi(followed.codes)})
