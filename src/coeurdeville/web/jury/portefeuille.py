"""What a set of candidatures is made of and would unlock, beside another set."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from coeurdeville.programme.appels.lecture import appel_de
from coeurdeville.programme.instructions.acces import voit
from coeurdeville.programme.instructions.portefeuille import Portefeuille
from coeurdeville.programme.instructions.portefeuille import portefeuille as portfolio
from coeurdeville.programme.instructions.tableau import Rangee, rangees
from coeurdeville.programme.models import Appel
from coeurdeville.web.acces import sur, utilisateur


@require_GET
@sur(appel_de, voit)
def portefeuille(request: HttpRequest, appel: Appel) -> HttpResponse:
    """The sets A and B of the address; first, A is what is decided to be retained, else the first places."""
    rows = [one for one in rangees(appel, utilisateur(request)) if not (appel.anonyme and one.a_relire)]
    asked = {name: {int(one) for one in request.GET.getlist(name) if one.isdigit()} for name in ("a", "b")}
    chosen = asked if "choix" in request.GET else {"a": _usual(rows, appel.a_retenir), "b": set()}
    sets = {name: _set(rows, numbers) for name, numbers in chosen.items()}
    alone = portfolio([one.candidature for one in rows]).seuls
    context = {
        "appel": appel, "ensembles": [(name.upper(), one) for name, one in sets.items() if name == "a" or one.projets],
        "lignes": [(one, alone[one.candidature.pk], *(one.candidature.pk in those for those in chosen.values()))
                   for one in rows],
        "communs": _common(sets["a"], sets["b"]) if sets["b"].projets else None,
    }  # fmt: skip
    return render(request, "jury/portefeuille.html", context)


def _set(rows: Sequence[Rangee], numbers: Collection[int]) -> Portefeuille:
    return portfolio([one.candidature for one in rows if one.candidature.pk in numbers])


def _usual(rows: Sequence[Rangee], most: int) -> set[int]:
    kept = {one.candidature.pk for one in rows if one.decision and one.decision.issue == "retenir"}
    return kept or {one.candidature.pk for one in rows[:most] if one.ligne.rang is not None and not one.a_relire}


def _common(one: Portefeuille, other: Portefeuille) -> tuple[int, int, int]:
    """Towns that both would unlock, that only the first would, that only the second would."""
    first, second = one.ensemble.debloquees, other.ensemble.debloquees
    return len(first & second), len(first - second), len(second - first)
