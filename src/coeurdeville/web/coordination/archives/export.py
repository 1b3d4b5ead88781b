"""A call taken out for the archives."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from typing import IO

from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from coeurdeville.comptes.droits import COORDONNER
from coeurdeville.programme.candidatures.archives.feuilles import classeur, en_csv
from coeurdeville.programme.candidatures.archives.liasse import liasse
from coeurdeville.programme.candidatures.archives.lignes import notes, tableau
from coeurdeville.programme.candidatures.lecture import appel_de
from coeurdeville.programme.models import Appel
from coeurdeville.web.acces import exige

SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FILES: Mapping[str, tuple[str, Callable[[Appel, bool], bytes]]] = {
    "candidatures.csv": ("text/csv; charset=utf-8", lambda appel, _: en_csv(tableau(appel))),
    "notes.csv": ("text/csv; charset=utf-8", lambda appel, noms: en_csv(notes(appel, noms=noms))),
    "candidatures.xlsx": (SPREADSHEET, lambda appel, noms: classeur(appel, noms=noms)),
}
BUNDLE = "archives.zip"


@never_cache
@require_safe
@exige(COORDONNER)
def page(request: HttpRequest, slug: str) -> HttpResponse:
    """What may be taken."""
    return render(request, "coordination/export.html", {"appel": _asked(slug), "fichiers": [*FILES, BUNDLE]})


@never_cache
@require_safe
@exige(COORDONNER)
def fichier(request: HttpRequest, slug: str, nom: str) -> HttpResponseBase:
    """One file; with the names of reviewers when the address asks for them."""
    appel, named = _asked(slug), request.GET.get("noms") == "oui"
    if nom == BUNDLE:
        return FileResponse(_bundle(appel, named), as_attachment=True, filename=f"{appel.slug}-{nom}")
    if nom not in FILES:
        raise Http404
    sort, make = FILES[nom]
    answer = HttpResponse(make(appel, named), content_type=sort)
    answer["Content-Disposition"] = f'attachment; filename="{appel.slug}-{nom}"'
    return answer


def _bundle(appel: Appel, named: bool) -> IO[bytes]:
    """On the disk: a call may weigh as much as all that was joined."""
    file = tempfile.TemporaryFile()  # noqa: SIM115
    liasse(appel, file, noms=named)
    file.seek(0)
    return file


def _asked(slug: str) -> Appel:
    found = appel_de(slug)
    if found is None:
        raise Http404
    return found
