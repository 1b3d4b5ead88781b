"""Editions of a town: read before they are published, published, withdrawn."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from coeurdeville.comptes.droits import PUBLIER, VOIR_ESPACE, peut
from coeurdeville.core.problems import Refused
from coeurdeville.espaces.diagnostics import diagnostic_of
from coeurdeville.espaces.lieux import editions as kept_editions
from coeurdeville.espaces.models import Edition
from coeurdeville.espaces.ouverts import espace_de
from coeurdeville.espaces.publication import publier, retirer
from coeurdeville.espaces.suivi import edition_de, editions_de
from coeurdeville.reports import html_pages
from coeurdeville.web.acces import exige
from coeurdeville.web.compte.formulaire import Formulaire
from coeurdeville.web.espace.dossier.demande import membre
from coeurdeville.web.espace.travaux.actes import fait
from coeurdeville.web.public.town.markup import safe

PER_PAGE = 30


class Retrait(Formulaire):
    """Why an edition is withdrawn."""

    motif = forms.CharField(
        label="Motif du retrait",
        max_length=300,
        help_text="En une phrase. Il sera affiché à l’adresse de cette édition, à la place du diagnostic.",
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": "Écrivez le motif du retrait."},
    )


@exige(VOIR_ESPACE)
@require_GET
def liste(request: HttpRequest, commune: str) -> HttpResponse:
    """Every edition, published or not, latest first."""
    page = Paginator(editions_de(commune), PER_PAGE).get_page(request.GET.get("page"))
    context = {"espace": espace_de(commune), "page": page, "peut": _may(request, commune)}
    return render(request, "travaux/editions.html", context)


@exige(VOIR_ESPACE)
@require_GET
def edition(request: HttpRequest, commune: str, identifiant: str) -> HttpResponse:
    """The whole diagnostic as everybody would read it, with what can be done of it."""
    row = _edition(commune, identifiant)
    files = diagnostic_of(row).files
    report = files.report
    context: dict[str, Any] = {
        "espace": row.espace,
        "edition": row,
        "report": report,
        "peut": _may(request, commune),
        "brief": safe(html_pages.brief(report)),
        "sections": safe("".join(html_pages.service(page) for page in report.services)),
        "data": safe(html_pages.data(report)),
        "methods": safe(html_pages.methods(report)),
        "fichiers": [(name, size) for name, size in files.files.items() if name.startswith(("diagnostic", "indic"))],
    }
    return render(request, "travaux/edition.html", context)


@require_POST
@exige(PUBLIER)
def publication(request: HttpRequest, commune: str, identifiant: str) -> HttpResponse:
    """Show an edition to everybody."""
    row = _edition(commune, identifiant)
    said = f"L’édition du {row.jour} est publiée : tout le monde peut la lire."
    return fait(request, lambda: publier(row, membre(request)), said, reverse("espace-editions", args=(commune,)))


@exige(PUBLIER)
@require_http_methods(["GET", "POST"])
def retrait(request: HttpRequest, commune: str, identifiant: str) -> HttpResponse:
    """A page that asks why, then withdraws."""
    row, form = _edition(commune, identifiant), Retrait(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            retirer(row, membre(request), form.cleaned_data["motif"])
        except Refused as refused:
            form.refuse(refused)
        else:
            return redirect("espace-editions", commune)
    context = {"espace": row.espace, "edition": row, "form": form}
    return render(request, "travaux/retirer.html", context, status=400 if form.errors else 200)


@exige(VOIR_ESPACE)
@require_GET
def fichier(_request: HttpRequest, commune: str, identifiant: str, nom: str) -> HttpResponseBase:
    """A file of an edition, for members."""
    row = _edition(commune, identifiant)
    found = kept_editions().get(commune, row.identifiant)
    path = found.path(nom) if found else None
    if path is None:
        raise Http404
    return FileResponse(path.open("rb"), as_attachment=True, filename=f"{commune}-{identifiant}-{nom}")


def _edition(commune: str, identifiant: str) -> Edition:
    found = edition_de(commune, identifiant)
    if found is None:
        raise Http404
    return found


def _may(request: HttpRequest, commune: str) -> bool:
    return peut(request.user, PUBLIER, commune)
