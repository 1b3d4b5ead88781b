"""Changing an entry in a form, and what is done when somebody else changed it meanwhile."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from coeurdeville.comptes.droits import MODIFIER_ESPACE
from coeurdeville.core.problems import Problem, Refused
from coeurdeville.espaces.dossiers import Dossier, dossier, enregistrer, entree_ecrite
from coeurdeville.inventory.reponses import answers_of, donnee_of
from coeurdeville.inventory.revisions.fusion import Conflit
from coeurdeville.web.acces import exige
from coeurdeville.web.espace.dossier.changement import changement, statut_signe
from coeurdeville.web.espace.dossier.conflit import choisi, page_du_conflit
from coeurdeville.web.espace.dossier.demande import membre, numero
from coeurdeville.web.espace.dossier.fiche import Fiche
from coeurdeville.web.espace.dossier.mots import LIBELLES, libelle, pour_le_web
from coeurdeville.web.espace.dossier.reprise import garde_la_saisie, oublier, saisie_gardee

FIELD_OF = {"jour-a-venir": "statut_date", "reponse-vide": "reponse", "reponse-trop-ancienne": "reponse_date"}
"""Code of a refusal -> the field that it is about."""


@dataclass(frozen=True)
class Demandee:
    """What is asked of an entry: which one, from which revision."""

    dossier: Dossier
    identifiant: str
    """Empty: an entry to make."""
    base: int
    origine: int = 0
    """Revision of an entry removed since, that is to be made again; 0: none is."""

    @property
    def ecrite(self) -> Mapping[str, Any]:
        """What the author had under their eyes; 404 when that revision does not hold it."""
        if not self.identifiant:
            return {}
        found = entree_ecrite(self.dossier.espace.commune, self.origine or self.base, self.identifiant)
        if found is None:
            raise Http404
        return found

    def formulaire(self, data: QueryDict | None, auteur: str) -> Fiche:
        """The form of the entry, filled."""
        entry = self.ecrite
        initial = {"base": self.base, "statut_auteur": auteur}
        return Fiche(answers_of(entry), donnee_of(entry), self.dossier.fichiers, data, initial=initial)


@never_cache
@garde_la_saisie
@exige(MODIFIER_ESPACE)
def modifier(request: HttpRequest, commune: str, identifiant: str) -> HttpResponse:
    """The form of an entry."""
    return _formulaire(request, commune, identifiant)


@never_cache
@garde_la_saisie
@exige(MODIFIER_ESPACE)
def nouvelle(request: HttpRequest, commune: str) -> HttpResponse:
    """The form of an entry that has no file yet, or never will."""
    return _formulaire(request, commune, "")


def _formulaire(request: HttpRequest, commune: str, identifiant: str) -> HttpResponse:
    found = dossier(commune)
    if found.ville is None:
        return redirect("espace", commune)
    if "abandonner" in request.POST:
        oublier(request)
        return redirect("espace-donnees", commune)
    kept = None if request.method == "POST" else saisie_gardee(request)
    sent = request.POST if kept is None else kept
    base = numero(sent, "base", found.base) or found.base
    data = choisi(sent, commune, identifiant, base) if request.method == "POST" or kept is not None else None
    origine = numero(request.POST, "origine", found.base) if "recreer" in request.POST else 0
    asked = Demandee(found, identifiant, base, origine)
    form = asked.formulaire(data, str(request.user))
    if request.method == "POST" and form.is_valid():
        return _enregistrer(request, asked, form)
    return _page(request, asked, form, gardee=kept is not None)


def _page(request: HttpRequest, asked: Demandee, form: Fiche, *, gardee: bool = False) -> HttpResponse:
    context = {
        "dossier": asked.dossier,
        "form": form,
        "donnee": asked.dossier.donnee(asked.identifiant),
        "identifiant": asked.identifiant,
        "gardee": gardee,
    }
    return render(request, "espace/modifier.html", context, status=400 if form.is_bound and form.errors else 200)


def _enregistrer(request: HttpRequest, asked: Demandee, form: Fiche) -> HttpResponse:
    commune, made = asked.dossier.espace.commune, [asked.identifiant]
    motif, statut = form.cleaned_data["motif"] or _motif(form, asked), statut_signe(form, membre(request), commune)
    changer = changement(form, made, asked.ecrite if asked.origine else None, statut)
    try:
        revision = enregistrer(commune, asked.base, changer, membre(request), motif)
    except Conflit as conflict:
        return page_du_conflit(request, commune, asked.identifiant, form, conflict)
    except Refused as refused:
        _refuse(form, refused.problems)
        return _page(request, asked, form)
    oublier(request)
    if revision.numero == asked.base:
        messages.info(request, "Rien n’a changé\u00a0: aucune révision n’a été ajoutée.")
    else:
        messages.success(request, f"Enregistré\u00a0: révision {revision.numero}.")
    return redirect("espace-donnee", commune, made[0])


def _refuse(form: Fiche, problems: tuple[Problem, ...]) -> None:
    for one in pour_le_web(problems):
        form.add_error(FIELD_OF.get(one.code), f"{one.message} {one.cure}")


def _motif(form: Fiche, asked: Demandee) -> str:
    """What changes, when nobody says why."""
    if not asked.identifiant:
        return f"Nouvelle donnée\u00a0: {form.cleaned_data['titre']}"
    words = [libelle(key) if key not in LIBELLES else LIBELLES[key] for key in form.changees]
    words += ["statut"] if form.nouveau_statut else []
    return f"{form.reponses.get('titre') or asked.identifiant}\u00a0: {', '.join(words).lower() or 'compléments'}"
