"""A town beside others: the same figures, each with its date and its sources; nobody is ranked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from coeurdeville.espaces.diagnostics import Diagnostic, autres_publiees, diagnostic_of, diagnostic_public
from coeurdeville.espaces.models import Edition
from coeurdeville.espaces.profils import profils
from coeurdeville.espaces.villes import VillePublique
from coeurdeville.reports import html_pieces
from coeurdeville.reports.comparison import Compared, Comparison, comparisons
from coeurdeville.territories.climat import climate_source
from coeurdeville.territories.likeness import alike, in_common
from coeurdeville.web.public.addresses import version_path
from coeurdeville.web.public.everybody import everybody
from coeurdeville.web.public.town.finding import at_town
from coeurdeville.web.public.town.markup import safe
from coeurdeville.web.public.town.overview import around

MOST = 4
"""Towns that stand beside the first: more do not fit on a page."""
FIRST = 3
"""Towns that are alike, compared when the reader has not chosen."""


@dataclass(frozen=True)
class Choice:
    """A town that can be put beside."""

    code: str
    name: str
    common: tuple[str, ...]
    """What both have in common, in words."""
    alike: bool
    chosen: bool


@everybody
@at_town
def comparer(request: HttpRequest, town: VillePublique) -> HttpResponse:
    """The towns chosen in the address (`avec`), else the first of those that are alike."""
    own = diagnostic_public(town.code)
    others = autres_publiees(town.code)
    choices = [] if own is None else _choices(request, own, others)
    shown = [] if own is None else [own, *(diagnostic_of(others[one.code]) for one in choices if one.chosen)]
    context = {
        **around(town),
        "edition": own and own.edition,
        "choices": sorted(choices, key=lambda one: not one.alike),
        "chosen": [one.name for one in choices if one.chosen],
        "absent": [one[:100] for one in request.GET.getlist("avec") if one and one not in others][:MOST],
        "too_many": len(request.GET.getlist("avec")) > MOST,
        "most": MOST,
        "climate_source": climate_source(),
        "towns": [_compared(one) for one in shown],
        "tables": [_worded(one) for one in comparisons([_compared(one) for one in shown])] if shown[1:] else [],
    }
    return render(request, "ville/comparer.html", context)


def _choices(request: HttpRequest, own: Diagnostic, others: Mapping[str, Edition]) -> list[Choice]:
    code = own.edition.espace.commune
    known = profils({code: own.edition, **others})
    near = [one for one in others if alike(known[code], known[one])]
    chosen = request.GET.getlist("avec")[:MOST] if "avec" in request.GET else near[:FIRST]
    return [
        Choice(one, edition.espace.nom, in_common(known[code], known[one]), one in near, one in chosen)
        for one, edition in others.items()
    ]


def _compared(found: Diagnostic) -> Compared:
    edition = found.edition
    commune, nom = edition.espace.commune, edition.espace.nom
    return Compared(nom, version_path(commune, nom, edition.identifiant), edition.etablie_le, found.files.summary)


def _worded(one: Comparison) -> dict[str, object]:
    return {"title": one.title, "table": safe(html_pieces.table(one.table)), "sources": one.sources}
