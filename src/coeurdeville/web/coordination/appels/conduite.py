"""The page from which a call is conducted, and its limit."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from coeurdeville.comptes.droits import COORDONNER
from coeurdeville.core.problems import Refused
from coeurdeville.programme.appels.dates import moment
from coeurdeville.programme.appels.lecture import appel_public, recues
from coeurdeville.programme.etats.franchir import empechements, franchir, hors_de_portee, passage_de
from coeurdeville.web.acces import exige, utilisateur
from coeurdeville.web.compte.formulaire import Formulaire
from coeurdeville.web.coordination.appels.cadre import Instant, appel, retour


class Prolongation(Formulaire):
    """A later limit, and why."""

    nouvelle = Instant(label="Nouvelle limite", help_text="Jour et heure de Paris.")
    motif = forms.CharField(
        label="Pourquoi", help_text="Publié avec l’ancienne limite, et écrit à ceux qui ont commencé.",
        widget=forms.Textarea({"rows": 3}), max_length=1000,
    )  # fmt: skip


@exige(COORDONNER)
@require_GET
def conduite(request: HttpRequest, slug: str) -> HttpResponse:
    """Where it stands, what it lacks before being published, what was received, what may be done."""
    found, user = appel(slug), utilisateur(request)
    lacking = empechements(found, "publier", user) if found.etat == "brouillon" else ()
    context = {
        "appel": found, "moment": moment(found), "manques": lacking, "recues": recues(found),
        "publique": appel_public(slug) is not None,
    }  # fmt: skip
    return render(request, "coordination/appel.html", context)


@exige(COORDONNER)
@require_http_methods(["GET", "POST"])
def prolonger(request: HttpRequest, slug: str) -> HttpResponse:
    """Put the limit off."""
    found = appel(slug)
    back = retour(request, found, hors_de_portee(found, passage_de("appel", "prolonger")))
    if back is not None:
        return back
    form = Prolongation(request.POST if request.method == "POST" else None, initial={"nouvelle": found.ferme_le})
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            franchir(found, "prolonger", utilisateur(request), data["motif"], nouvelle=data["nouvelle"])
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, "La limite est reportée, et les villes qui ont commencé en sont averties.")
            return redirect("appel-conduite", slug)
    context = {"appel": found, "form": form, "titre": "Prolonger l’appel", "bouton": "Prolonger l’appel"}
    return render(request, "coordination/formulaire.html", context, status=400 if form.errors else 200)
