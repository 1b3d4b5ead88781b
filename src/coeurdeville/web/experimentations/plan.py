"""Planning all the steps at once, handing a part over."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache

from coeurdeville.core.french import of
from coeurdeville.core.problems import Refused
from coeurdeville.programme.experimentations.lecture import ecrit, experimentation
from coeurdeville.programme.experimentations.repartition import repartir
from coeurdeville.programme.experimentations.succession import succeder
from coeurdeville.programme.models import Experimentation, Participant
from coeurdeville.web.acces import sur, utilisateur
from coeurdeville.web.compte.formulaire import Formulaire
from coeurdeville.web.experimentations import objets
from coeurdeville.web.experimentations.fiches import WRITE, address, form_page
from coeurdeville.web.experimentations.objets import Fiche


def jour(label: str, **options: object) -> forms.DateField:
    """A field for a day."""
    widget = forms.DateInput({"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, widget=widget, input_formats=["%Y-%m-%d", "%d/%m/%Y"], **options)  # type: ignore[arg-type]


class Repartition(Formulaire):
    """A first day and a number of months."""

    debut = jour("Premier jour du projet")
    mois = forms.IntegerField(label="Nombre de mois", min_value=1, max_value=24, initial=8,
                              widget=forms.NumberInput({"inputmode": "numeric"}),
                              help_text="Chaque étape en reçoit la même part ; chacune se change ensuite.")  # fmt: skip


class Succession(Formulaire):
    """Who comes, and from when."""

    fonction = forms.CharField(label="Fonction de la personne qui prend le rôle", max_length=200)
    des = jour("Dès le", help_text="La personne qui part tient le rôle jusqu’à la veille.")


@never_cache
@WRITE
@sur(experimentation, ecrit)
def dates(request: HttpRequest, projet: Experimentation) -> HttpResponse:
    """Spread the steps over the months of the project."""
    form = Repartition(request.POST or None, initial={"debut": projet.debut_prevu})
    if request.method == "POST" and form.is_valid():
        try:
            repartir(projet, form.cleaned_data["debut"], form.cleaned_data["mois"], utilisateur(request))
            return redirect(address(projet, "plan/"))
        except Refused as refused:
            form.refuse(refused)
    return form_page(request, form, projet, "Répartir les étapes", address(projet, "plan/"))


def _participant(numero: int, fiche_numero: int) -> Fiche | None:
    return objets.fiche_gardee(numero, "equipe", fiche_numero)


@never_cache
@WRITE
@sur(_participant, objets.corrige)
def succession(request: HttpRequest, fiche: Fiche) -> HttpResponse:
    """Hand a part of the project over."""
    leaving: Participant = fiche.record
    form, back = Succession(request.POST or None), address(fiche.projet, "equipe/")
    if request.method == "POST" and form.is_valid():
        try:
            succeder(leaving, form.cleaned_data["fonction"], form.cleaned_data["des"], utilisateur(request))
            return redirect(back)
        except Refused as refused:
            form.refuse(refused)
    title = f"Passer le rôle {of(leaving.get_part_display())}"
    return form_page(request, form, fiche.projet, title, back)
