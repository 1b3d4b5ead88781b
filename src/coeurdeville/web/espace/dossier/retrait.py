"""Removing an entry, and its file if it is asked."""

from __future__ import annotations

from pathlib import Path

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from coeurdeville.comptes.droits import MODIFIER_ESPACE
from coeurdeville.core.problems import Refused
from coeurdeville.espaces.dossiers import dossier, enregistrer
from coeurdeville.inventory.entrees import remove_entry
from coeurdeville.inventory.revisions.fusion import Conflit
from coeurdeville.inventory.ville import open_ville
from coeurdeville.web.acces import exige
from coeurdeville.web.espace.dossier.demande import membre, numero
from coeurdeville.web.espace.dossier.formulaires import Motif

CHANGED = (
    "Quelqu’un vient de modifier cette donnée, qui n’a pas été retirée. Relire sa fiche, puis la retirer si c’est "
    "toujours voulu."
)


class Retrait(Motif):
    """What goes with the entry."""

    avec_fichier = forms.BooleanField(label="Retirer aussi son fichier", required=False)


@never_cache
@exige(MODIFIER_ESPACE)
def retirer(request: HttpRequest, commune: str, identifiant: str) -> HttpResponse:
    """Ask, then remove. An entry that somebody has just changed is shown again before it goes."""
    found = dossier(commune)
    donnee = found.donnee(identifiant)
    if donnee is None:
        raise Http404
    form = Retrait(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        with_file = form.cleaned_data["avec_fichier"]
        motif = form.cleaned_data["motif"] or f"Retrait de {donnee.titre or identifiant}"

        def change(folder: Path) -> object:
            return remove_entry(open_ville(folder), identifiant, with_file=with_file)

        try:
            base = numero(request.POST, "base", found.base) or found.base
            revision = enregistrer(commune, base, change, membre(request), motif)
            messages.success(request, f"Donnée retirée\u00a0: révision {revision.numero}. L’historique la garde.")
            return redirect("espace-donnees", commune)
        except Conflit:
            form.add_error(None, CHANGED)
        except Refused as refused:
            form.refuse(refused)
    context = {"dossier": found, "donnee": donnee, "form": form}
    return render(request, "espace/retirer.html", context, status=400 if form.errors else 200)
