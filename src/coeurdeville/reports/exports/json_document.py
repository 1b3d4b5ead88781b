"""`diagnostic.json`: everything that a diagnostic knows, for programs; docs/format_diagnostic.md tells each key."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from coeurdeville.core.licences import combine
from coeurdeville.reports.exports.facts import Fact
from coeurdeville.reports.exports.grounds import Grounds
from coeurdeville.reports.exports.holdings import Holding
from coeurdeville.reports.exports.json_pieces import Json, licence, origin, problem
from coeurdeville.reports.exports.json_service import service
from coeurdeville.reports.model import Report
from coeurdeville.reports.subject import Chapter, Subject
from coeurdeville.services.contract.page import QUARTER

FORMAT = "coeurdeville-diagnostic"
VERSION = 1
"""Changes when a key is removed, renamed or takes another meaning; a new key changes nothing."""


def json_document(
    subject: Subject,
    chapters: Sequence[Chapter],
    report: Report,
    facts: Sequence[Fact],
    holdings: Sequence[Holding],
    grounds: Grounds,
) -> bytes:
    """The document, on one line, in UTF-8. A key is never left out: what is not known is `null`."""
    ran = {chapter.service.id: chapter for chapter in chapters}
    by_service: dict[str, list[Fact]] = {}
    for fact in facts:
        by_service.setdefault(fact.service.id, []).append(fact)
    document = {
        "format": FORMAT,
        "version_du_format": VERSION,
        "version_du_logiciel": version("coeurdeville"),
        "date": subject.today.isoformat(),
        "commune": _town(subject),
        "licence": _licence(chapters),
        "services": [
            service(one, ran.get(one.service.id), by_service.get(one.service.id, ())) for one in subject.outcomes
        ],
        "zonages": [_zoning(name, zones, subject) for name, zones in grounds.items()],
        "couches": [_holding(one) for one in holdings],
        "lacunes": [{"quoi": gap.what, "pourquoi": gap.why, "a_faire": gap.next_step} for gap in report.brief.gaps],
    }
    return (json.dumps(document, ensure_ascii=False, allow_nan=False, separators=(",", ":")) + "\n").encode()


def _town(subject: Subject) -> Json:
    town = subject.town
    area: Any = town.area()
    return {
        "code": town.code,
        "nom": town.name,
        "lieu": subject.place,
        "departement": town.departement,
        "epci": town.epci,
        "projection": town.crs,
        "population": town.population,
        "annee_de_population": town.population_year,
        "source_de_population": subject.population_source,
        "contour_connu": town.outline is not None,
        "surface_m2": area if town.outline is not None else None,
    }


def _licence(chapters: Sequence[Chapter]) -> Json:
    found = combine([use.origin.licence for chapter in chapters for use in chapter.result.used])
    return {**licence(found.licence), "raison": found.reason}


def _zoning(name: str, zones: Mapping[str, BaseGeometry], subject: Subject) -> Json:
    known = subject.quarters if name == QUARTER else None
    return {
        "nom": name,
        "origine": origin(known.origin) if known else None,
        "zones": [{"nom": zone, "surface_m2": float(shapely.area(shape))} for zone, shape in zones.items()],
    }


def _holding(one: Holding) -> Json:
    donnee = one.donnee
    return {
        "couche": one.kind.slug,
        "titre": one.kind.title,
        "etat": str(one.state),
        "services": list(one.services),
        "donnee": donnee.id if donnee else None,
        "fichier": donnee.fichier if donnee else None,
        "origine": origin(one.origin) if one.origin else None,
        "a_confirmer": sorted(donnee.correspondance.a_confirmer) if donnee else [],
        "problemes": [problem(said) for said in one.problems],
    }
