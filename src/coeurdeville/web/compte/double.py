"""The second factor: setting it up, giving it, renewing its recovery codes, taking it off."""

from __future__ import annotations

import segno
from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.safestring import mark_safe
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST
from django_otp import login as otp_login

from coeurdeville.comptes.droits import a_second_facteur, attend_second_facteur, doit_second_facteur
from coeurdeville.comptes.second_facteur import activer, cle, preparer, renouveler_codes, retirer, verifier
from coeurdeville.core.problems import Refused
from coeurdeville.web.acces import SECOND_FACTOR, connecte, utilisateur
from coeurdeville.web.compte.formulaire import Formulaire
from coeurdeville.web.compte.preuve import Preuve
from coeurdeville.web.compte.suite import arrivee, suite

SET_UP = "/compte/double-authentification/"


class Code(Formulaire):
    """A code of the telephone, or a recovery code."""

    code = forms.CharField(
        label="Code",
        max_length=40,
        widget=forms.TextInput({"autocomplete": "one-time-code", "autocapitalize": "none", "spellcheck": "false"}),
        error_messages={"required": "Saisissez un code."},
    )


@never_cache
@login_required
@require_http_methods(["GET", "POST"])
def second_facteur(request: HttpRequest) -> HttpResponse:
    """Ask for a code, once a session."""
    if not attend_second_facteur(utilisateur(request)):
        return redirect(arrivee(request))
    if not a_second_facteur(utilisateur(request)):
        return redirect(SET_UP)
    form = Code(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            otp_login(request, verifier(utilisateur(request), form.cleaned_data["code"]))
            return redirect(arrivee(request))
        except Refused as refused:
            form.refuse(refused, "code")
    return render(request, "compte/second_facteur.html", {"form": form, "suite": suite(request)})


@never_cache
@login_required
@require_http_methods(["GET", "POST"])
def double_authentification(request: HttpRequest) -> HttpResponse:
    """Set up the telephone, or say that it is set up."""
    if a_second_facteur(utilisateur(request)):
        if attend_second_facteur(utilisateur(request)):
            return redirect(SECOND_FACTOR)
        return render(request, "compte/double.html", {"due": doit_second_facteur(utilisateur(request))})
    form = Code(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            device, codes = activer(utilisateur(request), form.cleaned_data["code"])
            otp_login(request, device)
            return render(request, "compte/codes_secours.html", {"codes": codes})
        except Refused as refused:
            form.refuse(refused, "code")
    device = preparer(utilisateur(request))
    drawn = mark_safe(segno.make(device.config_url).svg_inline(scale=5, border=4))
    context = {"form": form, "qr": drawn, "cle": cle(device), "due": doit_second_facteur(utilisateur(request))}
    return render(request, "compte/activer_double.html", context)


@never_cache
@require_POST
@connecte
def codes_secours(request: HttpRequest) -> HttpResponse:
    """Other recovery codes, shown once."""
    if not a_second_facteur(utilisateur(request)):
        return redirect(SET_UP)
    return render(request, "compte/codes_secours.html", {"codes": renouveler_codes(utilisateur(request))})


@sensitive_post_parameters("actuel")
@never_cache
@connecte
@require_http_methods(["GET", "POST"])
def retirer_double(request: HttpRequest) -> HttpResponse:
    """Take the second factor off, once proved; the coordination then sets up another before anything else."""
    if not a_second_facteur(utilisateur(request)):
        return redirect(SET_UP)
    form = Preuve(request, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        retirer(utilisateur(request))
        messages.success(request, "La double authentification est retirée de votre compte.")
        return redirect(SET_UP)
    return render(request, "compte/retirer_double.html", {"form": form})
