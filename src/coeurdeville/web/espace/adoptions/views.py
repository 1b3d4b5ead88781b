"""The services that a town wants, what it has and lacks for each, what it could take over, who offers help."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from coeurdeville.comptes.droits import MODIFIER_ESPACE, VOIR_ESPACE, peut
from coeurdeville.espaces.ouverts import espace_de
from coeurdeville.programme.adoptions.lecture import adoption, page_adoptions
from coeurdeville.programme.adoptions.preuves import LEAST
from coeurdeville.programme.droits import binome
from coeurdeville.programme.etats.franchir import franchir
from coeurdeville.programme.models import Adoption
from coeurdeville.web.acces import exige, sur, utilisateur
from coeurdeville.web.espace.travaux.actes import fait


@never_cache
@require_safe
@exige(VOIR_ESPACE)
def liste(request: HttpRequest, commune: str) -> HttpResponse:
    """The whole page of a town."""
    context = {
        "espace": espace_de(commune), "page": page_adoptions(commune), "preuve_minimum": LEAST,
        "peut_modifier": peut(utilisateur(request), MODIFIER_ESPACE, commune),
    }  # fmt: skip
    return render(request, "adoptions/liste.html", context)


@require_POST
@sur(adoption, binome)
def deployer(request: HttpRequest, one: Adoption) -> HttpResponse:
    """Say that the service runs, with words that show it when no public diagnostic does."""
    proof = request.POST.get("preuve", "")
    back = f"/espace/{one.commune}/adoptions/#adoption-{one.pk}"
    return fait(
        request, lambda: franchir(one, "deployer", utilisateur(request), proof), "Le service est déclaré déployé.", back
    )
