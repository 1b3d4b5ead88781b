"""The pages of the parts of a project, and the writing of their records."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from coeurdeville.core.problems import Refused
from coeurdeville.programme.experimentations.ecriture import ajouter, changer, retirer
from coeurdeville.programme.experimentations.lecture import ajoute_encore, ecrit, ecrit_encore, experimentation
from coeurdeville.programme.experimentations.parties import fiches
from coeurdeville.programme.models import Experimentation
from coeurdeville.web.acces import sur, utilisateur
from coeurdeville.web.compte.formulaire import Formulaire
from coeurdeville.web.espace.travaux.actes import fait
from coeurdeville.web.experimentations import objets
from coeurdeville.web.experimentations.contenus import contenu
from coeurdeville.web.experimentations.formulaires import MARK, FicheForm, formulaire
from coeurdeville.web.experimentations.objets import Fiche, Page
from coeurdeville.web.experimentations.rubriques import ONGLETS

PROJET = ("titre", "theme", "service", "probleme", "debut_prevu", "fin_prevue")
WRITE = require_http_methods(["GET", "HEAD", "POST"])


@never_cache
@require_safe
@sur(objets.page, objets.lit)
def partie(request: HttpRequest, page: Page) -> HttpResponse:
    """The records of a part; those of the evaluation are on its page."""
    projet, rubrique = page.projet, page.rubrique
    if rubrique.partie.evaluation:
        return redirect(address(projet, rubrique.page))
    listed = fiches(projet, rubrique.partie)
    context = {
        "projet": projet, "onglets": ONGLETS, "rubrique": rubrique, "fiches": listed,
        "peut_ecrire": ecrit_encore(utilisateur(request), projet),
        "peut_ajouter": ajoute_encore(utilisateur(request), projet, rubrique.cle),
        **contenu(projet, rubrique.cle, listed),
    }  # fmt: skip
    return render(request, f"experimentations/{rubrique.cle}.html", context)


@never_cache
@WRITE
@sur(objets.fiche_nouvelle, objets.ajoute)
def nouvelle(request: HttpRequest, fiche: Fiche) -> HttpResponse:
    """One more record."""
    return _write(request, fiche, f"Ajouter {fiche.rubrique.une}", lambda one: ajouter(one, utilisateur(request)))


@never_cache
@WRITE
@sur(objets.fiche_gardee, objets.corrige)
def modifier(request: HttpRequest, fiche: Fiche) -> HttpResponse:
    """Another content for a record."""
    seen = request.POST.get(MARK, "")
    return _write(request, fiche, f"Modifier {fiche.rubrique.une}",
                  lambda one: changer(one, utilisateur(request), seen))  # fmt: skip


@require_POST
@sur(objets.fiche_gardee, objets.corrige)
def enlever(request: HttpRequest, fiche: Fiche) -> HttpResponse:
    """Take a record away; the history keeps it."""
    back, seen = address(fiche.projet, fiche.rubrique.page), request.POST.get(MARK, "")
    return fait(request, lambda: retirer(fiche.record, utilisateur(request), seen),
                "C’est retiré. L’historique le garde.", back)  # fmt: skip


@never_cache
@WRITE
@sur(experimentation, ecrit)
def projet(request: HttpRequest, projet: Experimentation) -> HttpResponse:
    """What the project is called, what it is about, its planned dates."""
    form = formulaire(projet, projet, PROJET, request.POST or None)
    back, seen = address(projet, ""), request.POST.get(MARK, "")
    if kept(request, form, lambda one: changer(one, utilisateur(request), seen)):
        return redirect(back)
    return form_page(request, form, projet, "Modifier le projet", back)


def kept(request: HttpRequest, form: FicheForm, keep: Callable[[Any], object]) -> bool:
    """Whether what was sent is kept; the form says why it is not."""
    if request.method != "POST" or not form.is_valid():
        return False
    try:
        keep(form.remplir())
    except Refused as refused:
        form.refuse(refused)
        return False
    messages.success(request, "C’est enregistré.")
    return True


def form_page(
    request: HttpRequest, form: Formulaire, projet: Experimentation, titre: str, retour: str, **more: Any
) -> HttpResponse:
    """The page of a form of a project."""
    context = {
        "projet": projet,
        "onglets": ONGLETS,
        "form": form,
        "titre": titre,
        "retour": retour,
        "mark": MARK,
        **more,
    }
    return render(request, "experimentations/fiche.html", context, status=400 if form.errors else 200)


def address(projet: Experimentation, end: str) -> str:
    """Address of a page of a project."""
    return f"/experimentations/{projet.pk}/{end}"


def _write(request: HttpRequest, fiche: Fiche, title: str, keep: Callable[[Any], object]) -> HttpResponse:
    form = formulaire(fiche.projet, fiche.record, fiche.rubrique.champs, request.POST or None)
    back = address(fiche.projet, fiche.rubrique.page)
    if kept(request, form, keep):
        return redirect(back)
    record = fiche.record if fiche.record.pk else None
    return form_page(request, form, fiche.projet, title, back, rubrique=fiche.rubrique, fiche=record)
