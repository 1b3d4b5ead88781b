"""Groups: the public list, the page of one of them, who joins, its meetings."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from coeurdeville.comptes.models import Utilisateur
from coeurdeville.core.problems import Refused
from coeurdeville.programme.droits import coordination
from coeurdeville.programme.groupes import adhesions, ecriture, lecture
from coeurdeville.programme.groupes.lecture import groupe as find
from coeurdeville.programme.models import Groupe, Reunion
from coeurdeville.web.acces import connecte, sur, utilisateur
from coeurdeville.web.compte.formulaire import Formulaire
from coeurdeville.web.espace.travaux.actes import fait
from coeurdeville.web.groupes.formulaires import GroupeForm, ReunionForm

WRITE = require_http_methods(["GET", "HEAD", "POST"])


@never_cache
@require_safe
def liste(request: HttpRequest) -> HttpResponse:
    """Every group: its title, what it is about, how many towns it has."""
    context = {
        "page_title": "Groupes de travail",
        "page_summary": "Des villes qui partagent un sujet, retenues ou non par un appel.",
        "groupes": lecture.groupes(),
        "coordination": request.user.is_authenticated and coordination(utilisateur(request)),
    }
    return render(request, "groupes/liste.html", context)


@never_cache
@require_safe
def groupe(request: HttpRequest, slug: str) -> HttpResponse:
    """What a group is about, for everybody; its meetings and its drafts, for its members."""
    found = find(slug)
    if found is None:
        raise Http404
    user = utilisateur(request)
    context = {
        "page_title": found.titre, "page_summary": found.presentation[:200], "groupe": found, "vie": lecture.vie(found),
        "dedans": adhesions.entre(user, found), "anime": adhesions.anime(user, found),
        "villes": lecture.mes_villes(user, found), "coordination": user.is_authenticated and coordination(user),
    }  # fmt: skip
    return render(request, "groupes/groupe.html", context)


@never_cache
@WRITE
@connecte
def nouveau(request: HttpRequest) -> HttpResponse:
    """Open a group."""
    if not coordination(utilisateur(request)):
        raise PermissionDenied
    return _edit(request, Groupe(), "Ouvrir un groupe")


def _coordination(user: Utilisateur, _: Groupe) -> bool:
    return coordination(user)


@never_cache
@WRITE
@sur(find, _coordination)
def modifier(request: HttpRequest, one: Groupe) -> HttpResponse:
    """Change what a group is about."""
    return _edit(request, one, "Modifier le groupe")


@require_POST
@connecte
def rejoindre(request: HttpRequest, slug: str) -> HttpResponse:
    """Make one of one's towns a member."""
    return _act(request, slug, adhesions.rejoindre, "Votre ville est dans le groupe.")


@require_POST
@connecte
def quitter(request: HttpRequest, slug: str) -> HttpResponse:
    """Take one of one's towns out."""
    return _act(request, slug, adhesions.quitter, "Votre ville n’est plus dans le groupe.")


@never_cache
@WRITE
@sur(find, adhesions.anime)
def reunion_nouvelle(request: HttpRequest, one: Groupe) -> HttpResponse:
    """Call a meeting."""
    return _meeting(request, Reunion(groupe=one), "Annoncer une réunion")


def _anime(user: Utilisateur, one: Reunion) -> bool:
    return adhesions.anime(user, one.groupe)


@never_cache
@WRITE
@sur(lecture.reunion, _anime)
def reunion(request: HttpRequest, one: Reunion) -> HttpResponse:
    """Change a meeting, write its minutes."""
    return _meeting(request, one, "Réunion et compte rendu")


def _meeting(request: HttpRequest, one: Reunion, title: str) -> HttpResponse:
    form, back = ReunionForm(one, request.POST or None), f"/groupes/{one.groupe.slug}/"
    if kept(request, form, lambda: ecriture.garder(form.remplir(), utilisateur(request))):
        return redirect(back)
    return form_page(request, form, title, back)


def _edit(request: HttpRequest, one: Groupe, title: str) -> HttpResponse:
    form = GroupeForm(one, request.POST or None)
    if kept(request, form, lambda: ecriture.ouvrir(form.remplir())):
        return redirect("groupe", one.slug)
    return form_page(request, form, title, "/groupes/")


def _act(request: HttpRequest, slug: str, act: Callable[[Groupe, str, Utilisateur], object], said: str) -> HttpResponse:
    found = find(slug)
    if found is None:
        raise Http404
    town = request.POST.get("commune", "")
    return fait(request, lambda: act(found, town, utilisateur(request)), said, f"/groupes/{slug}/")


def kept(request: HttpRequest, form: Formulaire, keep: Callable[[], object]) -> bool:
    """Whether what was sent is kept; the form says why it is not."""
    if request.method != "POST" or not form.is_valid():
        return False
    try:
        keep()
    except Refused as refused:
        form.refuse(refused)
        return False
    messages.success(request, "C’est enregistré.")
    return True


def form_page(request: HttpRequest, form: Formulaire, title: str, back: str) -> HttpResponse:
    """The page of a form."""
    context = {"form": form, "titre": title, "retour": back}
    return render(request, "groupes/fiche.html", context, status=400 if form.errors else 200)
