"""Who reads what: by hand, or as it is proposed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from coeurdeville.comptes.droits import COORDONNER
from coeurdeville.core.french import plural
from coeurdeville.core.problems import Problem, Refused
from coeurdeville.programme.instructions.affectation import affecter, celles, demande, proposition
from coeurdeville.programme.instructions.avancement import avancement
from coeurdeville.programme.instructions.jours import lire
from coeurdeville.programme.instructions.rappels import relancer_tous
from coeurdeville.web.acces import exige, utilisateur
from coeurdeville.web.coordination.appels.cadre import appel
from coeurdeville.web.espace.travaux.actes import fait

ENTRUSTED = "La candidature est confiée ; un message le dit au relecteur."


@exige(COORDONNER)
@require_http_methods(["GET", "POST"])
def affectations(request: HttpRequest, slug: str) -> HttpResponse:
    """Where the reviews stand; one more reviewer for one candidature."""
    found, user = appel(slug), utilisateur(request)
    problems: Sequence[Problem] = ()
    if request.method == "POST":
        asked = demande(found, request.POST.get("candidature", ""), request.POST.get("mandat", ""))
        try:
            affecter(found, [asked] if asked else [], user, _day(request))
        except Refused as refused:
            problems = refused.problems
        else:
            messages.success(request, ENTRUSTED if asked else "Rien n’était choisi.")
            return redirect("affectations", slug)
    context = {"appel": found, "etat": avancement(found, user), "problemes": problems, "saisie": request.POST}
    return render(request, "coordination/affectations/liste.html", context, status=400 if problems else 200)


@exige(COORDONNER)
@require_http_methods(["GET", "POST"])
def proposer(request: HttpRequest, slug: str) -> HttpResponse:
    """What would give every candidature the reviews that it lacks; what was read is what is made."""
    found = appel(slug)
    plan, pairs = proposition(found)
    problems: Sequence[Problem] = ()
    if request.method == "POST":
        pairs = celles(found, request.POST.getlist("paire"))
        try:
            made = affecter(found, pairs, utilisateur(request), _day(request))
        except Refused as refused:
            problems = refused.problems
        else:
            messages.success(request, f"{plural(len(made), 'relecture')} : chaque relecteur reçoit un message.")
            return redirect("affectations", slug)
    context = {"appel": found, "plan": plan, "paires": pairs, "problemes": problems, "saisie": request.POST}
    return render(request, "coordination/affectations/proposition.html", context, status=400 if problems else 200)


@require_POST
@exige(COORDONNER)
def relancer(request: HttpRequest, slug: str) -> HttpResponse:
    """Remind everybody who has not given a review yet."""
    found = appel(slug)
    return fait(
        request, lambda: relancer_tous(found, utilisateur(request)), "Les relecteurs en attente sont relancés.",
        reverse("affectations", args=[slug]),
    )  # fmt: skip


def _day(request: HttpRequest) -> date | None:
    """The day by which it is awaited; none when none is written. Raises `Refused` for what is no day."""
    return lire(request.POST.get("avant_le", ""))
