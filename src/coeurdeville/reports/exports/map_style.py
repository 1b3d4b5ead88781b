"""How a layer is drawn in a map program: the classes, colours and words of the report's map."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from coeurdeville.core.missing import Missing
from coeurdeville.reports import palette
from coeurdeville.reports.drawing import UNKNOWN
from coeurdeville.reports.exhibits import LegendEntry
from coeurdeville.reports.model import Report
from coeurdeville.reports.subject import Chapter
from coeurdeville.services.contract.page import Classes, ObjectMap, ZoneMap

Shape = Literal["point", "line", "area"]
NOT_GIVEN = LegendEntry(UNKNOWN, palette.HATCH, "non calculé")
NO_FILL = "none"


@dataclass(frozen=True)
class StyleClass:
    """One entry of a legend."""

    words: str
    """What is read; also what the class column holds."""
    colour: str
    """`#RRGGBB`, `palette.HATCH` for what is not known, or `NO_FILL` for an outline alone."""


@dataclass(frozen=True)
class LayerStyle:
    """A style of a layer: one symbol, or one for each class."""

    title: str
    shape: Shape
    classes: tuple[StyleClass, ...]
    column: str = ""
    """Where each object's class stands; empty: one symbol for all."""


@dataclass(frozen=True)
class Classed:
    """The class of each object of a map, and the legend."""

    title: str
    """What is measured."""
    words: Sequence[str]
    """Of the class of each object."""
    legend: tuple[StyleClass, ...]


def classed_zones(chapter: Chapter, report: Report, zones: Sequence[str]) -> Classed | None:
    """The classes of zones, those that the map leaves out being not known; None when the map is not one of zones."""
    wanted, legend = chapter.page.map, _legend(chapter, report)
    if not isinstance(wanted, ZoneMap) or not legend:
        return None
    values: Mapping[str, float | Missing] = wanted.values
    keys = [_key(wanted.classes, values.get(zone)) for zone in zones]
    if UNKNOWN in keys:
        legend.setdefault(UNKNOWN, NOT_GIVEN)
    return Classed(wanted.classes.title, tuple(legend[key].words for key in keys), _classes(legend))


def classed_objects(chapter: Chapter, report: Report) -> Classed | None:
    """The classes of measured objects; infinity is beyond every limit; None when the map is not one of objects."""
    wanted, legend = chapter.page.map, _legend(chapter, report)
    if not isinstance(wanted, ObjectMap) or not legend:
        return None
    values: NDArray[Any] = chapter.objects[wanted.column].to_numpy(dtype=float)
    words = np.array([legend[f"c{rank}"].words for rank in range(len(wanted.classes.words))], dtype=object)
    found = words[np.searchsorted(wanted.classes.limits, values, side="right")]
    if np.isnan(values).any():
        found[np.isnan(values)] = legend[UNKNOWN].words
    return Classed(wanted.classes.title, found.tolist(), _classes(legend))


def _legend(chapter: Chapter, report: Report) -> dict[str, LegendEntry]:
    """Entries of the legend of the service's map in the report, by key."""
    drawn = next((page.map for page in report.services if page.key == chapter.service.slug), None)
    return {entry.key: entry for entry in drawn.legend.entries} if drawn and drawn.legend else {}


def _key(classes: Classes, value: float | Missing | None) -> str:
    return f"c{classes.index(value)}" if isinstance(value, (int, float)) else UNKNOWN


def _classes(legend: Mapping[str, LegendEntry]) -> tuple[StyleClass, ...]:
    return tuple(StyleClass(entry.words, entry.colour) for entry in legend.values())
