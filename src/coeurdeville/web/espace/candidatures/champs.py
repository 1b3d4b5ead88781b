"""One field: saved by the script as it is typed, and its history."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.timezone import localtime
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from coeurdeville.comptes.droits import MODIFIER_ESPACE, VOIR_ESPACE
from coeurdeville.core.problems import Refused
from coeurdeville.programme.appels.formulaire import Champ
from coeurdeville.programme.candidatures.ecritures import Ecrit, ecrire, histoire_du_champ, restaurer
from coeurdeville.programme.candidatures.lecture import Dossier
from coeurdeville.programme.candidatures.mots import dite
from coeurdeville.programme.candidatures.saisie import base_de, lue
from coeurdeville.programme.horloge import instant
from coeurdeville.web.acces import exige, utilisateur
from coeurdeville.web.espace.candidatures.demande import commun, demandee
from coeurdeville.web.espace.travaux.actes import fait


@never_cache
@require_POST
@exige(MODIFIER_ESPACE)
def enregistrer(request: HttpRequest, commune: str, pk: int, champ: str) -> HttpResponse:
    """Save one field: `{etat, version, dit}`; `etat` is `enregistre`, `ecart` or `refuse`."""
    found, question = _asked(commune, pk, champ)
    sent = request.POST.dict()
    try:
        done = ecrire(found.candidature, champ, lue(question, sent), base_de(question, sent), utilisateur(request))
    except Refused as refused:
        told = " ".join(f"{one.message} {one.cure}" for one in refused.problems)
        return JsonResponse({"etat": "refuse", "dit": told}, status=400)
    return JsonResponse(_told(found, done))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@exige(VOIR_ESPACE)
def histoire(request: HttpRequest, commune: str, pk: int, champ: str) -> HttpResponse:
    """Everything that was written in a field; one of its texts may come back."""
    found, question = _asked(commune, pk, champ)
    if request.method == "POST":
        return _restaurer(request, commune=commune, pk=pk, champ=champ)  # type: ignore[return-value]
    kept = found.reponses.get(champ)
    lines = [(one, instant(one.le), dite(question, one.valeur)) for one in histoire_du_champ(found.candidature, champ)]
    context = {**commun(request, found), "champ": question, "version": kept.version if kept else 0, "lignes": lines}
    return render(request, "candidatures/histoire.html", {**context, "ouvert": found.ouvert(champ)})


@exige(MODIFIER_ESPACE)
def _restaurer(request: HttpRequest, commune: str, pk: int, champ: str) -> HttpResponse:
    found, question = _asked(commune, pk, champ)
    asked = request.POST.get("ecriture", "")
    chosen = next((one for one in histoire_du_champ(found.candidature, champ) if str(one.pk) == asked), None)
    if chosen is None:
        raise Http404
    base = base_de(question, request.POST.dict())
    return fait(
        request, lambda: restaurer(chosen, base, utilisateur(request)), "Ce texte est de nouveau la réponse.",
        request.path,
    )  # fmt: skip


def _asked(commune: str, pk: int, champ: str) -> tuple[Dossier, Champ]:
    found = demandee(commune, pk)
    question = found.form.champ(champ)
    if question is None:
        raise Http404
    return found, question


def _told(found: Dossier, done: Ecrit) -> dict[str, object]:
    there = localtime(done.le)
    hour = f"{there.hour}\u00a0h\u00a0{there.minute:02d}"
    if done.a_cote is None:
        return {"etat": "enregistre", "version": done.version, "dit": f"Enregistré à {hour}."}
    address = f"/espace/{found.candidature.commune}/candidatures/{found.candidature.pk}/ecarts/{done.a_cote.pk}/"
    said = f"Quelqu’un d’autre a écrit ici pendant ce temps. Votre texte est gardé à côté du sien, à {hour}."
    return {"etat": "ecart", "version": done.version, "dit": said, "adresse": address}
