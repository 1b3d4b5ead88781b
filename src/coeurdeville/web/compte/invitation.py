"""Answering an invitation."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.password_validation import validate_password
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from coeurdeville.comptes.acceptation import (
    accepter,
    accepter_en_creant,
    confirmer,
    demander_confirmation,
    invitation_du_lien,
)
from coeurdeville.comptes.connexion import compte_existe
from coeurdeville.comptes.models import Invitation, Utilisateur
from coeurdeville.core.french import of
from coeurdeville.espaces.ouverts import noms
from coeurdeville.web.acces import connecte, utilisateur
from coeurdeville.web.compte.connexion import BACKEND
from coeurdeville.web.compte.formulaire import Formulaire, mot_de_passe


class Inscription(Formulaire):
    """A name and a password, for the address that was invited."""

    nom = forms.CharField(
        label="Nom et prénom",
        max_length=150,
        widget=forms.TextInput({"autocomplete": "name"}),
        error_messages={"required": "Saisissez votre nom et votre prénom."},
    )
    mot_de_passe = mot_de_passe("Choisissez un mot de passe", nouveau=True)

    def __init__(self, address: str, *args: object) -> None:
        super().__init__(*args)
        self.address = address

    def clean_mot_de_passe(self) -> str:
        """A password that is hard to guess."""
        typed = str(self.cleaned_data["mot_de_passe"])
        validate_password(typed, Utilisateur(courriel=self.address, nom=self.cleaned_data.get("nom", "")))
        return typed


@sensitive_post_parameters("mot_de_passe")
@never_cache
@require_http_methods(["GET", "POST"])
def invitation(request: HttpRequest, jeton: str) -> HttpResponse:
    """The invitation of a link: joined with the account that is signed in, or by creating one."""
    une = invitation_du_lien(jeton)
    ville = noms([une.commune]).get(une.commune) if une else None
    if une is None or ville is None or not une.ouverte:
        return render(request, "compte/invitation_fermee.html", {"invitation": une}, status=410)
    if request.user.is_authenticated:
        return _rejoindre(request, une, ville)
    if compte_existe(une.courriel):
        return redirect_to_login(request.get_full_path())
    return _creer(request, une, ville)


@require_POST
@connecte
def confirmation(request: HttpRequest, jeton: str) -> HttpResponse:
    """Ask the address invited to confirm the account of another address."""
    une = invitation_du_lien(jeton)
    ville = noms([une.commune]).get(une.commune) if une else None
    if une is None or ville is None or not une.ouverte:
        return render(request, "compte/invitation_fermee.html", {"invitation": une}, status=410)
    demander_confirmation(une, ville, utilisateur(request))
    return render(request, "compte/confirmation_envoyee.html", {"invitation": une})


@never_cache
@connecte
@require_http_methods(["GET", "POST"])
def confirmee(request: HttpRequest, jeton: str) -> HttpResponse:
    """The link that the address invited received: joins the town, by the button of the page."""
    if request.method != "POST":
        return render(request, "compte/confirmer_invitation.html")
    une = confirmer(jeton, utilisateur(request))
    if une is None:
        return render(request, "compte/invitation_fermee.html", status=410)
    return _arriver(request, une)


def _rejoindre(request: HttpRequest, une: Invitation, ville: str) -> HttpResponse:
    if request.method == "POST":
        accepter(une, utilisateur(request))
        return _arriver(request, une)
    context = {"invitation": une, "de_ville": of(ville), "meme": une.courriel == utilisateur(request).courriel}
    return render(request, "compte/invitation.html", context)


def _creer(request: HttpRequest, une: Invitation, ville: str) -> HttpResponse:
    form = Inscription(une.courriel, request.POST or None)
    if request.method == "POST" and form.is_valid():
        user = accepter_en_creant(une, form.cleaned_data["nom"], form.cleaned_data["mot_de_passe"])
        login(request, user, backend=BACKEND)
        return _arriver(request, une)
    return render(request, "compte/inscription.html", {"form": form, "invitation": une, "de_ville": of(ville)})


def _arriver(request: HttpRequest, une: Invitation) -> HttpResponse:
    messages.success(request, "Vous avez rejoint l’espace de la ville.")
    return redirect(f"/espace/{une.commune}/")
