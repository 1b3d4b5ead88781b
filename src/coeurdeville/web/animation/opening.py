"""Opening the space of a town, and inviting the two who will keep it."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from coeurdeville.comptes.auteurs import signature
from coeurdeville.comptes.droits import ANIMER, OUVRIR_ESPACE, peut
from coeurdeville.comptes.invitations import inviter
from coeurdeville.comptes.roles import Role
from coeurdeville.core.french import of, spaced
from coeurdeville.core.problems import Problem, Refused
from coeurdeville.espaces.models import Espace
from coeurdeville.espaces.ouverture import ouvrir_espace
from coeurdeville.web.acces import exige
from coeurdeville.web.compte.formulaire import Formulaire, courriel
from coeurdeville.web.espace.dossier.demande import membre
from coeurdeville.web.espace.dossier.mots import pour_le_web


class Ouverture(Formulaire):
    """Who is invited; both can be invited later."""

    referent = courriel("Adresse du référent métier", autocomplete="off", required=False,
                        help_text="Il pose les problèmes, lance les calculs, publie.")  # fmt: skip
    correspondant = courriel("Adresse du correspondant données", autocomplete="off", required=False,
                             help_text="Il tient l’inventaire et les fichiers.")  # fmt: skip


@require_POST
@exige(ANIMER)
def ouvrir(request: HttpRequest, code: str) -> HttpResponse:
    """Open the space; an invitation that is refused is said, and the space stays open."""
    if not peut(request.user, OUVRIR_ESPACE, code):
        raise PermissionDenied
    form = Ouverture(request.POST)
    if not form.is_valid():
        for _, text in form.resume:
            messages.error(request, text)
        return redirect("animation-ville", code)
    try:
        espace = ouvrir_espace(code, signature(membre(request), code))
    except Refused as refused:
        _say(request, refused.problems)
        return redirect("animation-ville", code)
    messages.success(request, f"L’espace {of(espace.nom)} est ouvert.")
    for role, name in ((Role.REFERENT, "referent"), (Role.CORRESPONDANT, "correspondant")):
        if form.cleaned_data[name]:
            _invite(request, espace, form.cleaned_data[name], role)
    return redirect("animation-ville", code)


def _invite(request: HttpRequest, espace: Espace, address: str, role: Role) -> None:
    try:
        inviter(espace.commune, espace.nom, address, role, membre(request))
    except Refused as refused:
        _say(request, refused.problems)
    else:
        messages.success(request, spaced(f"Invitation envoyée : {address}, {role.label}."))


def _say(request: HttpRequest, problems: tuple[Problem, ...]) -> None:
    for problem in pour_le_web(problems):
        messages.error(request, f"{problem.message} {problem.cure}")
