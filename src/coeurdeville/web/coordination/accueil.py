"""Where the coordination starts: what waits for it, its calls, its seasons."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from coeurdeville.comptes.droits import COORDONNER
from coeurdeville.core.problems import Refused
from coeurdeville.programme.appels.lecture import saisons, tous
from coeurdeville.programme.appels.saisons import ouvrir_saison
from coeurdeville.programme.courrier.relecture import comptes
from coeurdeville.services.contract.declaration import THEME_LABELS
from coeurdeville.web.acces import exige
from coeurdeville.web.compte.formulaire import Formulaire

THEMES = [(theme.value, label) for theme, label in THEME_LABELS.items()]


class Saison(Formulaire):
    """A season to open."""

    titre = forms.CharField(label="Titre", max_length=200, help_text="Par exemple : Saison 3, eau et sols.")
    numero = forms.IntegerField(label="Numéro", min_value=1, max_value=99)
    themes = forms.MultipleChoiceField(label="Thèmes", choices=THEMES, widget=forms.CheckboxSelectMultiple)
    debut = forms.DateField(label="Début", widget=forms.DateInput({"type": "date"}))
    fin = forms.DateField(
        label="Fin", widget=forms.DateInput({"type": "date"}), required=False,
        help_text="Seulement pour une saison passée, dont les appels se publient après coup.",
    )  # fmt: skip


@exige(COORDONNER)
@require_GET
def accueil(request: HttpRequest) -> HttpResponse:
    """Calls, newest first, with what was received; messages that wait; seasons."""
    context = {"appels": tous(), "saisons": saisons(), "courriers": comptes(), "page_title": "Coordination"}
    return render(request, "coordination/accueil.html", context)


@exige(COORDONNER)
@require_http_methods(["GET", "POST"])
def nouvelle_saison(request: HttpRequest) -> HttpResponse:
    """Open a season."""
    form = Saison(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            ouvrir_saison(**form.cleaned_data)
        except Refused as refused:
            form.refuse(refused)
        else:
            return redirect("coordination")
    context = {"form": form, "titre": "Ouvrir une saison", "bouton": "Ouvrir la saison"}
    return render(request, "coordination/formulaire.html", context, status=400 if form.errors else 200)
