"""The outbox: what waits to be read, what left, what may have left."""

from __future__ import annotations

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from coeurdeville.comptes.courriels import partent
from coeurdeville.comptes.droits import COORDONNER
from coeurdeville.comptes.models import Utilisateur
from coeurdeville.core.french import plural
from coeurdeville.core.problems import Refused
from coeurdeville.programme.courrier import relecture
from coeurdeville.programme.models import Courrier, Suivi
from coeurdeville.web.acces import exige, utilisateur
from coeurdeville.web.compte.formulaire import Formulaire
from coeurdeville.web.espace.travaux.actes import fait

A_PAGE = 50
ACTS: dict[str, tuple[Callable[[Courrier, Utilisateur], object], str]] = {
    "laisser-partir": (lambda one, user: relecture.laisser_partir([one.pk], user), "Le message va partir."),
    "retenir": (relecture.retenir, "Le message est retenu : il ne partira pas."),
    "constater": (relecture.constater, "Le message est noté comme parti."),
}
"""Last word of the address -> what is done, and how it is said."""


class Texte(Formulaire):
    """A message to correct."""

    sujet = forms.CharField(label="Objet", max_length=200)
    texte = forms.CharField(label="Texte", strip=False, widget=forms.Textarea({"rows": 18}))


@exige(COORDONNER)
@require_http_methods(["GET", "POST"])
def liste(request: HttpRequest) -> HttpResponse:
    """Messages by state; POST lets those that are ticked go."""
    if request.method == "POST":
        ticked = _chosen(request)
        count = relecture.laisser_partir(ticked, utilisateur(request))
        messages.success(request, f"{plural(count, 'message va partir', 'messages vont partir')}.")
        return redirect(request.get_full_path())
    shown = request.GET.get("suivi", "")
    found = relecture.boite(shown if shown in Suivi.values else "")
    context = {
        "page": Paginator(found, A_PAGE).get_page(request.GET.get("page")),
        "suivis": [(one.value, one.label, relecture.comptes().get(one.value, 0)) for one in Suivi],
        "suivi": shown,
        "a_relire": shown in relecture.OPEN,
        "console": not partent(),
    }
    return render(request, "coordination/courriers.html", context)


@exige(COORDONNER)
@require_http_methods(["GET", "POST"])
def message(request: HttpRequest, numero: int) -> HttpResponse:
    """One message: what it says, to whom; to be corrected as long as it waits."""
    found = _courrier(numero)
    form = Texte(
        request.POST if request.method == "POST" else None, initial={"sujet": found.sujet, "texte": found.texte}
    )
    if request.method == "POST" and form.is_valid():
        try:
            relecture.corriger(found, form.cleaned_data["sujet"], form.cleaned_data["texte"], utilisateur(request))
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, "Le message est corrigé.")
            return redirect("courrier-message", numero)
    context = {"courrier": found, "form": form, "ouvert": found.suivi in relecture.OPEN, "Suivi": Suivi}
    return render(request, "coordination/courrier.html", context, status=400 if form.errors else 200)


@require_POST
@exige(COORDONNER)
def agir(request: HttpRequest, numero: int, acte: str) -> HttpResponse:
    """Let it go, hold it, say that it arrived."""
    if acte not in ACTS:
        raise Http404
    act, said = ACTS[acte]
    found, user = _courrier(numero), utilisateur(request)
    return fait(request, lambda: act(found, user), said, reverse("courrier-message", args=(numero,)))


def _chosen(request: HttpRequest) -> list[int]:
    """The messages that are ticked, or every one of the state that is shown."""
    if "tous" in request.POST:
        shown = request.GET.get("suivi", "")
        return [one.pk for one in relecture.boite(shown)] if shown in relecture.OPEN else []
    return [int(one) for one in request.POST.getlist("courrier") if one.isdecimal()]


def _courrier(numero: int) -> Courrier:
    found = relecture.courrier_de(numero)
    if found is None:
        raise Http404
    return found
