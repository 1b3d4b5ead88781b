"""A service in `diagnostic.json`: what it used, lacked and found, with all that its figures are cited with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from coeurdeville.core.licences import combine
from coeurdeville.core.references import references
from coeurdeville.layers.catalogue import layer_of
from coeurdeville.reports.exports.facts import Fact, lacking
from coeurdeville.reports.exports.json_pieces import Json, licence, origin, page, parameter
from coeurdeville.reports.subject import Chapter
from coeurdeville.runs.diagnose import Outcome
from coeurdeville.runs.result import Use
from coeurdeville.services.contract.service import Service


def service(outcome: Outcome, chapter: Chapter | None, facts: Iterable[Fact]) -> Json:
    """One service, whether it ran or not."""
    one = outcome.service
    return {
        "nom": one.slug,
        "titre": one.title,
        "theme": str(one.theme),
        "etat": str(outcome.forecast.state),
        "raison": lacking(outcome) if chapter is None else None,
        **(_ran(chapter) if chapter is not None else _blocked(one)),
        "methode": _method(one),
        "couches_manquantes": [
            {"couche": kind.slug, "titre": kind.title} for kind in outcome.forecast.missing.values()
        ],
        "indicateurs": [_indicator(one, name) for name in one.indicators],
        "chiffres": [_figure(fact) for fact in facts],
    }


def _ran(chapter: Chapter) -> Json:
    result = chapter.result
    return {
        "cle_du_calcul": result.key,
        "parametres": _parameters(chapter.service, result.parameters),
        "couches_utilisees": [_use(use) for use in result.used],
        "part_couverte": result.covered(),
        "confiance": {"note": chapter.confidence.grade, "raisons": list(chapter.confidence.reasons)},
        "licence": licence(combine([use.origin.licence for use in result.used]).licence),
        "page": page(chapter.page),
    }


def _blocked(one: Service[..., Any]) -> Json:
    """The same keys, without what only a run gives."""
    empty = dict.fromkeys(("cle_du_calcul", "part_couverte", "confiance", "licence", "page"))
    return {**empty, "parametres": _parameters(one, one.defaults), "couches_utilisees": []}


def _parameters(one: Service[..., Any], values: Mapping[str, Any]) -> list[Json]:
    return [parameter(name, param, values[name]) for name, param in one.parameters.items()]


def _method(one: Service[..., Any]) -> Json:
    known = references()[one.method]
    return {**{french: asdict(known)[name] for name, french in REFERENCE.items()}, "citation": str(known)}


REFERENCE = {
    "key": "cle",
    "authors": "auteurs",
    "year": "annee",
    "title": "titre",
    "where": "revue",
    "doi": "doi",
    "url": "adresse",
}


def _use(use: Use) -> Json:
    return {
        "couche": layer_of(use.found).slug,
        "demandee": layer_of(use.wanted).slug,
        "pres_du_bord": use.near_edge,
        "origine": origin(use.origin),
    }


def _indicator(one: Service[..., Any], name: str) -> Json:
    indicator = one.indicators[name]
    return {
        "nom": name,
        "titre": indicator.title,
        "unite": indicator.unit,
        "plus_est_mieux": indicator.higher_is_better,
        "decimales": indicator.digits,
    }


def _figure(fact: Fact) -> Json:
    row = fact.row
    return {
        "indicateur": row.indicator,
        "zonage": row.zoning,
        "zone": row.zone,
        "modalite": row.by or None,
        "categorie": row.category or None,
        "parametre": row.at or None,
        "valeur": row.value,
        "raison": row.missing or None,
        "part_couverte": row.covered,
    }
