"""A card to print, and all of them in the form that platforms of projects take."""

from __future__ import annotations

import csv
import io

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.timezone import localtime
from django.views.decorators.http import require_safe

from coeurdeville.core.formulas import harmless
from coeurdeville.programme.cas_usage.images import contenus
from coeurdeville.programme.cas_usage.lecture import publie, publies
from coeurdeville.programme.cas_usage.papier import document
from coeurdeville.programme.cas_usage.projets_territoire import COLUMNS, projets_territoire
from coeurdeville.reports.documents import render_pdf

ORIGIN = {"Access-Control-Allow-Origin": "*"}


@require_safe
def fiche_pdf(_request: HttpRequest, slug: str) -> HttpResponse:
    """The last version of a card, on two pages."""
    found = publie(slug)
    if found is None:
        raise Http404
    reference = f"{slug}, version {found.version.numero}"
    paper = document(found.fiche, reference, localtime(found.version.publiee_le).date(), images=contenus(found.fiche))
    name = f'inline; filename="{slug}-v{found.version.numero}.pdf"'
    return HttpResponse(render_pdf(paper, pages=2), "application/pdf", headers={"Content-Disposition": name})


@require_safe
def projets_csv(_request: HttpRequest) -> HttpResponse:
    """A line a card under the header of the schema."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({name: harmless(value) for name, value in row.items()} for row in projets_territoire(publies()))
    return HttpResponse(text.getvalue(), "text/csv; charset=utf-8", headers=ORIGIN)
