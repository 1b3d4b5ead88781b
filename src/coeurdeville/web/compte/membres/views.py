"""Inviting members, changing their roles, taking them out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from http import HTTPStatus

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from coeurdeville.comptes.droits import GERER_MEMBRES, VOIR_ESPACE, peut
from coeurdeville.comptes.invitations import annuler, en_attente, invitation, inviter, renvoyer
from coeurdeville.comptes.journal import derniers
from coeurdeville.comptes.membres import changer_role, membre, membres, retirer
from coeurdeville.comptes.models import Invitation, Membre
from coeurdeville.comptes.roles import Role
from coeurdeville.core.french import spaced
from coeurdeville.core.problems import Problem, Refused
from coeurdeville.espaces.ouverts import noms
from coeurdeville.web.acces import exige, utilisateur
from coeurdeville.web.compte.formulaire import Formulaire, courriel


class Inviter(Formulaire):
    """Whom to invite, and as what."""

    courriel = courriel("Adresse électronique de la personne", autocomplete="off")
    role = forms.ChoiceField(
        label="Rôle",
        choices=Role.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choisissez un rôle."},
    )


class ChangerRole(Formulaire):
    """Another role."""

    role = forms.ChoiceField(choices=Role.choices)


@exige(VOIR_ESPACE)
@require_http_methods(["GET", "POST"])
def liste(request: HttpRequest, commune: str) -> HttpResponse:
    """Members, pending invitations, what happened lately; and the form that invites."""
    manages = peut(utilisateur(request), GERER_MEMBRES, commune)
    form = Inviter(request.POST or None) if manages else None
    if request.method == "POST":
        if form is None:
            raise PermissionDenied
        if form.is_valid() and _inviter(request, commune, form):
            return _retour(commune)
    return _page(request, commune, form=form)


@require_POST
@exige(GERER_MEMBRES)
def role(request: HttpRequest, commune: str, identifiant: int) -> HttpResponse:
    """Give a member another role."""
    qui, form = _membre(commune, identifiant), ChangerRole(request.POST)
    if form.is_valid():
        new = Role(form.cleaned_data["role"])
        return _fait(
            request, commune, "Le rôle est changé.", lambda ville: changer_role(qui, new, ville, utilisateur(request))
        )
    return _retour(commune)


@exige(VOIR_ESPACE)
@require_http_methods(["GET", "POST"])
def depart(request: HttpRequest, commune: str, identifiant: int) -> HttpResponse:
    """Take a member out, after a page that asks; members may always take themselves out."""
    qui = _membre(commune, identifiant)
    own = qui.utilisateur_id == utilisateur(request).pk
    if not own and not peut(utilisateur(request), GERER_MEMBRES, commune):
        raise PermissionDenied
    if request.method != "POST":
        return render(request, "compte/membres/depart.html", {"membre": qui, "soi": own, "ville": _ville(commune)})
    said = "Vous avez quitté l’espace." if own else "La personne n’est plus membre de l’espace."
    done = _fait(request, commune, said, lambda ville: retirer(qui, ville, utilisateur(request)))
    return redirect("/compte/") if own and done.status_code == HTTPStatus.FOUND else done


@require_POST
@exige(GERER_MEMBRES)
def relance(request: HttpRequest, commune: str, identifiant: int) -> HttpResponse:
    """Send an invitation again."""
    une = _invitation(commune, identifiant)
    said = f"L’invitation est renvoyée à {une.courriel}."
    return _fait(request, commune, said, lambda ville: renvoyer(une, ville, utilisateur(request)))


@require_POST
@exige(GERER_MEMBRES)
def annulation(request: HttpRequest, commune: str, identifiant: int) -> HttpResponse:
    """Cancel an invitation."""
    une = _invitation(commune, identifiant)
    said = f"L’invitation de {une.courriel} est annulée : son lien ne marche plus."
    return _fait(request, commune, said, lambda _: annuler(une, utilisateur(request)))


def _inviter(request: HttpRequest, commune: str, form: Inviter) -> bool:
    """Whether the invitation left; otherwise the form says why."""
    asked = form.cleaned_data
    try:
        une = inviter(commune, _ville(commune), asked["courriel"], Role(asked["role"]), utilisateur(request))
    except Refused as refused:
        form.refuse(refused, "courriel")
        return False
    messages.success(request, spaced(f"Invitation envoyée à {une.courriel}. Son lien sert 14 jours."))
    return True


def _fait(request: HttpRequest, commune: str, said: str, action: Callable[[str], None]) -> HttpResponse:
    """Do something, then the list with a word; the list with what refuses it when it cannot be done."""
    try:
        action(_ville(commune))
    except Refused as refused:
        return _page(request, commune, problems=refused.problems)
    messages.success(request, spaced(said))
    return _retour(commune)


def _page(
    request: HttpRequest, commune: str, *, form: Inviter | None = None, problems: Sequence[Problem] = ()
) -> HttpResponse:
    manages = peut(utilisateur(request), GERER_MEMBRES, commune)
    context = {
        "commune": commune,
        "ville": _ville(commune),
        "membres": membres(commune),
        "gere": manages,
        "roles": Role.choices,
        "form": form or (Inviter() if manages else None),
        "problemes": problems,
        "attente": en_attente(commune) if manages else [],
        "journal": derniers(commune) if manages else [],
    }
    return render(request, "compte/membres/liste.html", context)


def _retour(commune: str) -> HttpResponse:
    return redirect("espace-membres", commune)


def _ville(commune: str) -> str:
    return noms([commune])[commune]


def _membre(commune: str, identifiant: int) -> Membre:
    found = membre(commune, identifiant)
    if found is None:
        raise Http404
    return found


def _invitation(commune: str, identifiant: int) -> Invitation:
    found = invitation(commune, identifiant)
    if found is None:
        raise Http404
    return found
