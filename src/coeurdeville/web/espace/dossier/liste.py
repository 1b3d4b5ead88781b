"""The list of the entries of an inventory, and the page of one of them."""

from __future__ import annotations

from datetime import date

from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from coeurdeville.comptes.droits import MODIFIER_ESPACE, VOIR_ESPACE, peut
from coeurdeville.espaces.a_faire import MANQUES, choisies
from coeurdeville.espaces.constats import constates
from coeurdeville.espaces.dossiers import dossier
from coeurdeville.espaces.lieux import depot
from coeurdeville.inventory.coherence import check_said
from coeurdeville.inventory.controle import check_donnee
from coeurdeville.inventory.vocabulaire import Acteur, Ouverture
from coeurdeville.layers.catalogue import kinds
from coeurdeville.web.acces import exige
from coeurdeville.web.espace.dossier.champs import titrees
from coeurdeville.web.espace.dossier.demande import membre
from coeurdeville.web.espace.dossier.mots import pour_le_web

FILTRES = ("texte", "ouverture", "acteur", "manque")


@never_cache
@require_safe
@exige(VOIR_ESPACE)
def liste(request: HttpRequest, commune: str) -> HttpResponse:
    """Every entry, or those that answer to the filters of the address."""
    found = dossier(commune)
    filters = {name: request.GET.get(name, "") for name in FILTRES}
    context = {
        "dossier": found,
        "donnees": choisies(found.donnees, **filters),
        "filtres": filters,
        "filtree": any(filters.values()),
        "ouvertures": [(str(one), one.libelle) for one in Ouverture],
        "acteurs": [(str(one), one.libelle) for one in Acteur],
        "manques": [(key, action) for key, (action, _, _) in MANQUES.items()],
        "peut_modifier": peut(membre(request), MODIFIER_ESPACE, commune),
    }
    return render(request, "espace/donnees.html", context)


@never_cache
@require_safe
@exige(VOIR_ESPACE)
def fiche(request: HttpRequest, commune: str, identifiant: str) -> HttpResponse:
    """All that is known of one entry."""
    found = dossier(commune)
    donnee = found.donnee(identifiant)
    if donnee is None or found.ville is None:
        return render(request, "espace/sans_donnee.html", {"dossier": found, "identifiant": identifiant}, status=404)
    kind = kinds().get(donnee.couche)
    context = {
        "dossier": found,
        "donnee": donnee,
        "statuts": constates(donnee, commune),
        "couche": kind.title if kind else donnee.couche,
        "colonnes": titrees(donnee.couche, donnee.correspondance.colonnes),
        "ecartee": donnee in found.ville.ecartees,
        "problems": pour_le_web((*check_donnee(donnee, found.ville.dossier), *check_said(donnee, date.today()))),
        "octets": found.revision.octets.get(donnee.fichier) if found.revision else None,
        "peut_modifier": peut(membre(request), MODIFIER_ESPACE, commune),
    }
    return render(request, "espace/donnee.html", context)


@require_safe
@exige(VOIR_ESPACE)
def fichier(request: HttpRequest, commune: str, chemin: str) -> HttpResponseBase:
    """A file of the last revision, to keep and never to show."""
    found = dossier(commune)
    if found.revision is None or chemin not in found.revision.fichiers:
        raise Http404
    path = depot(commune).ouvrir(found.base) / chemin
    answer = FileResponse(
        path.open("rb"), as_attachment=True, filename=path.name, content_type="application/octet-stream"
    )
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
