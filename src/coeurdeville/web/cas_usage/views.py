"""How a card assembles, what it lacks, the words that are added to it."""

from __future__ import annotations

from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from coeurdeville.comptes.models import Utilisateur
from coeurdeville.core.french import spaced
from coeurdeville.core.problems import Refused
from coeurdeville.programme.cas_usage import prose
from coeurdeville.programme.cas_usage.assemblage import assembler
from coeurdeville.programme.cas_usage.chapitres import CHAPITRES, PAR_CLE, Chapitre
from coeurdeville.programme.cas_usage.completude import manques
from coeurdeville.programme.cas_usage.lecture import en_preparation, versions
from coeurdeville.programme.cas_usage.papier import document
from coeurdeville.programme.experimentations.lecture import experimentation, lit
from coeurdeville.programme.models import CasUsage, Experimentation
from coeurdeville.reports.documents import render_html
from coeurdeville.web.acces import sur, utilisateur
from coeurdeville.web.compte.formulaire import Formulaire
from coeurdeville.web.experimentations.rubriques import ONGLETS
from coeurdeville.web.public.town.markup import safe


@dataclass(frozen=True)
class Passage:
    """A chapter of a card to be written."""

    cas: CasUsage
    chapitre: Chapitre


class Mots(Formulaire):
    """The words of a chapter."""

    texte = forms.CharField(label="", required=False, strip=False, widget=forms.Textarea({"rows": 10}))


@never_cache
@require_safe
@sur(experimentation, lit)
def page(request: HttpRequest, projet: Experimentation) -> HttpResponse:
    """The card as it assembles today; what it waits for when it is not open yet."""
    cas, user = en_preparation(projet.pk), utilisateur(request)
    context = {"projet": projet, "onglets": ONGLETS, "cas": cas}
    if cas is not None:
        fiche = assembler(cas)
        draft = document(fiche, "telle qu’elle s’assemble aujourd’hui", None, brouillon=True)
        context |= {
            "manques": list(manques(fiche)), "ecrivable": prose.ecrivable(user, cas), "versions": versions(cas),
            "chapitres": [(one, cas.prose.get(one.cle, ""), cas.redaction.get(one.cle, "")) for one in CHAPITRES],
            "apercu": safe(render_html(draft, base_level=3)),
        }  # fmt: skip
    return render(request, "cas_usage/assemblage.html", context)


def _passage(numero: int, chapitre: str) -> Passage | None:
    cas = en_preparation(numero) if chapitre in PAR_CLE else None
    return None if cas is None else Passage(cas, PAR_CLE[chapitre])


def _may_write(user: Utilisateur, one: Passage) -> bool:
    return prose.ecrivable(user, one.cas)


@never_cache
@require_http_methods(["GET", "POST"])
@sur(_passage, _may_write)
def ecrire(request: HttpRequest, one: Passage) -> HttpResponse:
    """The words of one chapter; when somebody wrote them meanwhile, both texts are shown and none is lost."""
    cas, chapitre = one.cas, one.chapitre
    form = Mots(request.POST if request.method == "POST" else None, initial={"texte": cas.prose.get(chapitre.cle, "")})
    if request.method == "POST" and form.is_valid() and _kept(form, one, request.POST.get("base", "")):
        messages.success(request, spaced(f"« {chapitre.titre} » est enregistré."))
        return redirect("cas-usage-assemblage", cas.experimentation_id)
    context = {
        "projet": cas.experimentation, "onglets": ONGLETS, "cas": cas, "chapitre": chapitre, "form": form,
        "base": prose.marque(cas, chapitre.cle), "autre": cas.prose.get(chapitre.cle, "") if form.errors else "",
        "limite": prose.LONGEST,
    }  # fmt: skip
    return render(request, "cas_usage/ecrire.html", context, status=400 if form.errors else 200)


def _kept(form: Mots, one: Passage, base: str) -> bool:
    """Whether the words were written over those that the form started from; else it says why."""
    try:
        prose.ecrire(one.cas, one.chapitre.cle, form.cleaned_data["texte"], base)
    except Refused as refused:
        form.refuse(refused, "texte")
        return False
    return True
