"""Missions: those entrusted to me, those of a project, one of them."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from coeurdeville.programme.droits import coordination
from coeurdeville.programme.experimentations.ecriture import changer
from coeurdeville.programme.experimentations.lecture import experimentation, lit
from coeurdeville.programme.lieux import pieces_du_projet
from coeurdeville.programme.missions import lecture
from coeurdeville.programme.missions.creation import creer
from coeurdeville.programme.missions.lecture import mission as find
from coeurdeville.programme.models import Experimentation, Mission
from coeurdeville.web.acces import connecte, sur, utilisateur
from coeurdeville.web.espace.travaux.actes import fait
from coeurdeville.web.experimentations.fiches import WRITE, address, form_page, kept
from coeurdeville.web.experimentations.formulaires import MARK
from coeurdeville.web.experimentations.rubriques import ONGLETS
from coeurdeville.web.missions.formulaires import Commande, Rapport
from coeurdeville.web.uploads import LAST, received


@never_cache
@require_safe
@connecte
def liste(request: HttpRequest) -> HttpResponse:
    """Those entrusted to me; all of them for the coordination."""
    return render(request, "missions/liste.html", {"missions": lecture.confiees(utilisateur(request))})


@never_cache
@require_safe
@sur(find, lecture.lit)
def mission(request: HttpRequest, one: Mission) -> HttpResponse:
    """What was ordered, what was done, the report."""
    user = utilisateur(request)
    context = {
        "mission": one,
        "suit": lit(user, one.experimentation),
        "redige": lecture.redige(user, one),
        "commande": lecture.commande(user, one),
        "fin": LAST,
    }
    return render(request, "missions/mission.html", context)


@never_cache
@require_safe
@sur(experimentation, lit)
def du_projet(request: HttpRequest, projet: Experimentation) -> HttpResponse:
    """The missions of a project."""
    context = {"projet": projet, "onglets": ONGLETS, "ici": "missions", "missions": lecture.du_projet(projet),
               "commande": coordination(utilisateur(request))}  # fmt: skip
    return render(request, "experimentations/missions.html", context)


@never_cache
@WRITE
@sur(experimentation, coordination)
def nouvelle(request: HttpRequest, projet: Experimentation) -> HttpResponse:
    """Order a mission."""
    form = Commande(projet, Mission(experimentation=projet), request.POST or None)
    back = address(projet, "missions/")
    if kept(request, form, lambda one: creer(one, utilisateur(request))):
        return redirect(back)
    return form_page(request, form, projet, "Commander une mission", back)


@never_cache
@WRITE
@sur(find, lecture.commande)
def modifier(request: HttpRequest, one: Mission) -> HttpResponse:
    """Change what was ordered."""
    form, seen = Commande(one.experimentation, one, request.POST or None), request.POST.get(MARK, "")
    if kept(request, form, lambda record: changer(record, utilisateur(request), seen)):
        return redirect("mission", one.pk)
    return form_page(request, form, one.experimentation, "Modifier la commande", f"/missions/{one.pk}/")


@never_cache
@WRITE
@sur(find, lecture.redige)
def rapport(request: HttpRequest, one: Mission) -> HttpResponse:
    """Write the report and the days done."""
    form, seen = Rapport(one.experimentation, one, request.POST or None), request.POST.get(MARK, "")
    if kept(request, form, lambda record: changer(record, utilisateur(request), seen)):
        return redirect("mission", one.pk)
    return form_page(request, form, one.experimentation, "Écrire le rapport", f"/missions/{one.pk}/")


@require_POST
@sur(find, lecture.redige)
def joindre(request: HttpRequest, one: Mission) -> HttpResponse:
    """Join a file to the report: the former one stays among those of the project."""

    def keep() -> None:
        one.fichier = received(request, "fichier", pieces_du_projet(one.experimentation.pk)).path.name
        changer(one, utilisateur(request))

    return fait(request, keep, "Le fichier est joint au rapport.", f"/missions/{one.pk}/")
