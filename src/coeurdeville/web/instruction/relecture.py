"""One review: reading, scoring, giving; nothing typed is lost."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.views.decorators.http import require_http_methods, require_POST

from coeurdeville.core.problems import Problem, Refused
from coeurdeville.programme.etats.franchir import franchir
from coeurdeville.programme.horloge import heure
from coeurdeville.programme.instructions.avis import signaler
from coeurdeville.programme.instructions.lecture import Question, lit, page, relecture_de
from coeurdeville.programme.instructions.notes import Brouillon, garder
from coeurdeville.programme.instructions.recusations import declarer
from coeurdeville.programme.models import Besoin, Note, Relecture
from coeurdeville.web.acces import sur, utilisateur
from coeurdeville.web.espace.travaux.actes import fait

SCALE = range(Note.MAXIMUM + 1)


@require_http_methods(["GET", "POST"])
@sur(relecture_de, lit)
def relecture(request: HttpRequest, reading: Relecture) -> HttpResponse:
    """The candidature beside the scores; what is sent is kept first, then given when that was asked."""
    if request.method == "GET":
        return _page(request, reading)
    try:
        problems = garder(reading, _typed(request))
        if request.POST.get("acte") == "rendre" and not problems:
            franchir(reading, "rendre", utilisateur(request))
    except Refused as refused:
        return _page(request, reading, refused.problems)
    if problems:
        return _page(request, reading, problems)
    given = reading.etat == "rendue"
    messages.success(request, "Votre relecture est rendue." if given else "Votre brouillon est enregistré.")
    return redirect("relecture", reading.pk)


@require_POST
@sur(relecture_de, lit)
def brouillon(request: HttpRequest, reading: Relecture) -> HttpResponse:
    """Keep what is typed, without leaving the page; what was kept when, by the clock that is right, or why not."""
    try:
        problems = garder(reading, _typed(request))
    except Refused as refused:
        return JsonResponse({"problemes": _said(refused.problems)}, status=409)
    return JsonResponse({"problemes": _said(problems), "dit": f"Brouillon enregistré à {heure(now())}."})


@require_POST
@sur(relecture_de, lit)
def lien(request: HttpRequest, reading: Relecture) -> HttpResponse:
    """Declare a link; the page of the review closes."""
    return fait(
        request,
        lambda: declarer(reading.candidature, utilisateur(request), request.POST.get("motif", "")),
        "Votre lien d’intérêts est déclaré : vous ne verrez plus rien de ce dossier.",
        reverse("instruction"),
    )


@require_POST
@sur(relecture_de, lit)
def besoin(request: HttpRequest, reading: Relecture) -> HttpResponse:
    """Ask the coordination for a correction by the town, or for an expert."""
    asked = request.POST.get("sorte", "")
    sort = asked if asked in Besoin.Sorte.values else Besoin.Sorte.COMPLEMENT
    return fait(
        request,
        lambda: signaler(reading, sort, request.POST.get("texte", "")),
        "La coordination lira votre demande.",
        reverse("relecture", args=[reading.pk]),
    )


def _typed(request: HttpRequest) -> Brouillon:
    keys = [name.removeprefix("motif-") for name in request.POST if name.startswith("motif-")]
    notes = {key: (request.POST.get(f"note-{key}", ""), request.POST[f"motif-{key}"]) for key in keys}
    return Brouillon(notes, request.POST.get("avis", ""))


def _page(request: HttpRequest, reading: Relecture, problems: Sequence[Problem] = ()) -> HttpResponse:
    """The page; what could not be kept stays on the screen."""
    shown = page(reading)
    typed = _typed(request) if request.method == "POST" else None
    rows = [_row(one, typed) for one in shown.questions]
    context = {"page": shown, "relecture": reading, "questions": rows, "echelle": SCALE, "problemes": problems,
               "avis_ecrit": typed.avis if typed else reading.avis, "sortes": Besoin.Sorte.choices}  # fmt: skip
    return render(request, "instruction/relecture.html", context, status=400 if problems else 200)


def _row(question: Question, typed: Brouillon | None) -> tuple[Question, str, str]:
    """The question with what is typed, else with what is kept."""
    kept = "" if question.valeur is None else str(question.valeur), question.motif
    score, reason = typed.notes.get(question.critere.cle, kept) if typed else kept
    return question, score, reason


def _said(problems: Sequence[Problem]) -> list[str]:
    return [f"{one.message} {one.cure}" for one in problems]
