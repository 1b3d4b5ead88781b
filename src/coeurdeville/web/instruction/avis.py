"""An expert's opinion."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from coeurdeville.core.problems import Problem, Refused
from coeurdeville.programme.etats.franchir import franchir
from coeurdeville.programme.instructions.avis import ecrire
from coeurdeville.programme.instructions.dossier import dossier
from coeurdeville.programme.instructions.lecture import avis_de, conseille
from coeurdeville.programme.models import Avis
from coeurdeville.web.acces import sur, utilisateur


@require_http_methods(["GET", "POST"])
@sur(avis_de, conseille)
def avis(request: HttpRequest, asked: Avis) -> HttpResponse:
    """The question, the candidature, the answer; what is sent is kept first."""
    problems: Sequence[Problem] = ()
    if request.method == "POST":
        try:
            ecrire(asked, request.POST.get("reponse", ""))
            if request.POST.get("acte") == "rendre":
                franchir(asked, "rendre", utilisateur(request))
            messages.success(
                request, "Votre avis est rendu." if asked.etat == "rendu" else "Votre brouillon est enregistré."
            )
            return redirect("avis", asked.pk)
        except Refused as refused:
            problems = refused.problems
    context = {"avis": asked, "dossier": dossier(asked.candidature, anonyme=asked.appel.anonyme), "problemes": problems}
    return render(request, "instruction/avis.html", context, status=400 if problems else 200)
