"""What a service measured, as layers of its interactive map: the classes, colours and words of the report's map."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from coeurdeville.core import french
from coeurdeville.reports import palette
from coeurdeville.reports.editions.geojson import in_degrees
from coeurdeville.reports.editions.map_drawn import Drawn
from coeurdeville.reports.editions.map_texts import object_texts, zone_texts
from coeurdeville.reports.editions.map_values import values_of_objects, values_of_zones
from coeurdeville.reports.exhibits import Figure
from coeurdeville.reports.exports.grounds import grounds_of
from coeurdeville.reports.exports.map_style import StyleClass, classed_objects, classed_zones
from coeurdeville.reports.model import Report
from coeurdeville.reports.subject import Chapter, Subject
from coeurdeville.services.contract.page import ObjectMap, ZoneMap
from coeurdeville.services.places import NOUNS

MEASURE, OBJECTS = "mesure", "objets"


@dataclass(frozen=True)
class Mapped:
    """A service whose page has a map."""

    chapter: Chapter
    figure: Figure
    """Its map in the report."""
    grounds: Mapping[str, BaseGeometry]
    """The zones that it colours, in the projection of the town; none when it colours objects."""

    @property
    def slug(self) -> str:
        """Of the service."""
        return self.chapter.service.slug

    @property
    def shown(self) -> NDArray[np.object_]:
        """What the report's map is drawn around."""
        if isinstance(self.chapter.page.map, ZoneMap):
            return np.array([*self.grounds.values()], dtype=object)
        return np.asarray(self.chapter.objects.geometry.to_numpy(), dtype=object)

    def file(self, layer: str) -> str:
        """The file of a layer, without its extension."""
        return f"carte-{self.slug}-{layer}"


def mapped(subject: Subject, chapters: Sequence[Chapter], report: Report) -> Iterator[Mapped]:
    """The services that have a map in the report."""
    figures, grounds = {page.key: page.map for page in report.services}, grounds_of(subject, chapters)
    for chapter in chapters:
        figure, wanted = figures.get(chapter.service.slug), chapter.page.map
        if figure is not None:
            zones = grounds.get(wanted.zoning, {}) if isinstance(wanted, ZoneMap) else {}
            coloured = wanted.values if isinstance(wanted, ZoneMap) else ()
            yield Mapped(chapter, figure, {name: zones[name] for name in coloured if name in zones})


def measured(one: Mapped, crs: int, report: Report) -> Iterator[Drawn]:
    """The layers of a service, from the bottom up; `crs` is the projection of the town."""
    wanted, objects = one.chapter.page.map, one.chapter.objects
    if isinstance(wanted, ObjectMap):
        yield from _objects(one, wanted, report)
    if isinstance(wanted, ZoneMap):
        yield from _zones(one, wanted, crs, report)
        if wanted.points and "geometry" in objects and len(objects):
            yield _points(one)


def _objects(one: Mapped, wanted: ObjectMap, report: Report) -> Iterator[Drawn]:
    classed, objects = classed_objects(one.chapter, report), one.chapter.objects
    if classed is not None:
        yield Drawn(
            MEASURE, french.capital(classed.title), one.file(MEASURE), _geometry(objects), _placed(objects),
            classed.legend, one.figure.source, classed.title, classed.words, object_texts(one.chapter, wanted),
            values=values_of_objects(one.chapter),
        )  # fmt: skip


def _zones(one: Mapped, wanted: ZoneMap, crs: int, report: Report) -> Iterator[Drawn]:
    names = [*one.grounds]
    classed = classed_zones(one.chapter, report, names)
    if classed is not None and names:
        title = f"{french.capital(classed.title)}, par {NOUNS[wanted.zoning].one}"
        yield Drawn(
            MEASURE, title, one.file(MEASURE), "area", in_degrees(one.shown, crs), classed.legend, one.figure.source,
            classed.title, classed.words, zone_texts(wanted, names),
            values=values_of_zones(one.chapter, wanted.zoning, names),
        )  # fmt: skip


def _points(one: Mapped) -> Drawn:
    """Objects over zones, without a word of each: the map shows where they are, the file of data what they are."""
    title = one.chapter.service.signature.result.title
    legend = (StyleClass(title, palette.INK),)
    objects = one.chapter.objects
    return Drawn(OBJECTS, title, one.file(OBJECTS), _geometry(objects), _placed(objects), legend, one.figure.source,
                 values=values_of_objects(one.chapter))  # fmt: skip


def _geometry(objects: Any) -> Literal["point", "area"]:
    return "point" if objects.geom_type.iloc[0] == "Point" else "area"


def _placed(objects: Any) -> NDArray[np.object_]:
    return in_degrees(objects.geometry.to_numpy(), objects.crs.to_epsg())
