"""Files joined to a candidature, on a page of their own: an upload that is cut takes nothing typed with it."""

from __future__ import annotations

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from coeurdeville.comptes.droits import MODIFIER_ESPACE, VOIR_ESPACE
from coeurdeville.core.problems import Problem, Refused
from coeurdeville.programme.candidatures.lecture import Dossier, piece_de, pieces_de
from coeurdeville.programme.candidatures.pieces import LIMITS, MOST, fichier, joindre, retirer
from coeurdeville.web.acces import exige, utilisateur
from coeurdeville.web.espace.candidatures.demande import commun, demandee
from coeurdeville.web.espace.travaux.actes import fait
from coeurdeville.web.uploads import received


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def liste(request: HttpRequest, commune: str, pk: int) -> HttpResponse:
    """The files, and the form that joins one."""
    view = _joindre if request.method == "POST" else _lire
    return view(request, commune=commune, pk=pk)  # type: ignore[return-value]


@require_safe
@exige(VOIR_ESPACE)
def telecharger(request: HttpRequest, commune: str, pk: int, piece: int) -> HttpResponseBase:
    """A file, to keep and never to show."""
    found = piece_de(demandee(commune, pk).candidature, piece)
    if found is None or not fichier(found.empreinte).is_file():
        raise Http404
    file = fichier(found.empreinte).open("rb")
    return FileResponse(file, as_attachment=True, filename=found.nom, content_type="application/octet-stream")


@require_POST
@exige(MODIFIER_ESPACE)
def retrait(request: HttpRequest, commune: str, pk: int, piece: int) -> HttpResponse:
    """Take a file out of the draft."""
    found = piece_de(demandee(commune, pk).candidature, piece)
    if found is None:
        raise Http404
    said = f"«\u00a0{found.nom}\u00a0» est retiré. Un dépôt déjà fait le garde."
    back = f"/espace/{commune}/candidatures/{pk}/pieces/"
    return fait(request, lambda: retirer(found), said, back)


@exige(VOIR_ESPACE)
def _lire(request: HttpRequest, commune: str, pk: int) -> HttpResponse:
    return _page(request, demandee(commune, pk))


@exige(MODIFIER_ESPACE)
def _joindre(request: HttpRequest, commune: str, pk: int) -> HttpResponse:
    found = demandee(commune, pk)
    try:
        made = joindre(
            found.candidature, lambda folder: received(request, "fichier", folder, LIMITS), utilisateur(request)
        )
    except Refused as refused:
        return _page(request, found, refused.problems)
    messages.success(request, f"«\u00a0{made.nom}\u00a0» est joint.")
    return redirect("candidature-pieces", commune, pk)


def _page(request: HttpRequest, found: Dossier, problems: tuple[Problem, ...] = ()) -> HttpResponse:
    here = pieces_de(found.candidature)
    context = {
        **commun(request, found),
        "pieces": here,
        "problems": problems,
        "taille": LIMITS.size // 1000**2,
        "reste": MOST - len(here),
        "ouvert": any(found.ouvert(one.cle) for one in found.form if one.sorte == "pieces"),
    }
    return render(request, "candidatures/pieces.html", context, status=400 if problems else 200)
