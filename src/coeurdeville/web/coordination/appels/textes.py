"""Writing a call: its words, its dates, what it says of personal data."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from coeurdeville.comptes.droits import COORDONNER
from coeurdeville.core.problems import Refused
from coeurdeville.programme.appels.edition import WORDS, enregistrer, fermeture
from coeurdeville.programme.appels.lecture import saisons
from coeurdeville.programme.appels.ouverture import CONSERVATION, COUNTED, ouvrir
from coeurdeville.programme.etats.franchir import franchir, hors_de_portee, passage_de
from coeurdeville.programme.etats.noms import etat
from coeurdeville.web.acces import exige, utilisateur
from coeurdeville.web.compte.formulaire import Formulaire, courriel
from coeurdeville.web.coordination.accueil import THEMES
from coeurdeville.web.coordination.appels.cadre import Instant, appel, retour

DAY = forms.DateInput({"type": "date"}, format="%Y-%m-%d")
MARKS = "Une ligne vide entre deux paragraphes ; « ## » devant un titre, « - » devant un point."
LAWS = "Une ligne par traitement : pourquoi ; base légale ; durée."


class Nouveau(Formulaire):
    """What a call starts with."""

    saison = forms.ChoiceField(label="Saison")
    titre = forms.CharField(label="Titre", max_length=200)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["saison"].choices = [(str(one.pk), one.titre) for one in saisons()]  # type: ignore[attr-defined]


class Mots(Formulaire):
    """What may still be corrected once the call is published."""

    promesse = forms.CharField(label="Ce qu’une ville y gagne, en une phrase", max_length=180)
    presentation = forms.CharField(label="Présentation", help_text=MARKS, widget=forms.Textarea({"rows": 8}))
    cahier = forms.CharField(label="Cahier des charges", help_text=MARKS, widget=forms.Textarea({"rows": 16}))
    designation_le = forms.DateField(label="Désignation prévue à partir du", widget=DAY, required=False)
    duree_mois = forms.CharField(label="Durée des expérimentations", max_length=40, required=False)
    contact = courriel("Adresse à laquelle écrire", autocomplete="off")


class Textes(Mots):
    """The whole of a call in preparation."""

    titre = forms.CharField(label="Titre", max_length=200)
    themes = forms.MultipleChoiceField(label="Thèmes", choices=THEMES, widget=forms.CheckboxSelectMultiple)
    ouvre_le = Instant(label="Ouverture des dépôts", help_text="Jour et heure de Paris.")
    ferme_le = Instant(label="Limite des dépôts", help_text="Jour et heure de Paris ; l’instant même est à temps.")
    a_retenir = forms.IntegerField(label="Nombre de villes à retenir, environ", min_value=1, max_value=250)
    perimetre = forms.CharField(
        label="Villes éligibles", max_length=200,
        help_text="« programme », un département (02), une région (R32), un SIREN ; ou plusieurs, avec des virgules.",
    )  # fmt: skip
    eligibles_au = forms.DateField(label="Appartenance au programme appréciée au", widget=DAY)
    organisateurs = forms.CharField(
        label="Organismes qui désignent ensemble", help_text="Un par ligne.", widget=forms.Textarea({"rows": 2})
    )
    relectures_voulues = forms.IntegerField(label="Relectures par candidature", min_value=1, max_value=9)
    anonyme = forms.BooleanField(
        label="Les relecteurs ne voient ni le nom de la ville, ni ce qui la désigne", required=False
    )
    field_order = ("titre", "promesse", "presentation", "cahier", "themes", "ouvre_le", "ferme_le")

    def clean_organisateurs(self) -> list[str]:
        """One name a line."""
        return _lines(self.cleaned_data["organisateurs"])


class Personnelles(Formulaire):
    """What the call says of personal data."""

    traitements = forms.CharField(label="Traitements", help_text=LAWS, widget=forms.Textarea({"rows": 6}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for code in CONSERVATION:
            counted = COUNTED.get(code, "")
            label = f"Mois de conservation d’une candidature {etat('candidature', code).nom}{counted and ','}{counted}"
            self.fields[code] = forms.IntegerField(label=label, min_value=1, max_value=120, required=False)
            self.fields[code].widget.attrs["class"] = "form-control"

    def clean_traitements(self) -> list[dict[str, str]]:
        """Purpose, legal basis and retention of each line."""
        rows = [[part.strip() for part in line.split(" ; ")] for line in _lines(self.cleaned_data["traitements"])]
        if any(len(row) != 3 for row in rows):
            raise forms.ValidationError("Chaque ligne a trois parties, séparées par « ; » entre deux espaces.")
        return [dict(zip(("finalite", "base", "duree"), row, strict=True)) for row in rows]


@exige(COORDONNER)
@require_http_methods(["GET", "POST"])
def nouveau(request: HttpRequest) -> HttpResponse:
    """Open a call in preparation."""
    form = Nouveau(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        season = next(one for one in saisons() if str(one.pk) == form.cleaned_data["saison"])
        try:
            made = ouvrir(season, form.cleaned_data["titre"], utilisateur(request))
        except Refused as refused:
            form.refuse(refused)
        else:
            return redirect("appel-modifier", made.slug)
    context = {"form": form, "titre": "Préparer un appel", "bouton": "Préparer l’appel"}
    return render(request, "coordination/formulaire.html", context, status=400 if form.errors else 200)


@exige(COORDONNER)
@require_http_methods(["GET", "POST"])
def modifier(request: HttpRequest, slug: str) -> HttpResponse:
    """Write the call; nothing has to be complete before it is published, but each field has to be readable."""
    found = appel(slug)
    back = retour(request, found, fermeture(found))
    if back is not None:
        return back
    initial = {name: getattr(found, name) for name in Textes.base_fields} | {
        "organisateurs": "\n".join(found.organisateurs)
    }
    form = Textes(request.POST if request.method == "POST" else None, initial=initial)
    return _write(request, slug, form, "Écrire l’appel", lambda data: enregistrer(found, data))


@exige(COORDONNER)
@require_http_methods(["GET", "POST"])
def personnelles(request: HttpRequest, slug: str) -> HttpResponse:
    """Purposes, legal bases, retention."""
    found = appel(slug)
    back = retour(request, found, fermeture(found))
    if back is not None:
        return back
    lines = "\n".join(" ; ".join((one["finalite"], one["base"], one["duree"])) for one in found.traitements)
    form = Personnelles(
        request.POST if request.method == "POST" else None, initial={"traitements": lines, **found.conservation}
    )

    def write(data: dict[str, Any]) -> None:
        kept = {code: months for code, months in data.items() if code != "traitements" and months}
        enregistrer(found, {"traitements": data["traitements"], "conservation": kept})

    return _write(request, slug, form, "Données personnelles", write)


@exige(COORDONNER)
@require_http_methods(["GET", "POST"])
def corriger(request: HttpRequest, slug: str) -> HttpResponse:
    """Correct the words of a published call, with the reason."""
    found = appel(slug)
    back = retour(request, found, hors_de_portee(found, passage_de("appel", "corriger")))
    if back is not None:
        return back
    form = Mots(
        request.POST if request.method == "POST" else None, initial={name: getattr(found, name) for name in WORDS}
    )
    form.fields["motif"] = forms.CharField(label="Pourquoi cette correction", max_length=1000)
    form.fields["motif"].widget.attrs["class"] = "form-control"

    def write(data: dict[str, Any]) -> None:
        values = {name: data[name] for name in WORDS}
        franchir(found, "corriger", utilisateur(request), data["motif"], valeurs=values)

    return _write(request, slug, form, "Corriger l’appel", write)


def _write(request: HttpRequest, slug: str, form: Formulaire, title: str, write: Any) -> HttpResponse:
    """The form, or the page of the call once it is written; a refusal is said on the form, which keeps what it has."""
    if request.method == "POST" and form.is_valid():
        try:
            write(form.cleaned_data)
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, "C’est enregistré.")
            return redirect("appel-conduite", slug)
    context = {"form": form, "titre": title, "bouton": "Enregistrer", "appel": appel(slug)}
    return render(request, "coordination/formulaire.html", context, status=400 if form.errors else 200)


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
