"""The first page: what answers, the figures to keep, what is known on a map, what could not be computed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import zip_longest
from typing import Any, TypeVar

from coeurdeville.core import french, provenance
from coeurdeville.core.finding import Finding
from coeurdeville.deployability.resolver import State
from coeurdeville.layers.catalogue import layer_of
from coeurdeville.layers.contract.vector import VectorLayer
from coeurdeville.reports import map_svg, palette
from coeurdeville.reports.exhibits import Column, Figure, Legend, LegendEntry, Table
from coeurdeville.reports.ground import Ground
from coeurdeville.reports.model import Brief
from coeurdeville.reports.statements import Gap, KeyFigure
from coeurdeville.reports.subject import Chapter, Subject

T = TypeVar("T")
DOTS = palette.THEMES["biodiversite"]
FINDINGS, FIGURES = 5, 6
"""How many are kept, taken in turn from each service."""
NOTHING = Finding(
    "Rien n’a pu être calculé.", "Les données du dossier de la ville ne suffisent encore à aucun service."
)


def brief_page(subject: Subject, chapters: Sequence[Chapter], ground: Ground) -> Brief:
    """The page that is read when no other is."""
    findings = _in_turn(chapter.page.brief for chapter in chapters)[:FINDINGS]
    figures = _in_turn(
        [KeyFigure(one.value, one.unit, one.context, chapter.service.slug, chapter.confidence.grade,
                   _cited(chapter, subject, by_people=one.by_people)) for one in chapter.page.keys]
        for chapter in chapters
    )[:FIGURES]  # fmt: skip
    return Brief(tuple(findings) or (NOTHING,), tuple(figures), _map(subject, chapters, ground), tuple(_gaps(subject)))


def _cited(chapter: Chapter, subject: Subject, *, by_people: bool) -> str:
    """`Sources : Arbres, Ville de Redon, 2024, Licence Ouverte 2.0 ; population : Insee, …`: all of them."""
    origins = [use.origin for use in chapter.result.used]
    people = f"\u202f; population\u00a0: {subject.population_source.removeprefix('population ')}" if by_people else ""
    word = "Sources" if people or len(dict.fromkeys(one.title for one in origins)) > 1 else "Source"
    return f"{word}\u00a0: {provenance.cite(origins)}{people}."


def _in_turn(series: Iterable[Sequence[T]]) -> list[T]:
    """The first of each, then the second of each."""
    return [one for turn in zip_longest(*series) for one in turn if one is not None]


def _gaps(subject: Subject) -> list[Gap]:
    """Blocked services, then the figures that a missing layer takes away."""
    found = []
    for outcome in subject.outcomes:
        service, forecast = outcome.service, outcome.forecast
        kinds, every = forecast.blockers(service)
        if not kinds or not (forecast.state is State.BLOCKED or forecast.lost):
            continue
        what = service.title
        if forecast.state is not State.BLOCKED:
            what += f"\u00a0: {french.listing([service.indicators[name].title.lower() for name in forecast.lost])}"
        link = "ou" if forecast.state is State.BLOCKED and not every else "et"
        titles = french.listing([f"«\u00a0{kind.title}\u00a0»" for kind in kinds], link)
        slugs = french.listing([kind.slug for kind in kinds], link)
        layers = "la couche" if len(kinds) == 1 or link == "ou" else "les couches"
        found.append(Gap(what, f"il manque {titles}", f"ajouter {layers} {slugs}"))
    return found


def _map(subject: Subject, chapters: Sequence[Chapter], ground: Ground) -> Figure | None:
    """What is known of the town, drawn; the table counts what is drawn."""
    points = next((one for one in chapters if _are_points(one.objects)), None)
    if not subject.donnees or (points is None and not ground.shapes):
        return None
    drawn, shown = ground.layers(), [shape for group in ground.shapes.values() for shape in group]
    if points is not None:
        drawn_at = points.objects.geometry.to_numpy()
        drawn.append(map_svg.Dots(drawn_at, DOTS, map_svg.dot_size(len(drawn_at)), 0.8))
        shown += list(drawn_at)
    layers = [subject.on_offer[kind].layer for kind in ground.kinds()]
    origins = [layer.origin for layer in layers]
    names, table = [layer.title for layer in layers], [_row(one.title, len(one), one.origin.producer) for one in layers]
    if points is not None:
        places = [use.origin for use in points.result.used if issubclass(layer_of(use.found), VectorLayer)]
        origins += places
        names.append(points.service.signature.result.title)
        table.append(_row(names[-1], len(points.objects), places[0].producer if places else ""))
    title = f"Ce que l’on connaît de la ville\u00a0: {french.plural(len(subject.donnees), 'couche')} de données"
    alt = f"Carte de {subject.place}\u00a0: {french.listing([name.lower() for name in names])}."
    svg = map_svg.draw("bref-carte", title, alt, ground.frame(shown), [*drawn, ground.limit()])
    source = f"{provenance.cite(origins)}."
    return Figure("bref-carte", title, svg, alt, source, _legend(ground, points), _table(table))


def _are_points(frame: Any) -> bool:
    return "geometry" in frame and bool(len(frame)) and frame.geom_type.iloc[0] == "Point"


def _legend(ground: Ground, points: Chapter | None) -> Legend:
    entries = [LegendEntry(kind.slug, ground.colour(kind.id), kind.title, "line" if kind.id == "roads" else "area")
               for kind in ground.kinds()]  # fmt: skip
    if points is not None:
        entries.append(LegendEntry("points", DOTS, points.service.signature.result.title, "dot"))
    return Legend("Sur la carte", tuple(entries))


def _row(title: str, count: int, producer: str) -> tuple[str, str, str]:
    return title, french.number(count), producer or "producteur à préciser"


def _table(rows: Sequence[tuple[str, str, str]]) -> Table:
    columns = (Column("Donnée"), Column("Objets", numeric=True), Column("Détenteur"))
    return Table("Couches dessinées", columns, tuple(rows))
