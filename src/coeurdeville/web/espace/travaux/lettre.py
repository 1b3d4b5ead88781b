"""Preparing a letter to a holder, correcting it, sending it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from coeurdeville.comptes.droits import MODIFIER_ESPACE
from coeurdeville.core.problems import Refused
from coeurdeville.espaces import lettres
from coeurdeville.espaces.demandes import envoyer
from coeurdeville.espaces.lettres import Preparee, preparer
from coeurdeville.espaces.models import Espace
from coeurdeville.espaces.ouverts import espace_de
from coeurdeville.web.acces import exige
from coeurdeville.web.compte.formulaire import Formulaire, courriel
from coeurdeville.web.espace.dossier.demande import membre
from coeurdeville.web.espace.dossier.mots import pour_le_web
from coeurdeville.web.espace.dossier.reprise import garde_la_saisie, oublier, saisie_gardee

ROWS = {"expediteur": 4, "destinataire": 3, "ouverture": 12, "points": 8, "suite": 12, "signature": 2}
MESSAGES = {"required": "Cette partie de la lettre est vide."}


class Lettre(Formulaire):
    """The parts of a letter, each to be corrected; and where it goes."""

    courriel = courriel(
        "Adresse électronique du détenteur",
        autocomplete="off",
        required=False,
        help_text="Si elle est vide, la lettre est enregistrée pour être postée. Elle n’est jamais publiée.",
    )
    expediteur = forms.CharField(label="Expéditeur")
    destinataire = forms.CharField(label="Destinataire", help_text="Le nom de l’organisme sur la première ligne.")
    objet = forms.CharField(label="Objet")
    civilite = forms.CharField(label="Formule d’appel")
    ouverture = forms.CharField(label="Pourquoi la ville écrit", help_text="Une ligne vide entre deux paragraphes.")
    points = forms.CharField(label="Ce qui est demandé", help_text="Une ligne par point.")
    suite = forms.CharField(label="Suite et formule de politesse", help_text="Une ligne vide entre deux paragraphes.")
    signature = forms.CharField(label="Signature")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, rows in ROWS.items():
            self.fields[name].widget = forms.Textarea({"rows": rows, "class": "form-control"})
        for name in lettres.PARTS:
            self.fields[name].error_messages.update(MESSAGES)


@never_cache
@garde_la_saisie
@exige(MODIFIER_ESPACE)
@require_http_methods(["GET", "POST"])
def nouvelle(request: HttpRequest, commune: str, entree: str) -> HttpResponse:
    """The letter for an entry: GET prepares it, POST records it, sends it or shows it on paper."""
    espace = espace_de(commune)
    assert espace is not None
    prepared = preparer(commune, entree, request.GET.get("fondement", ""))
    if "abandonner" in request.POST:
        oublier(request)
        return redirect(request.get_full_path())
    kept = None if request.method == "POST" else saisie_gardee(request)
    form = Lettre(request.POST or kept, initial=prepared.parties)
    if request.method == "POST" and form.is_valid():
        answer = _done(request, espace, prepared, form)
        if answer is not None:
            return answer
    context = {"espace": espace, "entree": entree, "preparee": prepared, "form": form, "gardee": kept is not None,
               "doutes": pour_le_web(prepared.doutes)}  # fmt: skip
    return render(request, "travaux/lettre.html", context, status=400 if form.errors and kept is None else 200)


def _done(request: HttpRequest, espace: Espace, prepared: Preparee, form: Lettre) -> HttpResponse | None:
    """The paper, or the page of the request that was made; None when it is refused, and the form says why."""
    parts = {name: form.cleaned_data[name] for name in lettres.PARTS}
    if request.POST.get("acte") == "apercu":
        paper = lettres.en_pdf(lettres.corrigee(prepared.lettre, parts))
        return HttpResponse(paper, "application/pdf", headers={"Content-Disposition": 'inline; filename="lettre.pdf"'})
    try:
        made = envoyer(espace, prepared, parts, form.cleaned_data["courriel"], membre(request))
    except Refused as refused:
        form.refuse(refused)
        return None
    oublier(request)
    return redirect("espace-demande", espace.commune, made.pk)
