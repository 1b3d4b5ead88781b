"""The matrix of towns and services, what is shown of it as a table, and what to open first."""

from __future__ import annotations

from codecs import BOM_UTF8
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from coeurdeville.deployability.csv_table import write_csv
from coeurdeville.deployability.selection import selected
from coeurdeville.deployability.unlocking.goals import Goal
from coeurdeville.espaces.communes import communes_de
from coeurdeville.web.public.everybody import everybody
from coeurdeville.web.public.redeployment.asked import asked
from coeurdeville.web.public.redeployment.fragments import shown
from coeurdeville.web.public.redeployment.unlocked import UNLOCKED

PAGE = {
    "page_title": "Où chaque service peut être redéployé",
    "page_summary": "Les communes du programme Action Cœur de Ville et les services de données environnementales : "
    "ce qui peut tourner où, ce qui manque, chez qui.",
}


@require_safe
@everybody
def matrix(request: HttpRequest) -> HttpResponse:
    """What is chosen of the matrix: figures, map, tables."""
    wanted = asked(request.GET.dict())
    context = {**PAGE, "asked": wanted, "shown": None if wanted.problems else shown(wanted)}
    return render(request, "redeploiement/matrice.html", context, status=400 if wanted.problems else 200)


@require_safe
@everybody
def table(request: HttpRequest) -> HttpResponse:
    """The same cells as a CSV file, with their reasons."""
    wanted = asked(request.GET.dict())
    if wanted.problems:
        return render(request, "redeploiement/matrice.html", {**PAGE, "asked": wanted}, status=400)
    communes = communes_de(wanted.matrix.communes)
    answer = HttpResponse(
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="redeploiement.csv"'},
    )
    answer.write(BOM_UTF8)
    write_csv(selected(wanted.matrix, wanted.kept, communes), communes, date.today(), answer)  # type: ignore[arg-type]
    return answer


@require_safe
@everybody
def unlocking(request: HttpRequest) -> HttpResponse:
    """Which data, brought by whom, would let most services run in what is chosen; `par` is what is counted."""
    wanted = asked(request.GET.dict())
    goal = request.GET.get("par", Goal.CELLS)
    chosen = Goal(goal) if goal in set(Goal) else Goal.CELLS
    found = None if wanted.problems else UNLOCKED(wanted.matrix, (wanted.kept, chosen))
    return render(
        request,
        "redeploiement/ouvrir.html",
        {
            "page_title": "Quoi ouvrir d’abord",
            "page_summary": "Les plus petits ensembles de données qui feraient tourner le plus de services, et qui "
            "les détient.",
            "asked": wanted,
            "goals": list(Goal),
            "goal": chosen,
            "found": found,
        },
        status=400 if wanted.problems else 200,
    )
