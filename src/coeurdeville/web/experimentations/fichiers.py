"""The files of a project: sent, listed, taken."""

from __future__ import annotations

from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from coeurdeville.programme.experimentations.cloture import refuser_close
from coeurdeville.programme.experimentations.fichiers import fichier as find
from coeurdeville.programme.experimentations.fichiers import fichiers
from coeurdeville.programme.experimentations.lecture import ecrit, ecrit_encore, experimentation, lit
from coeurdeville.programme.lieux import pieces_du_projet
from coeurdeville.programme.models import Experimentation
from coeurdeville.web.acces import sur, utilisateur
from coeurdeville.web.espace.travaux.actes import fait
from coeurdeville.web.experimentations import objets
from coeurdeville.web.experimentations.objets import Fichier
from coeurdeville.web.experimentations.rubriques import ONGLETS
from coeurdeville.web.uploads import LAST, received


@never_cache
@require_safe
@sur(experimentation, lit)
def liste(request: HttpRequest, projet: Experimentation) -> HttpResponse:
    """What the project keeps."""
    context = {"projet": projet, "onglets": ONGLETS, "fichiers": fichiers(projet), "fin": LAST,
               "peut_ecrire": ecrit_encore(utilisateur(request), projet)}  # fmt: skip
    return render(request, "experimentations/fichiers.html", context)


@require_http_methods(["POST"])
@sur(experimentation, ecrit)
def envoyer(request: HttpRequest, projet: Experimentation) -> HttpResponse:
    """One more file: its content tells what it is."""

    def keep() -> None:
        refuser_close(projet)
        received(request, "fichier", pieces_du_projet(projet.pk))

    return fait(request, keep, "Le fichier est gardé.", f"/experimentations/{projet.pk}/fichiers/")


@require_safe
@sur(objets.fichier, objets.lit)
def prendre(request: HttpRequest, one: Fichier) -> HttpResponseBase:
    """A file, to keep and never to show."""
    path = find(one.projet, one.nom)
    if path is None:
        raise Http404
    answer = FileResponse(path.open("rb"), as_attachment=True, filename=path.name,
                          content_type="application/octet-stream")  # fmt: skip
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
