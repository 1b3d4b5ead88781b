"""The criteria of a call, all on one page."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from coeurdeville.comptes.droits import COORDONNER
from coeurdeville.core.problems import Refused
from coeurdeville.programme.appels.criteres import LONGEST, ecrire_criteres
from coeurdeville.programme.appels.edition import fermeture
from coeurdeville.web.acces import exige
from coeurdeville.web.compte.formulaire import Formulaire
from coeurdeville.web.coordination.appels.cadre import appel, retour

SPARE = 2
"""Empty rows shown after those that are written."""


class Critere(Formulaire):
    """One criterion; an empty title takes it out."""

    cle = forms.CharField(required=False, max_length=LONGEST, widget=forms.HiddenInput)
    titre = forms.CharField(label="Critère", max_length=200, required=False)
    question = forms.CharField(
        label="Question posée aux relecteurs", required=False, widget=forms.Textarea({"rows": 2})
    )
    poids = forms.DecimalField(
        label="Poids", min_value=0, max_value=99, decimal_places=1, required=False, help_text="0 : lu à part du total."
    )


CRITERES = forms.formset_factory(Critere, extra=SPARE)


@exige(COORDONNER)
@require_http_methods(["GET", "POST"])
def criteres(request: HttpRequest, slug: str) -> HttpResponse:
    """Read or replace them."""
    found = appel(slug)
    back = retour(request, found, fermeture(found))
    if back is not None:
        return back
    initial = [{"cle": one.cle, "titre": one.titre, "question": one.question, "poids": one.poids}
               for one in found.criteres.all()]  # fmt: skip
    formset = CRITERES(request.POST if request.method == "POST" else None, initial=initial)
    refused: tuple[Any, ...] = ()
    if request.method == "POST" and formset.is_valid():
        try:
            ecrire_criteres(found, [_row(form.cleaned_data) for form in formset if form.cleaned_data.get("titre")])
        except Refused as error:
            refused = error.problems
        else:
            messages.success(request, "Les critères sont enregistrés.")
            return redirect("appel-conduite", slug)
    context = {"appel": found, "formset": formset, "problemes": refused}
    return render(
        request,
        "coordination/criteres.html",
        context,
        status=400 if refused or (formset.is_bound and not formset.is_valid()) else 200,
    )


def _row(data: dict[str, Any]) -> dict[str, Any]:
    return {"cle": data["cle"], "titre": data["titre"], "question": data["question"], "poids": data["poids"] or 0}
