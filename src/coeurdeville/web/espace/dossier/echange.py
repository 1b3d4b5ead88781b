"""The folder as one file, out and in."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, cast

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from coeurdeville.comptes.droits import MODIFIER_ESPACE, VOIR_ESPACE
from coeurdeville.core.problems import Problem, Refused
from coeurdeville.espaces.dossiers import apercu, dossier, importer
from coeurdeville.espaces.lieux import depot
from coeurdeville.inventory.controle import check_file
from coeurdeville.inventory.revisions.archive import left_aside
from coeurdeville.readers.limits import MAX_BYTES
from coeurdeville.readers.reception.names import safe_name
from coeurdeville.readers.reception.streaming import stream_to
from coeurdeville.web.acces import exige
from coeurdeville.web.espace.dossier.ajout import NO_FILE
from coeurdeville.web.espace.dossier.demande import membre
from coeurdeville.web.espace.dossier.formulaires import Motif
from coeurdeville.web.espace.dossier.mots import pour_le_web
from coeurdeville.web.uploads import require_whole


@never_cache
@require_safe
@exige(VOIR_ESPACE)
def exporter(request: HttpRequest, commune: str) -> HttpResponseBase:
    """The last revision and its history as one ZIP file."""
    last = depot(commune).derniere()
    if last is None:
        raise Http404
    content = tempfile.TemporaryFile()  # noqa: SIM115 - the answer closes it
    depot(commune).ecrire_archive(content)
    content.seek(0)
    return FileResponse(content, as_attachment=True, filename=f"ville-{commune}-revision-{last.numero}.zip")


@never_cache
@exige(MODIFIER_ESPACE)
def importation(request: HttpRequest, commune: str) -> HttpResponse:
    """The form of a ZIP file, whose folder becomes the last revision."""
    form = Motif(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            return _importe(request, commune, form.cleaned_data["motif"])
        except Refused as refused:
            form.refuse(refused)
    context = {"dossier": apercu(commune), "form": form}
    return render(request, "espace/importer.html", context, status=400 if form.errors else 200)


def _importe(request: HttpRequest, commune: str, motif: str) -> HttpResponse:
    require_whole(request)
    sent = request.FILES.get("fichier")
    if sent is None:
        raise Refused([NO_FILE()])
    before = depot(commune).derniere()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / safe_name(sent.name or "dossier.zip")
        stream_to(path, cast("BinaryIO", sent), path.name, most=MAX_BYTES, announced=sent.size)
        made = importer(commune, path, membre(request), motif or f"Import de {sent.name}"[:300])
        aside = left_aside(path)
    if before is not None and made.numero == before.numero:
        messages.info(request, f"Ce dossier est le même que la révision {made.numero}\u00a0: rien n’a changé.")
    else:
        messages.success(request, f"Dossier importé\u00a0: révision {made.numero}.")
    for one in pour_le_web((*([aside] if aside else []), *_missing(commune))):
        messages.warning(request, f"{one.message} {one.cure}")
    return redirect("espace", commune)


def _missing(commune: str) -> Iterator[Problem]:
    """The files that the inventory names and the folder has not."""
    found = dossier(commune)
    if found.ville is not None:
        for donnee in found.donnees:
            yield from check_file(donnee, found.ville.dossier)
