"""Two texts of one field: the author of the one set beside keeps it, takes the other, or writes from both."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from coeurdeville.comptes.droits import MODIFIER_ESPACE
from coeurdeville.core.problems import Refused
from coeurdeville.programme.appels.formulaire import Champ, Etape, Sorte
from coeurdeville.programme.candidatures.ecritures import en_attente, regler
from coeurdeville.programme.candidatures.lecture import Dossier
from coeurdeville.programme.candidatures.mots import dite
from coeurdeville.programme.candidatures.saisie import base_de
from coeurdeville.programme.horloge import instant
from coeurdeville.programme.models import Ecriture
from coeurdeville.web.acces import exige, utilisateur
from coeurdeville.web.espace.candidatures.demande import commun, demandee
from coeurdeville.web.espace.dossier.reprise import garde_la_saisie, oublier, saisie_gardee

MERGED = (Sorte.TEXTE, Sorte.PARAGRAPHE)
"""Sorts whose two texts may be made into one."""


@never_cache
@garde_la_saisie
@require_http_methods(["GET", "HEAD", "POST"])
@exige(MODIFIER_ESPACE)
def ecart(request: HttpRequest, commune: str, pk: int, ecriture: int) -> HttpResponse:
    """Both texts, and the choice."""
    found = demandee(commune, pk)
    beside = next((one for one in en_attente(found.candidature, utilisateur(request)) if one.pk == ecriture), None)
    champ = found.form.champ(beside.champ) if beside else None
    if beside is None or champ is None:
        raise Http404
    if request.method == "POST":
        return _regler(request, found, beside, champ)
    kept = saisie_gardee(request)
    return _page(request, found, beside, champ, kept.get("fusion") if kept else None)


def _regler(request: HttpRequest, found: Dossier, beside: Ecriture, champ: Champ) -> HttpResponse:
    sent = request.POST.dict()
    try:
        done = regler(beside, _chosen(found, beside, champ, sent), base_de(champ, sent), utilisateur(request))
    except Refused as refused:
        told = [f"{one.message} {one.cure}" for one in refused.problems]
        return _page(request, found, beside, champ, sent.get("fusion"), told)
    oublier(request)
    commune, pk = found.candidature.commune, found.candidature.pk
    if done.a_cote is not None:
        return redirect("candidature-ecart", commune, pk, done.a_cote.pk)
    return redirect("candidature-etape", commune, pk, _step(found, champ).cle)


def _chosen(found: Dossier, beside: Ecriture, champ: Champ, sent: dict[str, str]) -> Any:
    kept = found.reponses.get(champ.cle)
    match sent.get("choix"):
        case "autre":
            return kept.valeur if kept else None
        case "fusion" if champ.sorte in MERGED:
            return sent.get("fusion", "")
    return beside.valeur


def _step(found: Dossier, champ: Champ) -> Etape:
    return next(step for step in found.form.etapes if champ in step.champs)


def _page(
    request: HttpRequest, found: Dossier, beside: Ecriture, champ: Champ, typed: str | None = None,
    fautes: list[str] | None = None,
) -> HttpResponse:  # fmt: skip
    kept = found.reponses.get(champ.cle)
    mine, other = dite(champ, beside.valeur), dite(champ, kept.valeur if kept else None)
    context = {
        **commun(request, found),
        "champ": champ,
        "etape": _step(found, champ).cle,
        "titre_etape": _step(found, champ).titre,
        "version": kept.version if kept else 0,
        "mien": mine,
        "mien_le": instant(beside.le),
        "autre": other,
        "autre_de": str(kept.auteur or "un ancien membre") if kept else "",
        "autre_le": instant(kept.modifiee_le) if kept else "",
        "fusion": typed if typed is not None else f"{other}\n{mine}" if champ.sorte in MERGED else None,
        "fautes": fautes or [],
    }
    return render(request, "candidatures/ecart.html", context, status=400 if fautes else 200)
