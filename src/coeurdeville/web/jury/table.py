"""The table of the jury: sorted by links, filtered by a form, without any script."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from coeurdeville.programme.appels.lecture import appel_de
from coeurdeville.programme.etats.franchir import empechements
from coeurdeville.programme.instructions.acces import decide, voit
from coeurdeville.programme.instructions.tableau import KEYS, NONE, Filtre, Tri, filtrer, rangees, trier
from coeurdeville.programme.instructions.valeur import courant
from coeurdeville.programme.models import Appel, Decision
from coeurdeville.services.contract.declaration import THEME_LABELS
from coeurdeville.web.acces import sur, utilisateur

COLUMNS = {
    "rang": "Place", "ville": "Ville", "decision": "Décision", "mediane": "Médiane", "moyenne": "Moyenne",
    "etendue": "Étendue", "relectures": "Relectures", "abstentions": "Abstentions", "theme": "Thème",
    "service": "Service",
}  # fmt: skip
"""In this order: on a phone, the town, what is decided and its score are read without scrolling."""
GREATEST_FIRST = {"mediane", "moyenne", "etendue", "relectures", "abstentions"}


@dataclass(frozen=True)
class Colonne:
    """A heading that sorts."""

    nom: str
    adresse: str
    sens: str
    """`ascending`, `descending`, or empty when the table is not sorted by it."""


@require_GET
@sur(appel_de, voit)
def table(request: HttpRequest, appel: Appel) -> HttpResponse:
    """Every candidature that the user may read."""
    user = utilisateur(request)
    order, kept = _order(request), _filter(request)
    rows = rangees(appel, user)
    context = {
        "appel": appel, "rangees": trier(filtrer(rows, kept), order), "toutes": len(rows),
        "colonnes": [_column(request, key, order) for key in COLUMNS], "filtre": kept, "themes": _themes(appel),
        "issues": [*Decision.Issue.choices, (NONE, "sans décision")], "decide": decide(user, appel),
        "decidees": sum(one.decision is not None for one in rows), "courant": courant(appel),
        "obstacles": empechements(appel, "annoncer", user) if appel.etat == "instruction" else (),
    }  # fmt: skip
    return render(request, "jury/table.html", context)


def _order(request: HttpRequest) -> Tri:
    column = request.GET.get("tri", "rang")
    return Tri(column if column in KEYS else "rang", request.GET.get("sens") == "desc")


def _filter(request: HttpRequest) -> Filtre:
    return Filtre(request.GET.get("theme", ""), request.GET.get("decision", ""), request.GET.get("texte", "")[:100])


def _column(request: HttpRequest, key: str, order: Tri) -> Colonne:
    """A second click turns the order over; figures start from the greatest."""
    here = order.colonne == key
    down = not order.descendant if here else key in GREATEST_FIRST
    kept = {name: value for name, value in request.GET.items() if name in {"theme", "decision", "texte"} and value}
    address = "?" + urlencode({**kept, "tri": key, "sens": "desc" if down else "asc"})
    return Colonne(COLUMNS[key], address, ("descending" if order.descendant else "ascending") if here else "")


def _themes(appel: Appel) -> list[tuple[str, str]]:
    return [(theme.value, label) for theme, label in THEME_LABELS.items() if theme.value in appel.themes]
