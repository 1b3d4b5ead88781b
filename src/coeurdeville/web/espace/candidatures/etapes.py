"""One step of the form: read, typed, saved as a whole when there is no script."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from coeurdeville.comptes.droits import MODIFIER_ESPACE, VOIR_ESPACE
from coeurdeville.core.french import number
from coeurdeville.core.problems import Refused
from coeurdeville.programme.appels.formulaire import Champ, Etape, Sorte
from coeurdeville.programme.candidatures.connu import connu
from coeurdeville.programme.candidatures.ecritures import Ecrit, ecrire
from coeurdeville.programme.candidatures.lecture import Dossier, pieces_de
from coeurdeville.programme.candidatures.saisie import base_de, envoye, lue
from coeurdeville.web.acces import exige, utilisateur
from coeurdeville.web.espace.candidatures.demande import commun, demandee
from coeurdeville.web.espace.candidatures.questions import Question, questions
from coeurdeville.web.espace.dossier.reprise import garde_la_saisie, oublier, saisie_gardee


@never_cache
@garde_la_saisie
@require_http_methods(["GET", "HEAD", "POST"])
def etape(request: HttpRequest, commune: str, pk: int, cle: str) -> HttpResponse:
    """The questions of a step, or what is sent of them."""
    view = _enregistrer if request.method == "POST" else _lire
    return view(request, commune=commune, pk=pk, cle=cle)  # type: ignore[return-value]


@exige(VOIR_ESPACE)
def _lire(request: HttpRequest, commune: str, pk: int, cle: str) -> HttpResponse:
    found, step = _asked(commune, pk, cle)
    kept = saisie_gardee(request)
    return _page(request, found, step, kept.dict() if kept is not None else None)  # type: ignore[arg-type]


@exige(MODIFIER_ESPACE)
def _enregistrer(request: HttpRequest, commune: str, pk: int, cle: str) -> HttpResponse:
    found, step = _asked(commune, pk, cle)
    sent: Mapping[str, str] = request.POST.dict()
    done, fautes = _written(request, found, step, sent)
    oublier(request)
    if fautes:
        return _page(request, found, step, sent, fautes, gardees=bool(done))
    beside = next((one.a_cote for one in done if one.a_cote is not None), None)
    if beside is not None:
        return redirect("candidature-ecart", commune, pk, beside.pk)
    return _next(found, step, "joindre" in sent, "rester" in sent)


def _asked(commune: str, pk: int, cle: str) -> tuple[Dossier, Etape]:
    found = demandee(commune, pk)
    step = found.form.etape(cle)
    if step is None:
        raise Http404
    return found, step


def _written(
    request: HttpRequest, found: Dossier, step: Etape, sent: Mapping[str, str]
) -> tuple[list[Ecrit], dict[str, list[str]]]:
    """What is saved, and what is wrong with the rest, by field: one that is refused keeps no other from being saved."""
    done, fautes = list[Ecrit](), dict[str, list[str]]()
    for champ in step.champs:
        if champ.sorte is Sorte.PIECES or not envoye(champ, sent):
            continue
        try:
            done.append(
                ecrire(found.candidature, champ.cle, lue(champ, sent), base_de(champ, sent), utilisateur(request))
            )
        except Refused as refused:
            fautes[champ.cle] = [f"{one.message} {one.cure}" for one in refused.problems]
    return done, fautes


def _next(found: Dossier, step: Etape, attach: bool, stay: bool) -> HttpResponse:
    commune, pk = found.candidature.commune, found.candidature.pk
    if attach:
        return redirect("candidature-pieces", commune, pk)
    if stay:
        return redirect("candidature-etape", commune, pk, step.cle)
    after = found.suivante(step.cle)
    if after is None:
        return redirect("candidature-relire", commune, pk)
    return redirect("candidature-etape", commune, pk, after.cle)


def _page(
    request: HttpRequest, found: Dossier, step: Etape, sent: Mapping[str, str] | None,
    fautes: Mapping[str, Sequence[str]] | None = None, *, gardees: bool = False,
) -> HttpResponse:  # fmt: skip
    known = connu(found.candidature.commune)
    asked: list[Champ] = list(step.champs)
    shown = questions(found, asked, known, sent, fautes)
    context = {
        **commun(request, found),
        "etape": step,
        "rang": found.form.etapes.index(step) + 1,
        "questions": shown,
        "resume": _resume(shown),
        "gardees": gardees,
        "ouverte": any(found.ouvert(one.cle) for one in asked),
        "fautes": fautes or {},
        "connu": known,
        "population": number(known.commune.population) if known.commune and known.commune.population else "",
        "pieces": pieces_de(found.candidature) if any(one.sorte is Sorte.PIECES for one in asked) else (),
        "derniere": found.suivante(step.cle) is None,
    }
    return render(request, "candidatures/etape.html", context, status=400 if fautes else 200)


def _resume(shown: Sequence[Question]) -> Mapping[str, str]:
    """Each thing that is wrong, once, with the identifier of the first question that it is about."""
    return {fault: one.id for one in reversed(shown) for fault in one.fautes}
