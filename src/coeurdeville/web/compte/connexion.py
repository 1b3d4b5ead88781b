"""Signing in with a password or by a link, signing out."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth import authenticate, login, logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from coeurdeville.comptes.connexion import compte_du_lien, consommer_lien, envoyer_lien
from coeurdeville.comptes.courriels import partent
from coeurdeville.comptes.entree import dater_lien
from coeurdeville.comptes.models import Utilisateur
from coeurdeville.core.problems import Refused
from coeurdeville.web.compte.formulaire import Formulaire, courriel, mot_de_passe
from coeurdeville.web.compte.proconnect.sortie import sortie
from coeurdeville.web.compte.suite import arrivee, interne, suite

WRONG = "Adresse ou mot de passe incorrect. Vérifiez-les, ou demandez un lien de connexion."
BACKEND = "django.contrib.auth.backends.ModelBackend"


class Connexion(Formulaire):
    """An address and its password."""

    courriel = courriel(autocomplete="username")
    mot_de_passe = mot_de_passe()


class DemandeLien(Formulaire):
    """The address that is to receive a link."""

    courriel = courriel(autocomplete="username")


@sensitive_post_parameters("mot_de_passe")
@never_cache
@require_http_methods(["GET", "POST"])
def connexion(request: HttpRequest) -> HttpResponse:
    """The sign-in page. Nothing it says depends on whether an account exists."""
    if request.user.is_authenticated:
        return redirect(arrivee(request))
    form = Connexion(request.POST or None)
    if request.method == "POST" and form.is_valid():
        user = authenticate(request, courriel=form.cleaned_data["courriel"], password=form.cleaned_data["mot_de_passe"])
        if user:
            return _entrer(request, user, arrivee(request))
        form.add_error(None, WRONG)
    context = {"form": form, "suite": suite(request), "proconnect": settings.PROCONNECT}
    return render(request, "compte/connexion.html", context)


@never_cache
@require_http_methods(["GET", "POST"])
def demander_lien(request: HttpRequest) -> HttpResponse:
    """Ask for a link that signs in; the answer is the same for every address."""
    form = DemandeLien(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            envoyer_lien(form.cleaned_data["courriel"], request.META["REMOTE_ADDR"], suite(request))
            context = {"courriel": form.cleaned_data["courriel"], "partent": partent()}
            return render(request, "compte/lien_envoye.html", context)
        except Refused as refused:
            form.refuse(refused)
    return render(request, "compte/demander_lien.html", {"form": form, "suite": suite(request)})


@never_cache
@require_http_methods(["GET", "POST"])
def lien(request: HttpRequest, jeton: str) -> HttpResponse:
    """Sign in by a link. Reading it changes nothing (mail servers open links by themselves): the button does."""
    found = consommer_lien(jeton) if request.method == "POST" else compte_du_lien(jeton)
    if found is None:
        return render(request, "compte/lien_perime.html", status=410)
    if request.method == "POST":
        answer = _entrer(request, found[0], interne(request, found[1]) or settings.LOGIN_REDIRECT_URL)
        dater_lien(request)
        return answer
    return render(request, "compte/lien.html", {"courriel": found[0].courriel})


@require_POST
def deconnexion(request: HttpRequest) -> HttpResponse:
    """Sign out, of ProConnect too when it was the way in."""
    elsewhere = sortie(request)
    logout(request)
    if elsewhere:
        request.session["proconnect_sortie"] = elsewhere.etat
        return render(request, "compte/proconnect_sortie.html", {"adresse": elsewhere.adresse})
    return redirect(settings.LOGOUT_REDIRECT_URL)


def _entrer(request: HttpRequest, user: Utilisateur, page: str) -> HttpResponseRedirect:
    """Open the session; a second factor, when one is due, is asked by the page that is reached."""
    login(request, user, backend=BACKEND)
    return HttpResponseRedirect(page)
