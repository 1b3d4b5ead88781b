"""/api/services: the services that are computed, and those that are described."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from ninja import Router
from pydantic import Field

from coeurdeville.api.declaring import route
from coeurdeville.api.paging import Page, Paging, paged
from coeurdeville.api.routes.service_parts import (
    CoucheDemandee,
    Experience,
    Indicateur,
    Parametre,
    Reference,
    experience,
    indicator,
    parameter,
    reference,
)  # fmt: skip
from coeurdeville.api.routes.shared import Missing, Nom
from coeurdeville.layers.contract.awaited import Awaited
from coeurdeville.services.catalogue import AnyService, all_services, any_service
from coeurdeville.services.contract.declaration import Theme
from coeurdeville.services.contract.described import Described
from coeurdeville.services.contract.service import Service as Computed
from coeurdeville.services.questions import question_of

router = Router()
TAG = "Services"


class Sorte(StrEnum):
    """Whether code computes the service."""

    CALCULE = "calcule"
    DECRIT = "decrit"


class ServiceBref(Nom):
    """A service in a list."""

    theme: Theme
    sorte: Sorte = Field(description="`calcule` : un code le calcule ; `decrit` : on sait ce qu’il demande.")
    question: str = Field(description="Ce à quoi il répond.")
    il_faut: list[str] = Field(description="Couches sans lesquelles il ne donne rien.")
    mieux_avec: list[str] = Field(description="Couches qui l’améliorent.")


class Service(ServiceBref):
    """A service."""

    couches: list[CoucheDemandee]
    indicateurs: list[Indicateur]
    parametres: list[Parametre]
    methode: Reference | None = Field(description="La publication sur laquelle le calcul repose.")
    contraintes: list[str] = Field(description="Ce qui le rend impossible ou inutile quelque part.")
    capacites: list[str] = Field(description="Ce qu’il faut avoir sous la main, outre des données.")
    experiences: list[Experience] = Field(description="Qui l’a mené.")
    manquant: Missing


class FiltreDesServices(Paging):
    """What narrows the list."""

    theme: Theme | None = Field(None, description="Seulement ceux de ce thème.")
    sorte: Sorte | None = Field(None, description="Seulement ceux qui sont calculés, ou décrits.")


@route(router, "/services", Page[ServiceBref], "Les services, calculés et décrits", tag=TAG, kept=True,
       example="/api/services?sorte=calcule&limit=1")  # fmt: skip
def services(query: FiltreDesServices) -> Page[ServiceBref]:
    """Every service, by theme then by title."""
    found = [
        one for one in all_services().values() if query.theme in (None, one.theme) and query.sorte in (None, _sort(one))
    ]
    return paged("/api/services", query, found, lambda one: ServiceBref(**_brief(one)))


@route(router, "/services/{slug}", Service, "Un service : ce qu’il demande, ce qu’il donne, sa méthode", tag=TAG,
       kept=True, example="/api/services/patrimoine-arbore")  # fmt: skip
def service(slug: str) -> Service:
    """One service."""
    one = any_service(slug)
    return Service(
        **_brief(one),
        couches=[_asked(kind, need=name in one.needs) for name, kind in one.layers.items()],
        indicateurs=[indicator(name, found, one) for name, found in one.indicators.items()],
        **(_described(one) if isinstance(one, Described) else _computed(one)),
    )


def _computed(one: Computed[..., Any]) -> dict[str, Any]:
    """What only a service that code computes has."""
    asked = [parameter(name, param, one.defaults) for name, param in one.parameters.items()]
    return {"parametres": asked, "methode": reference(one.method), "contraintes": [], "capacites": [],
            "experiences": [], "manquant": {}}  # fmt: skip


def _described(one: Described) -> dict[str, Any]:
    """What only a service that is described has."""
    return {
        "parametres": [],
        "methode": None,
        "contraintes": list(one.constraints),
        "capacites": [each.label for each in one.capacities],
        "experiences": [experience(each) for each in one.experiences],
        "manquant": {"methode": "le service est décrit : rien ne le calcule"},
    }


def _sort(one: AnyService) -> Sorte:
    return Sorte.DECRIT if isinstance(one, Described) else Sorte.CALCULE


def _brief(one: AnyService) -> dict[str, Any]:
    return {
        "slug": one.slug, "titre": one.title, "theme": one.theme, "sorte": _sort(one), "question": question_of(one),
        "il_faut": [kind.slug for kind in one.needs.values()],
        "mieux_avec": [kind.slug for name, kind in one.layers.items() if name not in one.needs],
    }  # fmt: skip


def _asked(kind: Any, *, need: bool) -> CoucheDemandee:
    return CoucheDemandee(slug=kind.slug, titre=kind.title, indispensable=need, attendue=isinstance(kind, Awaited))
