"""Who reviews, who sits, who signs."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from coeurdeville.comptes.droits import COORDONNER
from coeurdeville.core.problems import Refused
from coeurdeville.programme.appels.mandats import confier, fermeture
from coeurdeville.programme.appels.mandats import retirer as take_back
from coeurdeville.programme.models import Mandat
from coeurdeville.web.acces import exige, utilisateur
from coeurdeville.web.compte.formulaire import Formulaire, courriel
from coeurdeville.web.coordination.appels.cadre import appel
from coeurdeville.web.espace.travaux.actes import fait


class Confie(Formulaire):
    """Somebody to entrust."""

    courriel = courriel(
        autocomplete="off", help_text="Un compte est ouvert s’il n’y en a pas ; la personne est prévenue."
    )
    role = forms.ChoiceField(label="Mandat", choices=Mandat.Role.choices)
    organisation = forms.CharField(
        label="Organisme pour lequel elle parle", max_length=150, required=False,
        help_text="Pour un signataire, le nom exact de l’un des organisateurs.",
    )  # fmt: skip


@exige(COORDONNER)
@require_http_methods(["GET", "POST"])
def mandats(request: HttpRequest, slug: str) -> HttpResponse:
    """Those that are given; POST gives another one."""
    found = appel(slug)
    form = Confie(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            confier(found, utilisateur(request), **form.cleaned_data)
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, "Le mandat est donné, et la personne en est prévenue.")
            return redirect("appel-mandats", slug)
    context: dict[str, Any] = {"appel": found, "form": form, "mandats": found.mandats.all(), "ferme": fermeture(found)}
    return render(request, "coordination/mandats.html", context, status=400 if form.errors else 200)


@require_POST
@exige(COORDONNER)
def retirer(request: HttpRequest, slug: str, numero: int) -> HttpResponse:
    """Take one back."""
    one = next((mandat for mandat in appel(slug).mandats.all() if mandat.pk == numero), None)
    if one is None:
        raise Http404
    return fait(
        request, lambda: take_back(one, utilisateur(request)), "Le mandat est retiré : rien ne s’ouvre plus par lui.",
        reverse("appel-mandats", args=(slug,)),
    )  # fmt: skip
