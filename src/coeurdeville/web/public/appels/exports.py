"""A call to print, and in the form that aid directories take."""

from __future__ import annotations

import csv
import io

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from coeurdeville.programme.appels.cahier import cahier
from coeurdeville.programme.appels.dispositif_aide import COLUMNS, dispositif_aide
from coeurdeville.reports.documents import render_pdf
from coeurdeville.web.public.appels.views import public

ORIGIN = {"Access-Control-Allow-Origin": "*"}


@require_safe
def cahier_pdf(_request: HttpRequest, slug: str) -> HttpResponse:
    """The specification, as a PDF."""
    name = f'inline; filename="cahier-{slug}.pdf"'
    return HttpResponse(render_pdf(cahier(public(slug))), "application/pdf", headers={"Content-Disposition": name})


@require_safe
def dispositif_csv(_request: HttpRequest, slug: str) -> HttpResponse:
    """One line under the header of the schema."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    writer.writerow(dispositif_aide(public(slug)))
    return HttpResponse(text.getvalue(), "text/csv; charset=utf-8", headers=ORIGIN)


@require_safe
def dispositif_json(_request: HttpRequest, slug: str) -> HttpResponse:
    """The same as an object."""
    return JsonResponse(dict(dispositif_aide(public(slug))), headers=ORIGIN)
