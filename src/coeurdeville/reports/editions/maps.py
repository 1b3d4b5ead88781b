"""The interactive maps of a diagnostic, one for each service that has a map in its report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import shapely

from coeurdeville.reports.editions.geojson import bounds_of, view_of
from coeurdeville.reports.editions.interactive_map import Bounds, InteractiveMap, map_document
from coeurdeville.reports.editions.map_drawn import Drawn
from coeurdeville.reports.editions.map_floods import floods, reads_floods
from coeurdeville.reports.editions.map_ground import QUARTERS, context, limits
from coeurdeville.reports.editions.map_measured import MEASURE, Mapped, mapped, measured
from coeurdeville.reports.editions.report_file import compact
from coeurdeville.reports.ground import Ground
from coeurdeville.reports.map_svg import Frame
from coeurdeville.reports.model import Report
from coeurdeville.reports.subject import Chapter, Subject
from coeurdeville.services.contract.page import QUARTER, ZoneMap


def map_files(subject: Subject, chapters: Sequence[Chapter], report: Report) -> dict[str, bytes]:
    """Name -> content; nothing when no service has a map."""
    services, ground = [*mapped(subject, chapters, report)], Ground.of(subject.town, subject.on_offer)
    if not services:
        return {}
    frames = [ground.frame(one.shown) for one in services]
    window = _window(subject, frames)
    around, over = [*context(subject, ground, window)], [*limits(subject)]
    water = [*floods(subject, window)] if any(reads_floods(one.chapter) for one in services) else []
    files: dict[str, bytes] = {}
    for one, frame in zip(services, frames, strict=True):
        own = [*measured(one, subject.town.crs, report)]
        edges = water if reads_floods(one.chapter) else []
        layers = [*_stacked(one, own, around), *edges, *_over(one, over)]
        files[f"carte-{one.slug}.json"] = compact(map_document(_map(one, layers, _view(frame, subject))))
        files.update(_written(own))
    return files | dict(_written([*around, *water, *over]))


def _written(layers: Sequence[Drawn]) -> Iterator[tuple[str, bytes]]:
    for one in layers:
        yield from one.files().items()


def _stacked(one: Mapped, own: Sequence[Drawn], ground: Sequence[Drawn]) -> list[Drawn]:
    """The ground over the zones that are coloured, which leave none of it to be seen; under what has a place on it."""
    if not isinstance(one.chapter.page.map, ZoneMap):
        return [*ground, *own]
    zones = [layer for layer in own if layer.id == MEASURE]
    return [*zones, *ground, *(layer for layer in own if layer.id != MEASURE)]


def _over(one: Mapped, limits: Sequence[Drawn]) -> list[Drawn]:
    """Limits above what is measured, but for the quarters when they are what is coloured."""
    wanted = one.chapter.page.map
    drawn = isinstance(wanted, ZoneMap) and wanted.zoning == QUARTER
    return [limit for limit in limits if not (drawn and limit.id == QUARTERS)]


def _map(one: Mapped, layers: Sequence[Drawn], view: Bounds) -> InteractiveMap:
    figure = one.figure
    return InteractiveMap(
        one.slug, figure.title, figure.alt, figure.note, _around(layers, view), view,
        tuple(layer.layer() for layer in layers),
    )  # fmt: skip


def _around(layers: Sequence[Drawn], view: Bounds) -> Bounds:
    """What holds the view and every layer."""
    boxes = [view, *(bounds_of(one.shapes) for one in layers if len(one.shapes))]
    west, south, east, north = zip(*boxes, strict=True)
    return min(west), min(south), max(east), max(north)


def _window(subject: Subject, frames: Sequence[Frame]) -> Bounds:
    """The ground that the maps of a town show in all, in its projection."""
    boxes = [shapely.box(one.west, one.south, one.east, one.north) for one in frames]
    outline = [] if subject.town.outline is None else [subject.town.outline]
    west, south, east, north = shapely.total_bounds([*boxes, *outline]).tolist()
    return west, south, east, north


def _view(frame: Frame, subject: Subject) -> Bounds:
    return view_of(frame.west, frame.south, frame.east, frame.north, subject.town.crs)
