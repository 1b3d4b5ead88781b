"""What an animateur offers towns, and what became of it."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from coeurdeville.comptes.droits import ANIMER
from coeurdeville.core.problems import Refused
from coeurdeville.programme.adoptions.offres import clore as close
from coeurdeville.programme.adoptions.offres import offre, offres, offrir, sienne
from coeurdeville.programme.models import Offre
from coeurdeville.web.acces import exige, sur, utilisateur
from coeurdeville.web.compte.formulaire import Formulaire
from coeurdeville.web.espace.travaux.actes import fait

OFFER_SAID = "L’offre est proposée à chaque ville."


class Proposition(Formulaire):
    """What is offered, to which towns."""

    titre = forms.CharField(label="Ce que vous proposez, en une ligne", max_length=200)
    texte = forms.CharField(label="Ce que la ville y gagne, et ce que cela lui demande", max_length=4000,
                            widget=forms.Textarea({"rows": 5}))  # fmt: skip
    perimetre = forms.CharField(
        label="À quelles villes", max_length=200,
        help_text="Un département, une région, une intercommunalité, ou des communes séparées par des virgules, parmi "
                  "celles que vous suivez. L’offre va à celles qui ont un espace.",
    )  # fmt: skip


@never_cache
@exige(ANIMER)
@require_http_methods(["GET", "POST"])
def liste(request: HttpRequest) -> HttpResponse:
    """The offers of the user with the answers of towns; a new one."""
    user = utilisateur(request)
    form = Proposition(
        request.POST if request.method == "POST" else None, initial={"perimetre": ", ".join(user.textes_perimetres)}
    )
    if request.method == "POST" and form.is_valid():
        try:
            offrir(user, **{name: form.cleaned_data[name] for name in ("perimetre", "titre", "texte")})
        except Refused as refused:
            form.refuse(refused, "perimetre")
        else:
            return fait(request, lambda: None, OFFER_SAID, "/animation/offres/")
    context = {"offres": offres(user), "form": form}
    return render(request, "animation/offres.html", context, status=400 if form.errors else 200)


@require_POST
@sur(offre, sienne)
def clore(request: HttpRequest, one: Offre) -> HttpResponse:
    """Nobody may accept it any more."""
    return fait(request, lambda: close(one), "L’offre est close ; les accords passés continuent.", "/animation/offres/")
