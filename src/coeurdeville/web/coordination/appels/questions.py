"""The form of a call, question by question."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import count
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from coeurdeville.comptes.droits import COORDONNER
from coeurdeville.core.problems import Refused
from coeurdeville.programme.appels import questions
from coeurdeville.programme.appels.edition import enregistrer, fermeture
from coeurdeville.programme.appels.formulaire import Champ, Formulaire, Sorte, ecrire, formulaire
from coeurdeville.programme.models import Appel
from coeurdeville.web.acces import exige
from coeurdeville.web.compte.formulaire import Formulaire as Page
from coeurdeville.web.coordination.appels.cadre import appel, retour
from coeurdeville.web.espace.travaux.actes import fait

SORTES = (
    (Sorte.TEXTE, "une ligne de texte"), (Sorte.PARAGRAPHE, "un paragraphe"), (Sorte.NOMBRE, "un nombre"),
    (Sorte.CHOIX, "un choix dans une liste"), (Sorte.OUI_NON, "oui ou non"), (Sorte.THEME, "le thème"),
    (Sorte.PROBLEME, "le problème"), (Sorte.SERVICE, "le service"), (Sorte.DONNEES, "les données"),
    (Sorte.PIECES, "les pièces jointes"),
)  # fmt: skip
NEW_STEP = "nouvelle"
ACTS: dict[str, tuple[Callable[[Formulaire, str], Formulaire], str]] = {
    "retirer": (questions.retirer, "La question est retirée."),
    "monter": (questions.monter, "La question est remontée."),
}


class Question(Page):
    """One question."""

    titre = forms.CharField(label="Énoncé", max_length=300)
    aide = forms.CharField(label="Aide", required=False, widget=forms.Textarea({"rows": 2}), max_length=600)
    sorte = forms.ChoiceField(label="Réponse attendue", choices=[(one.value, label) for one, label in SORTES])
    options = forms.CharField(
        label="Choix proposés", required=False, help_text="Un par ligne ; pour une liste seulement.",
        widget=forms.Textarea({"rows": 3}),
    )  # fmt: skip
    critere = forms.ChoiceField(label="Critère que la réponse informe", required=False)
    facultatif = forms.BooleanField(label="La réponse est facultative", required=False)
    identifie = forms.BooleanField(label="La réponse peut dire quelle est la ville", required=False)

    def __init__(self, found: Appel, *args: Any, etapes: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        criteria = [("", "aucun"), *((one.cle, one.titre) for one in found.criteres.all())]
        self.fields["critere"].choices = criteria  # type: ignore[attr-defined]
        if etapes:
            steps = [*((one.cle, one.titre) for one in formulaire(found).etapes), (NEW_STEP, "une nouvelle étape")]
            self.fields["etape"] = forms.ChoiceField(label="Étape", choices=steps)
            self.fields["etape"].widget.attrs["class"] = "form-select"
            self.fields["titre_etape"] = forms.CharField(label="Titre de la nouvelle étape", required=False)
            self.fields["titre_etape"].widget.attrs["class"] = "form-control"

    def champ(self, before: Champ | None = None) -> Champ:
        """The question as written; what the page does not show of it stays."""
        data = self.cleaned_data
        options = _options(_lines(data["options"]), before.options if before else {})
        kept = before or Champ("", Sorte(data["sorte"]), data["titre"])
        return replace(
            kept, sorte=Sorte(data["sorte"]), titre=data["titre"], aide=data["aide"], options=options,
            facultatif=data["facultatif"], identifie=data["identifie"], critere=data["critere"],
        )  # fmt: skip


@exige(COORDONNER)
@require_GET
def liste(request: HttpRequest, slug: str) -> HttpResponse:
    """Every step and its questions, as towns will meet them."""
    found = appel(slug)
    context = {"appel": found, "formulaire": formulaire(found), "sortes": dict(SORTES)}
    return render(request, "coordination/questions.html", context)


@exige(COORDONNER)
@require_http_methods(["GET", "POST"])
def nouvelle(request: HttpRequest, slug: str) -> HttpResponse:
    """Add a question."""
    found = appel(slug)
    back = retour(request, found, fermeture(found))
    if back is not None:
        return back
    form = Question(found, request.POST if request.method == "POST" else None, etapes=True)

    def change(old: Formulaire) -> Formulaire:
        step, made = form.cleaned_data["etape"], form.champ()
        if step == NEW_STEP:
            return questions.ajouter_etape(old, form.cleaned_data["titre_etape"], "", made)
        return questions.ajouter(old, step, made)

    return _write(request, found, form, "Ajouter une question", change)


@exige(COORDONNER)
@require_http_methods(["GET", "POST"])
def question(request: HttpRequest, slug: str, cle: str) -> HttpResponse:
    """Write a question anew."""
    found = appel(slug)
    before = formulaire(found).champ(cle)
    if before is None:
        raise Http404
    back = retour(request, found, fermeture(found))
    if back is not None:
        return back
    initial = {name: getattr(before, name) for name in ("titre", "aide", "sorte", "critere", "facultatif", "identifie")}
    form = Question(
        found,
        request.POST if request.method == "POST" else None,
        initial=initial | {"options": "\n".join(before.options.values())},
    )
    return _write(request, found, form, before.titre, lambda old: questions.modifier(old, form.champ(before)))


@require_POST
@exige(COORDONNER)
def agir(request: HttpRequest, slug: str, cle: str, acte: str) -> HttpResponse:
    """Take a question out, or move it up."""
    if acte not in ACTS:
        raise Http404
    act, said = ACTS[acte]
    found = appel(slug)

    def write() -> None:
        enregistrer(found, {"formulaire": ecrire(act(formulaire(found), cle))})

    return fait(request, write, said, reverse("appel-formulaire", args=(slug,)))


def _write(
    request: HttpRequest, found: Appel, form: Question, title: str, change: Callable[[Formulaire], Formulaire]
) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        try:
            enregistrer(found, {"formulaire": ecrire(change(formulaire(found)))})
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, "La question est enregistrée.")
            return redirect("appel-formulaire", found.slug)
    context = {"appel": found, "form": form, "titre": title, "bouton": "Enregistrer la question"}
    return render(request, "coordination/formulaire.html", context, status=400 if form.errors else 200)


def _options(lines: list[str], before: Mapping[str, str]) -> dict[str, str]:
    """Key -> choice, in the order written: one that was there keeps its key, and lends it to no other."""
    kept = {label: key for key, label in before.items() if label in lines}
    taken = set(kept.values())
    free = (key for n in count(1) if (key := f"choix_{n}") not in taken)
    return {kept.pop(line, "") or next(free): line for line in lines}


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
