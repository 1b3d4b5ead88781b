"""The edges of flood zones over the map of a service that reads them: where water would come, scenario by scenario."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import shapely
from numpy.typing import NDArray

from coeurdeville.geometry.union import joined
from coeurdeville.layers.flood_zones import FloodZones
from coeurdeville.reports import palette
from coeurdeville.reports.editions.geojson import in_degrees
from coeurdeville.reports.editions.interactive_map import Bounds
from coeurdeville.reports.editions.map_drawn import Drawn
from coeurdeville.reports.editions.map_ground import PREFIX, inside
from coeurdeville.reports.exports.map_style import StyleClass
from coeurdeville.reports.subject import Chapter, Subject
from coeurdeville.services.risks.flood_scenarios import ordered

TITLE, TOGETHER = "Bords des zones inondables", "tous les scénarios"
MOST = 4
"""Scenarios told apart; beyond, their edges are drawn alike."""


def reads_floods(chapter: Chapter) -> bool:
    """Whether the service rests on flood zones."""
    asked = chapter.service.signature
    return FloodZones in {*asked.needs.values(), *asked.improvements.values()}


def floods(subject: Subject, window: Bounds) -> Iterator[Drawn]:
    """One layer of lines: what is inside a line is under water. Nothing without zones in the window."""
    if FloodZones not in subject.on_offer:
        return
    layer = subject.on_offer[FloodZones].layer
    assert isinstance(layer, FloodZones)
    names = _names(layer)
    rank_of = {one: rank for rank, one in enumerate(dict.fromkeys(names.values()))}
    ranks, wholes = joined(layer.shapes, np.array([rank_of[names[one]] for one in layer.frame["scenario"]]))
    parts, of = shapely.get_parts(wholes, return_index=True)
    edges, words = _seen(shapely.boundary(parts), ranks[of], window, [*rank_of])
    if len(edges):
        legend = tuple(StyleClass(one, colour) for one, colour in zip(rank_of, _colours(len(rank_of)), strict=True))
        yield Drawn(
            FloodZones.slug, TITLE, f"{PREFIX}-{FloodZones.slug}", "line", in_degrees(edges, subject.town.crs), legend,
            layer.origin.cite(), of=words if len(legend) > 1 else (),
        )  # fmt: skip


def _names(layer: FloodZones) -> dict[str, str]:
    """Scenario of the data -> what it is called, from the most frequent to the rarest."""
    found = {one.name: one.label for one in ordered(layer.frame["scenario"].unique())}
    return found if len(set(found.values())) <= MOST else dict.fromkeys(found, TOGETHER)


def _seen(
    edges: NDArray[np.object_], ranks: NDArray[np.int64], window: Bounds, words: list[str]
) -> tuple[NDArray[np.object_], list[str]]:
    """The edges inside the window, and the words of each."""
    kept = [(edge, words[rank]) for rank in range(len(words)) for edge in inside(edges[ranks == rank], window)]
    return np.array([edge for edge, _ in kept], dtype=object), [word for _, word in kept]


def _colours(count: int) -> tuple[str, ...]:
    """From the darkest, for what comes most often; of a theme that no map of floods is coloured with."""
    return palette.ramp("climat", max(count, 2))[::-1][:count]
