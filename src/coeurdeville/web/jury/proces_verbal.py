"""The minutes: drawing them up, reading, signing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from coeurdeville.core.problems import Problem, Refused
from coeurdeville.programme.appels.lecture import appel_de
from coeurdeville.programme.droits import coordination
from coeurdeville.programme.instructions.acces import (
    annonce_proces_verbal,
    proces_verbal_de,
    voit,
    voit_proces_verbal,
)
from coeurdeville.programme.instructions.apres_annonce import annoncer as announce
from coeurdeville.programme.instructions.apres_annonce import empechements
from coeurdeville.programme.instructions.jours import lire
from coeurdeville.programme.instructions.manques import Seance
from coeurdeville.programme.instructions.papier import papier
from coeurdeville.programme.instructions.proces_verbaux import etablir, etablissable, masquees, membres, tous
from coeurdeville.programme.instructions.signatures import a_signe, manquants
from coeurdeville.programme.instructions.valeur import appliquee, complementaire, ecarts, intact
from coeurdeville.programme.models import Appel, ProcesVerbal
from coeurdeville.reports.documents import Document, render_html, render_pdf
from coeurdeville.web.acces import sur, utilisateur
from coeurdeville.web.espace.travaux.actes import fait
from coeurdeville.web.public.town.markup import safe


@require_http_methods(["GET", "POST"])
@sur(appel_de, voit)
def liste(request: HttpRequest, appel: Appel) -> HttpResponse:
    """Every minutes of the call; the coordination draws new ones up."""
    problems: Sequence[Problem] = ()
    if request.method == "POST":
        if not coordination(utilisateur(request)):
            raise PermissionDenied
        try:
            made = etablir(appel, utilisateur(request), _session(request))
        except Refused as refused:
            problems = refused.problems
        else:
            messages.success(request, "Le procès-verbal est établi. Les signataires peuvent le lire et le signer.")
            return redirect("proces-verbal", appel.slug, made.rang)
    context = {
        "appel": appel, "proces_verbaux": tous(appel), "problemes": problems,
        "membres": membres(appel), "le": request.POST.get("le", timezone.localdate().isoformat()),
        "coche": request.POST.getlist("presents"), "observations": request.POST.get("observations", ""),
        "etablir": coordination(utilisateur(request)) and etablissable(appel),
    }  # fmt: skip
    return render(request, "jury/proces_verbaux.html", context, status=400 if problems else 200)


@require_GET
@sur(proces_verbal_de, voit_proces_verbal)
def proces_verbal(request: HttpRequest, minutes: ProcesVerbal) -> HttpResponse:
    """The minutes, whether they still hold, and the button to sign."""
    more = complementaire(minutes)
    open_still = not appliquee(minutes) if more else minutes.appel.annonce_le is None
    live = minutes.etat in {"projet", "signe"} and open_still
    context = {
        "minutes": minutes, "appel": minutes.appel, "corps": safe(render_html(_paper(request, minutes))),
        "intact": intact(minutes), "ecarts": ecarts(minutes) if live and not _gone(request, minutes) else [],
        "manquants": manquants(minutes) if minutes.etat == "projet" else [],
        "obstacles": list(empechements(minutes)) if more and live else [], "complementaire": more, "vaut": live,
        "sauf": "signer" if a_signe(minutes, utilisateur(request)) else "",
    }  # fmt: skip
    return render(request, "jury/proces_verbal.html", context)


@require_POST
@sur(proces_verbal_de, annonce_proces_verbal)
def annoncer(request: HttpRequest, minutes: ProcesVerbal) -> HttpResponse:
    """Announce what complementary minutes decide."""
    return fait(
        request, lambda: announce(minutes, utilisateur(request)),
        "Les décisions sont annoncées ; les lettres attendent d’être relues.",
        reverse("proces-verbal", args=[minutes.appel.slug, minutes.rang]),
    )  # fmt: skip


@require_GET
@sur(proces_verbal_de, voit_proces_verbal)
def pdf(request: HttpRequest, minutes: ProcesVerbal) -> HttpResponse:
    """The same as a file."""
    name = f"{minutes.appel.slug}-proces-verbal-{minutes.rang}.pdf"
    headers = {"Content-Disposition": f'inline; filename="{name}"', "Cache-Control": "private, no-store"}
    return HttpResponse(render_pdf(_paper(request, minutes)), content_type="application/pdf", headers=headers)


def _paper(request: HttpRequest, minutes: ProcesVerbal) -> Document:
    return papier(minutes, _gone(request, minutes))


def _gone(request: HttpRequest, minutes: ProcesVerbal) -> frozenset[int]:
    """Candidatures of the call with which whoever reads has a link."""
    return masquees(utilisateur(request), minutes)


def _session(request: HttpRequest) -> Seance:
    there = [int(one) for one in request.POST.getlist("presents") if one.isdigit()]
    return Seance(_day(request.POST.get("le", "")), there, request.POST.get("observations", ""))


def _day(text: str) -> date | None:
    """The day of the session; None when it is not written as one, which the rules of the minutes refuse."""
    try:
        return lire(text)
    except Refused:
        return None
