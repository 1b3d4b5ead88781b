"""What is entrusted to whoever asks."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from coeurdeville.programme.instructions.lecture import appels_de, mes_relectures
from coeurdeville.web.acces import connecte, utilisateur


@require_GET
@connecte
def liste(request: HttpRequest) -> HttpResponse:
    """Reviews that wait, those that were given, opinions that are asked, juries."""
    user = utilisateur(request)
    context = {"miennes": mes_relectures(user), "jurys": appels_de(user)}
    return render(request, "instruction/liste.html", context)
