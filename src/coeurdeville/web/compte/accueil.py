"""The account's home, and its data."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from coeurdeville.comptes.droits import a_second_facteur
from coeurdeville.comptes.export import ENCODEUR, donnees
from coeurdeville.comptes.suppression import empechements, supprimer
from coeurdeville.core.french import spaced
from coeurdeville.core.problems import Refused
from coeurdeville.espaces.ouverts import noms
from coeurdeville.espaces.perimetres import titre
from coeurdeville.espaces.signees import revisions_signees
from coeurdeville.programme.appels.lecture import mandats_de
from coeurdeville.web.acces import connecte, utilisateur
from coeurdeville.web.compte.preuve import Preuve

NAME = "coeurdeville-mes-donnees.json"


class Suppression(Preuve):
    """A word that nobody types by accident, and the proof that the account is one's own."""

    mot = forms.CharField(
        label=spaced("Écrivez « supprimer » pour confirmer"),
        error_messages={"required": "Écrivez le mot supprimer."},
        widget=forms.TextInput({"autocomplete": "off", "autocapitalize": "none"}),
    )

    def clean_mot(self) -> str:
        """The word itself, whatever its case."""
        if self.cleaned_data["mot"].strip().lower() != "supprimer":
            raise forms.ValidationError("Écrivez le mot supprimer, en toutes lettres.")
        return "supprimer"


@never_cache
@connecte
@require_safe
def accueil(request: HttpRequest) -> HttpResponse:
    """My towns, my perimeters, my account."""
    names = noms(utilisateur(request).roles)
    towns = [(code, names.get(code, code), role.label) for code, role in utilisateur(request).roles.items()]
    context = {
        "villes": sorted(towns, key=lambda town: town[1]),
        "perimetres": [titre(text) for text in utilisateur(request).textes_perimetres],
        "mandats": mandats_de(utilisateur(request)),
        "double": a_second_facteur(utilisateur(request)),
    }
    return render(request, "compte/accueil.html", context)


@never_cache
@connecte
@require_safe
def mes_donnees(request: HttpRequest) -> HttpResponse:
    """Everything that is kept about the account, as one file."""
    headers = {"Content-Disposition": f'attachment; filename="{NAME}"'}
    layout = {"ensure_ascii": False, "indent": 2}
    told = {**donnees(utilisateur(request)), "revisions_signees": revisions_signees(utilisateur(request))}
    return JsonResponse(told, ENCODEUR, json_dumps_params=layout, headers=headers)


@sensitive_post_parameters("actuel")
@never_cache
@connecte
@require_http_methods(["GET", "POST"])
def suppression(request: HttpRequest) -> HttpResponse:
    """Delete one's account, once what stays has been read."""
    villes = noms(utilisateur(request).roles)
    form = Suppression(request, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            supprimer(utilisateur(request), villes)
            logout(request)
            messages.success(request, "Votre compte est supprimé.")
            return redirect("/")
        except Refused as refused:
            form.refuse(refused)
    context = {"form": form, "empechements": empechements(utilisateur(request), villes)}
    return render(request, "compte/supprimer.html", context)
