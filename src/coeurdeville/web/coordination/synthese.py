"""The synthesis in preparation: each sentence with what it rests on, to be changed or left out before publishing."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET, require_POST

from coeurdeville.comptes.droits import COORDONNER
from coeurdeville.programme.etats.franchir import empechements
from coeurdeville.programme.models import Synthese
from coeurdeville.programme.syntheses.ecriture import appliquer, ecrire, retablir, retoucher, retouches
from coeurdeville.programme.syntheses.lecture import saison_de, synthese_de, version_publiee
from coeurdeville.programme.syntheses.papier import document
from coeurdeville.programme.syntheses.versions import chapitres, comparer
from coeurdeville.reports.documents import render_pdf
from coeurdeville.web.acces import exige, utilisateur
from coeurdeville.web.espace.travaux.actes import fait


@exige(COORDONNER)
@require_GET
def synthese(request: HttpRequest, slug: str) -> HttpResponse:
    """Every sentence as the records give it, with what was written instead."""
    found = _synthese(slug)
    chapters, changes = ecrire(found.saison), retouches(found)
    last = version_publiee(found.saison)
    shown = [
        (one, [(s, changes.get(s.cle), s.cle in changes and changes[s.cle].depassee(s)) for s in one.phrases])
        for one in chapters
    ]
    context = {
        "synthese": found,
        "chapitres": shown,
        "manques": empechements(found, "publier", utilisateur(request)),
        "version": last,
        "changements": comparer(chapitres(last), appliquer(chapters, changes)) if last else None,
    }
    return render(request, "coordination/synthese.html", context)


@require_POST
@exige(COORDONNER)
def phrase(request: HttpRequest, slug: str, cle: str) -> HttpResponse:
    """Write something else instead of a sentence, leave it out, or give it back."""
    found, user = _synthese(slug), utilisateur(request)
    back = reverse("synthese-preparation", args=(slug,)) + f"#{cle}"
    if "retablir" in request.POST:
        return fait(request, lambda: retablir(found, cle), "La phrase est rétablie.", back)
    text = "" if "retirer" in request.POST else request.POST.get("texte", "")
    said = "La phrase est retouchée." if text.strip() else "La phrase ne sera pas publiée."
    return fait(request, lambda: retoucher(found, cle, text, user), said, back)


@exige(COORDONNER)
@require_GET
def apercu(request: HttpRequest, slug: str) -> HttpResponse:
    """The paper, as it would be published today."""
    found = _synthese(slug)
    paper = document(found.saison, localdate(), 0, appliquer(ecrire(found.saison), retouches(found)))
    return HttpResponse(render_pdf(paper), "application/pdf")


def _synthese(slug: str) -> Synthese:
    season = saison_de(slug)
    if season is None:
        raise Http404
    return synthese_de(season)
