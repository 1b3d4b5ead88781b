"""The page of one service: its words, its drawings, its sources, how far to trust it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np
from shapely.geometry.base import BaseGeometry

from coeurdeville.core import french, provenance
from coeurdeville.core.finding import Finding
from coeurdeville.core.provenance import Origin
from coeurdeville.core.references import references
from coeurdeville.reports import drawing
from coeurdeville.reports.drawing import Canvas
from coeurdeville.reports.exhibits import Figure
from coeurdeville.reports.ground import Ground
from coeurdeville.reports.model import ServicePage
from coeurdeville.reports.statements import Confidence, Source
from coeurdeville.reports.subject import Chapter, Subject
from coeurdeville.runs.zonings import zonings_of
from coeurdeville.services.contract.page import QUARTER, ObjectMap, ZoneMap
from coeurdeville.services.contract.service import Service

SURE = "données datées de moins de cinq ans, sur toute la commune"


def service_page(chapter: Chapter, subject: Subject, ground: Ground) -> ServicePage:
    """The page as renderers read it."""
    service, page = chapter.service, chapter.page
    canvas = Canvas(service.slug, service.theme, cite(chapter, subject), ground)
    return ServicePage(
        key=service.slug,
        theme=str(service.theme),  # type: ignore[arg-type]
        label=service.title,
        question=page.question,
        answer=Finding(page.answer),
        chart=_chart(chapter, canvas, subject),
        map=_map(chapter, subject, canvas),
        tables=(),
        levers=page.levers,
        unknowns=tuple(_unknowns(chapter, subject)),
        sources=tuple(dict.fromkeys(source(one) for one in origins(chapter, subject))),
        confidence=Confidence(chapter.confidence.grade, tuple(map(_sentence, chapter.confidence.reasons or (SURE,)))),
        method=method_of(service, chapter.result.parameters),
    )


def source(origin: Origin) -> Source:
    """An origin as it is listed."""
    return Source(
        origin.title,
        origin.producer or "producteur à préciser",
        str(origin.vintage) if origin.vintage else "date inconnue",
        french.capital(origin.licence.title),
        origin.page,
    )


def cite(chapter: Chapter, subject: Subject) -> str:
    """The line under a drawing: every source with its date and licence, and the grade of confidence."""
    cited = provenance.cite(origins(chapter, subject))
    return f"{cited}. Calculé le {french.day(subject.today)}, confiance {chapter.confidence.grade}."


def origins(chapter: Chapter, subject: Subject) -> list[Origin]:
    """Where all that the page of a service shows comes from: the layers used, then the quarters of its figures."""
    zones = [subject.quarters.origin] if subject.quarters and QUARTER in chapter.told.zonings else []
    return list(dict.fromkeys((*(use.origin for use in chapter.result.used), *zones)))


def method_of(service: Service[..., Any], parameters: Mapping[str, Any]) -> str:
    """The reference of a method and the value of each parameter."""
    said = [
        f"{param.title.lower()}\u00a0: {_value(parameters[name], param.unit)}"
        for name, param in service.parameters.items()
    ]
    listed = "\u202f; ".join(said)
    chosen = f" Paramètres\u00a0: {listed}." if said else ""
    return f"{references()[service.method]}{chosen}"


def _value(value: Any, unit: str) -> str:
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, (int, float)):
        return french.quantity(value, unit, 0 if value == int(value) else 2)
    return str(value)


def _chart(chapter: Chapter, canvas: Canvas, subject: Subject) -> Figure | None:
    """The chart; its sources are not written twice when a map follows."""
    if chapter.page.chart is None:
        return None
    if chapter.page.map is not None:
        same = (
            f"Mêmes sources que la carte. Calculé le {french.day(subject.today)}, confiance {chapter.confidence.grade}."
        )
        canvas = replace(canvas, source=same)
    return drawing.bars(canvas, chapter.page.chart)


def _map(chapter: Chapter, subject: Subject, canvas: Canvas) -> Figure | None:
    wanted, frame = chapter.page.map, chapter.objects
    if isinstance(wanted, ObjectMap) and len(frame):
        return drawing.objects(canvas, wanted, frame)
    if isinstance(wanted, ZoneMap):
        shapes: Mapping[str, BaseGeometry] = zonings_of(chapter.service, subject.town, subject.quarters).get(
            wanted.zoning, {}
        )
        points = frame.geometry.to_numpy() if wanted.points and "geometry" in frame else np.empty(0, dtype=object)
        return drawing.zones(canvas, wanted, shapes, points)
    return None


def _unknowns(chapter: Chapter, subject: Subject) -> list[Finding]:
    """What the service does not know, then what was supposed of its data."""
    supposed = dict.fromkeys(said for use in chapter.result.used for said in use.origin.assumptions)
    if isinstance(chapter.page.map, ZoneMap) and subject.approached_quarters:
        supposed[subject.approached_quarters] = None
    return [*chapter.page.unknowns, *(Finding("Supposé.", said) for said in supposed)]


def _sentence(reason: str) -> str:
    return f"{french.capital(reason)}."
