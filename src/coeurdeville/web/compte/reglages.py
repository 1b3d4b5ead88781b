"""What a user changes of their account: name, password, address, open sessions."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.password_validation import validate_password
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from coeurdeville.comptes.reglages import (
    changer_mot_de_passe,
    changer_nom,
    confirmer_courriel,
    demander_courriel,
    fermer_sessions,
)
from coeurdeville.core.problems import Refused
from coeurdeville.web.acces import connecte, utilisateur
from coeurdeville.web.compte.formulaire import Formulaire, courriel, mot_de_passe
from coeurdeville.web.compte.preuve import Preuve

HOME = "/compte/"


class Nom(Formulaire):
    """The name that other members read."""

    nom = forms.CharField(
        label="Nom et prénom",
        max_length=150,
        required=False,
        widget=forms.TextInput({"autocomplete": "name"}),
        help_text="Les membres de vos villes le lisent. Laissé vide, ils lisent votre adresse électronique.",
    )


class MotDePasse(Preuve):
    """A new password, and the one of today when there is one and no link has just been opened."""

    lien_suffit = True
    nouveau = mot_de_passe("Nouveau mot de passe", nouveau=True)

    def clean_nouveau(self) -> str:
        """A password that is hard to guess."""
        typed = str(self.cleaned_data["nouveau"])
        validate_password(typed, utilisateur(self.request))
        return typed


class Courriel(Preuve):
    """The address that the account is to have."""

    courriel = courriel("Nouvelle adresse électronique")


@connecte
@require_http_methods(["GET", "POST"])
def nom(request: HttpRequest) -> HttpResponse:
    """Change one's name."""
    form = Nom(request.POST if request.method == "POST" else None, initial={"nom": utilisateur(request).nom})
    if request.method == "POST" and form.is_valid():
        changer_nom(utilisateur(request), form.cleaned_data["nom"])
        messages.success(request, "Votre nom est enregistré.")
        return redirect(HOME)
    return render(request, "compte/nom.html", {"form": form})


@sensitive_post_parameters("actuel", "nouveau")
@never_cache
@connecte
@require_http_methods(["GET", "POST"])
def changer(request: HttpRequest) -> HttpResponse:
    """Change one's password; this session goes on, the others end."""
    form = MotDePasse(request, request.POST or None)
    if request.method == "POST" and form.is_valid():
        told = changer_mot_de_passe(utilisateur(request), form.cleaned_data["nouveau"])
        update_session_auth_hash(request, utilisateur(request))
        messages.success(request, "Votre mot de passe est changé. Vos autres sessions sont fermées.")
        if not told:
            messages.warning(request, "Le courriel qui devait vous le confirmer n’est pas parti.")
        return redirect(HOME)
    return render(request, "compte/mot_de_passe.html", {"form": form})


@connecte
@require_http_methods(["GET", "POST"])
def changer_courriel(request: HttpRequest) -> HttpResponse:
    """Ask for another address; the account has it once the link sent there is opened."""
    form = Courriel(request, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            demander_courriel(utilisateur(request), form.cleaned_data["courriel"])
            return render(request, "compte/courriel_envoye.html", {"courriel": form.cleaned_data["courriel"]})
        except Refused as refused:
            form.refuse(refused)
    return render(request, "compte/changer_courriel.html", {"form": form})


@connecte
@require_http_methods(["GET", "POST"])
def courriel_confirme(request: HttpRequest, jeton: str) -> HttpResponse:
    """Take the address of a link, by the button of the page."""
    if request.method != "POST":
        return render(request, "compte/confirmer_courriel.html")
    if not confirmer_courriel(utilisateur(request), jeton):
        return render(request, "compte/lien_perime.html", {"courriel": True}, status=410)
    messages.success(request, "Votre compte a une nouvelle adresse.")
    return redirect(HOME)


@require_POST
@connecte
def fermer(request: HttpRequest) -> HttpResponse:
    """End every session but this one."""
    fermer_sessions(utilisateur(request))
    update_session_auth_hash(request, utilisateur(request))
    messages.success(request, "Vos autres sessions sont fermées.")
    return redirect(HOME)
