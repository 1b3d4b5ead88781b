"""Who experiments with what, who wants it, who runs it, on any day."""

from __future__ import annotations

import csv
import io
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate, localtime
from django.views.decorators.http import require_safe

from coeurdeville.core.formulas import harmless
from coeurdeville.core.problems import Refused
from coeurdeville.programme.adoptions.diffusion import Diffusion, diffusion
from coeurdeville.programme.adoptions.jour import jour
from coeurdeville.programme.adoptions.mois import par_mois
from coeurdeville.web.public.generalisation.carte import carte
from coeurdeville.web.public.generalisation.courbes import courbes, lignes

TITLE = "La généralisation"
SUMMARY = "Les villes qui ont essayé un service, celles qui le veulent, celles où il tourne : jour après jour."
COLUMNS = ("au", "code_insee", "ville", "nature", "service", "service_slug", "etat", "depuis", "raison")
NATURES = {"experimentation": "expérimentation", "adoption": "adoption"}


@require_safe
def generalisation(request: HttpRequest) -> HttpResponse:
    """The map, the towns, the services and the months, at the end of the day `au`; today by default."""
    asked = request.GET.get("au", "")
    context: dict[str, Any] = {"page_title": TITLE, "page_summary": SUMMARY, "demande": asked}
    try:
        vue = diffusion(jour(asked, localdate()))
    except Refused as refused:
        return render(request, "generalisation/page.html", {**context, "problems": refused.problems}, status=400)
    months = par_mois(vue.au)
    context |= {
        "vue": vue, "demande": vue.au.isoformat(), "villes": vue.villes().values(), "services": vue.services().values(),
        "natures": NATURES, "carte": carte(vue), "courbes": courbes(months), "mois": lignes(months),
        "deployees": vue.decompte.get(("adoption", "deployee"), 0),
    }  # fmt: skip
    return render(request, "generalisation/page.html", context)


@require_safe
def etats_csv(request: HttpRequest) -> HttpResponse:
    """The same, a line a project or adoption; 400 in plain words when the day means nothing."""
    try:
        vue = diffusion(jour(request.GET.get("au", ""), localdate()))
    except Refused as refused:
        return HttpResponse(str(refused), "text/plain; charset=utf-8", status=400)
    name = f'attachment; filename="generalisation-{vue.au}.csv"'
    headers = {"Content-Disposition": name, "Access-Control-Allow-Origin": "*"}
    return HttpResponse(_csv(vue), "text/csv; charset=utf-8", headers=headers)


def _csv(vue: Diffusion) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for one in vue.faits:
        row = (vue.au.isoformat(), one.commune, one.nom, NATURES[one.sorte], one.titre, one.service, one.etat.nom,
               localtime(one.depuis).date().isoformat(), one.raison)  # fmt: skip
        writer.writerow(map(harmless, row))
    return text.getvalue()
