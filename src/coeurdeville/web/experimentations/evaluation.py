"""The evaluation of a project, and its conditions tested on every town."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from coeurdeville.programme.etats.franchir import empechements
from coeurdeville.programme.evaluations.durables import verifier_tout
from coeurdeville.programme.evaluations.lecture import ecrit, evaluation, lit, lue
from coeurdeville.programme.evaluations.redeploiement import eprouver
from coeurdeville.programme.experimentations.derive import derive
from coeurdeville.programme.experimentations.ecriture import changer
from coeurdeville.programme.experimentations.suspensions import suspensions
from coeurdeville.programme.models import Evaluation
from coeurdeville.web.acces import sur, utilisateur
from coeurdeville.web.espace.travaux.actes import fait
from coeurdeville.web.experimentations.carte import carte
from coeurdeville.web.experimentations.fiches import WRITE, form_page, kept
from coeurdeville.web.experimentations.formulaires import MARK, formulaire
from coeurdeville.web.experimentations.rubriques import ONGLETS, RUBRIQUES

TEXTES = ("forme", "service", "usagers", "actions_non_numeriques", "methode", "echecs")


@never_cache
@require_safe
@sur(evaluation, lit)
def page(request: HttpRequest, one: Evaluation) -> HttpResponse:
    """The four aims, one after the other, with what is lacking to hand it in."""
    projet, user = one.experimentation, utilisateur(request)
    open_to, stops = ecrit(user, one), suspensions([projet])[projet.pk]
    context = {
        "projet": projet, "evaluation": one, "ici": "evaluation", "onglets": ONGLETS, "rubriques": RUBRIQUES,
        "peut_ecrire": open_to,
        "lue": lue(one), "derive": derive(projet, list(projet.etapes.all()), stops, localdate()),
        "manques": empechements(one, "soumettre", user) if open_to else [],
    }  # fmt: skip
    return render(request, "experimentations/evaluation.html", context)


@never_cache
@WRITE
@sur(evaluation, ecrit)
def service(request: HttpRequest, one: Evaluation) -> HttpResponse:
    """What the service is, who uses it, what failed."""
    form = formulaire(one.experimentation, one, TEXTES, request.POST or None)
    back, seen = _address(one), request.POST.get(MARK, "")
    if kept(request, form, lambda record: changer(record, utilisateur(request), seen)):
        return redirect(back)
    return form_page(request, form, one.experimentation, "Dire le service", back)


@require_POST
@sur(evaluation, ecrit)
def verifier(request: HttpRequest, one: Evaluation) -> HttpResponse:
    """Look at the data again."""
    said = "Les données ont été regardées de nouveau dans l’inventaire de la ville."
    return fait(request, lambda: verifier_tout(one), said, f"{_address(one)}#donnees")


@never_cache
@require_safe
@sur(evaluation, lit)
def redeploiement(request: HttpRequest, one: Evaluation) -> HttpResponse:
    """The conditions against the towns of the programme."""
    found = eprouver(one)
    context = {"projet": one.experimentation, "evaluation": one, "ici": "evaluation",
               "onglets": ONGLETS, "epreuve": found,
               "carte": carte(found)}  # fmt: skip
    return render(request, "experimentations/redeploiement.html", context)


def _address(one: Evaluation) -> str:
    return f"/experimentations/{one.experimentation_id}/evaluation/"
