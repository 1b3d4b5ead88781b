"""Asking a town to complete, an expert to say, and closing what reviewers asked for."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from coeurdeville.comptes.droits import COORDONNER
from coeurdeville.core.problems import Refused
from coeurdeville.programme.appels.formulaire import formulaire
from coeurdeville.programme.etats.franchir import franchir
from coeurdeville.programme.instructions.acces import besoin_de, candidature_de
from coeurdeville.programme.instructions.avis import demander, traiter
from coeurdeville.programme.models import Candidature
from coeurdeville.web.acces import exige, utilisateur
from coeurdeville.web.compte.formulaire import Formulaire, courriel
from coeurdeville.web.coordination.appels.cadre import Instant


class Complement(Formulaire):
    """What is asked of a town."""

    motif = forms.CharField(label="Ce qui est demandé", help_text="La ville le lira tel quel.", max_length=2000,
                            widget=forms.Textarea({"rows": 4}))  # fmt: skip
    champs = forms.MultipleChoiceField(label="Réponses qu’elle peut changer", widget=forms.CheckboxSelectMultiple)
    avant_le = Instant(label="Jusqu’à", help_text="Jour et heure de Paris.")

    def __init__(self, candidature: Candidature, *args: object) -> None:
        super().__init__(*args)
        self.fields["champs"].choices = [(one.cle, one.titre) for one in formulaire(candidature.appel)]  # type: ignore[attr-defined]


class Avis(Formulaire):
    """What is asked of an expert."""

    expert = courriel("Adresse de l’expert", autocomplete="off", help_text="Un message lui dira comment entrer.")
    question = forms.CharField(label="Question", max_length=2000, widget=forms.Textarea({"rows": 4}))
    avant_le = forms.DateField(label="Attendu avant le", required=False, widget=forms.DateInput({"type": "date"}))


@exige(COORDONNER)
@require_http_methods(["GET", "POST"])
def complement(request: HttpRequest, slug: str, numero: int) -> HttpResponse:
    """Open some answers of a candidature again, until an instant."""
    found = _found(request, slug, numero)
    form = Complement(found, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        data = dict(form.cleaned_data)
        try:
            franchir(found, "demander_complement", utilisateur(request), data.pop("motif"), **data)
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, "Le complément est demandé ; le binôme de la ville en est averti.")
            return redirect("affectations", slug)
    return _page(request, found, form, "Demander un complément")


@exige(COORDONNER)
@require_http_methods(["GET", "POST"])
def avis(request: HttpRequest, slug: str, numero: int) -> HttpResponse:
    """Ask an expert."""
    found = _found(request, slug, numero)
    form = Avis(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            demander(found, data["expert"], data["question"], utilisateur(request), data["avant_le"])
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, "L’avis est demandé ; un message le dit à l’expert.")
            return redirect("affectations", slug)
    return _page(request, found, form, "Demander l’avis d’un expert")


@require_POST
@exige(COORDONNER)
def traite(request: HttpRequest, slug: str, numero: int) -> HttpResponse:
    """What a reviewer asked for is dealt with."""
    found = besoin_de(slug, numero, utilisateur(request))
    if found is None:
        raise Http404
    traiter(found)
    return redirect("affectations", slug)


def _found(request: HttpRequest, slug: str, numero: int) -> Candidature:
    """A candidature in review; 404 when there is none, or when who asks declared a link with it."""
    found = candidature_de(slug, numero, utilisateur(request))
    if found is None:
        raise Http404
    return found


def _page(request: HttpRequest, found: Candidature, form: Formulaire, title: str) -> HttpResponse:
    context = {"appel": found.appel, "candidature": found, "form": form, "titre": title}
    return render(request, "coordination/affectations/demande.html", context, status=400 if form.errors else 200)
