"""One candidature before the jury: what it says, what reviewers think, what is decided."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from coeurdeville.core.problems import Problem, Refused
from coeurdeville.programme.instructions import acces
from coeurdeville.programme.instructions.decisions import Ecrite, Texte, decidable, decider
from coeurdeville.programme.instructions.examen import examen
from coeurdeville.programme.instructions.recusations import declarer
from coeurdeville.programme.models import Candidature, Decision
from coeurdeville.web.acces import sur, utilisateur
from coeurdeville.web.espace.travaux.actes import fait


@require_http_methods(["GET", "POST"])
@sur(acces.candidature_jugee, acces.lit_candidature)
def candidature(request: HttpRequest, found: Candidature) -> HttpResponse:
    """Whoever still has to review it does that first."""
    waiting = acces.a_relire(utilisateur(request), found)
    if waiting is not None:
        messages.info(request, "Rendez d’abord votre relecture : vous lirez ensuite celles des autres.")
        return redirect("relecture", waiting.pk)
    return _decide(request, found) if request.method == "POST" else _page(request, found)


@require_POST
@sur(acces.candidature_jugee, acces.lit_candidature)
def lien(request: HttpRequest, found: Candidature) -> HttpResponse:
    """Declare a link; the page closes."""
    return fait(
        request,
        lambda: declarer(found, utilisateur(request), request.POST.get("motif", "")),
        "Votre lien d’intérêts est déclaré : vous ne verrez plus rien de ce dossier.",
        reverse("jury", args=[found.appel.slug]),
    )


def _decide(request: HttpRequest, found: Candidature) -> HttpResponse:
    text, version = _typed(request)
    try:
        told = decider(found, utilisateur(request), text, version)
    except Refused as refused:
        return _page(request, found, refused.problems, text)
    if told.a_cote is not None:
        return _page(request, found, (), text, told)
    messages.success(request, "La décision est écrite. Personne d’autre que le jury ne la voit avant l’annonce.")
    return redirect("jury-candidature", found.appel.slug, found.pk)


def _typed(request: HttpRequest) -> tuple[Texte, int]:
    rank, version = request.POST.get("rang", ""), request.POST.get("version", "")
    number = int(rank) if rank.isdigit() and int(rank) < 1000 else None
    return (
        Texte(request.POST.get("issue", ""), request.POST.get("motif", ""), number),
        int(version) if version.isdigit() else 0,
    )


def _page(
    request: HttpRequest, found: Candidature, problems: Sequence[Problem] = (), typed: Texte | None = None,
    met: Ecrite | None = None,
) -> HttpResponse:  # fmt: skip
    """The page; when two texts met, both are shown, and the form takes the one that was written last."""
    kept = met.decision if met else getattr(found, "decision", None)
    context = {
        "candidature": found, "appel": found.appel, "examen": examen(found), "decision": kept, "rencontre": met,
        "problemes": problems, "texte": typed or kept, "version": kept.version if kept else 0,
        "issues": Decision.Issue.choices,
        "decide": acces.decide(utilisateur(request), found.appel) and decidable(found.appel, found),
    }  # fmt: skip
    return render(request, "jury/candidature.html", context, status=409 if met else 400 if problems else 200)
