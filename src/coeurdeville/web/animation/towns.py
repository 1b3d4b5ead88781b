"""The towns of a perimeter: how far each is, what to open next; and one of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from coeurdeville.comptes.droits import ANIMER, OUVRIR_ESPACE, peut
from coeurdeville.core.french import listing
from coeurdeville.deployability.unlocking.best_sets import Unlocking
from coeurdeville.deployability.unlocking.words import of_gain, of_ways
from coeurdeville.deployability.verdict import CellState
from coeurdeville.deployability.words import named
from coeurdeville.espaces.animation import VilleSuivie, a_ouvrir, suivies, villes_suivies
from coeurdeville.espaces.inventaires import matrice_interne
from coeurdeville.espaces.suivi import demandes_de
from coeurdeville.espaces.villes import VillePublique
from coeurdeville.reports.deployment.marks import marked
from coeurdeville.web.acces import exige
from coeurdeville.web.animation.opening import Ouverture
from coeurdeville.web.espace.dossier.demande import membre
from coeurdeville.web.public.addresses import town_path
from coeurdeville.web.public.links import fictional
from coeurdeville.web.public.town.forecast import Group, groups
from coeurdeville.web.public.town.markup import safe

PAGE = 30
"""Towns of a page."""


@exige(ANIMER)
@require_GET
def liste(request: HttpRequest) -> HttpResponse:
    """The towns that the user follows, page by page."""
    followed = suivies(membre(request))
    page = Paginator(followed.codes, PAGE).get_page(request.GET.get("page"))
    towns = villes_suivies(tuple(page.object_list))
    context = {
        "suivies": followed,
        "page": page,
        "villes": [(one, _states(one), town_path(one.code, one.nom)) for one in towns],
        "services": len(matrice_interne().services),
        "ouvrir": _openings(followed.codes),
    }
    return render(request, "animation/villes.html", context)


@exige(ANIMER)
@require_GET
def ville(request: HttpRequest, code: str) -> HttpResponse:
    """What a town can run, what would unlock most, its requests; how to open its space when it has none."""
    one = followed(request, code)
    context = {
        "ville": one,
        "chemin": town_path(one.code, one.nom),
        "groupes": _groups(one),
        "ouvrir": _openings((code,)),
        "demandes": [ask for ask in demandes_de(code) if ask.en_attente] if one.espace else [],
        "form": None if one.espace else Ouverture(),
    }
    return render(request, "animation/ville.html", context)


def _groups(one: VilleSuivie) -> list[Group]:
    """Services by state. They lead nowhere when the town has no public page: fictional, and nothing published."""
    found = groups(matrice_interne(), VillePublique(one.code, one.nom))
    if one.publiee_le or not fictional([one.code]):
        return found
    return [replace(group, rows=tuple(replace(row, path="") for row in group.rows)) for group in found]


def followed(request: HttpRequest, code: str) -> VilleSuivie:
    """The town of an address: 403 out of the user's perimeters, 404 when there is no such commune."""
    if not peut(request.user, OUVRIR_ESPACE, code):
        raise PermissionDenied
    found = villes_suivies([code])
    if not found:
        raise Http404
    return found[0]


def _states(one: VilleSuivie) -> list[tuple[Any, int]]:
    """Mark of each state, and how many services are in it."""
    return [(safe(marked(state)), one.etats[state]) for state in CellState if one.etats[state]]


def _openings(codes: Iterable[str]) -> list[tuple[str, str, list[str]]]:
    """Data to open together, what they would unlock, who would bring them."""
    return [_opening(one) for one in a_ouvrir(tuple(codes))]


def _opening(one: Unlocking) -> tuple[str, str, list[str]]:
    return listing([named(layer) for layer in one.layers]), listing(list(of_gain(one))), list(of_ways(one))
