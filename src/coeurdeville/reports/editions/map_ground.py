"""What lies under every interactive map of a town, the same files for all: ground, quarters, outline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from coeurdeville.core import french
from coeurdeville.layers.buildings import Buildings
from coeurdeville.layers.contract.vector import LINE, VectorLayer
from coeurdeville.reports.editions.geojson import in_degrees
from coeurdeville.reports.editions.interactive_map import NO_FILL, Bounds
from coeurdeville.reports.editions.map_drawn import Drawn
from coeurdeville.reports.editions.map_values import values_of_limits
from coeurdeville.reports.exports.map_style import StyleClass
from coeurdeville.reports.ground import Ground
from coeurdeville.reports.subject import Subject

PREFIX, QUARTERS, OUTLINE = "carte-fond", "quartiers", "contour"


def context(subject: Subject, ground: Ground, window: Bounds) -> Iterator[Drawn]:
    """Water, green spaces, streets as the report's maps have them, cut at the window; nothing of what is not there."""
    for kind in ground.kinds():
        shapes = inside(ground.shapes[kind.id], window) if kind is not Buildings else np.empty(0, dtype=object)
        if len(shapes):
            yield _ground(subject, kind, ground.colour(kind.id), shapes)


def limits(subject: Subject) -> Iterator[Drawn]:
    """Quarters, hidden at first, and the outline of the town, where they are known."""
    town, quarters = subject.town, subject.quarters
    if quarters is not None:
        legend = (StyleClass("Quartiers", NO_FILL),)
        shapes = _placed([*quarters.zones.values()], town.crs)
        yield Drawn(QUARTERS, "Quartiers", f"{PREFIX}-{QUARTERS}", "area", shapes, legend, quarters.origin.cite(),
                    texts=[*quarters.zones], visible=False,
                    values=values_of_limits("Quartier", [*quarters.zones], quarters.origin))  # fmt: skip
    if town.outline is not None:
        title = "Contour de la commune"
        origin = subject.contour
        source = origin.cite() if origin is not None else title
        values = values_of_limits("Nom", [town.name], origin) if origin is not None else None
        legend = (StyleClass(title, NO_FILL),)
        yield Drawn(OUTLINE, title, f"{PREFIX}-{OUTLINE}", "area", _placed([town.outline], town.crs), legend, source,
                    values=values)  # fmt: skip


def _ground(subject: Subject, kind: type[VectorLayer], colour: str, shapes: NDArray[np.object_]) -> Drawn:
    geometry: Literal["line", "area"] = "line" if kind.geometry == LINE else "area"
    return Drawn(
        kind.slug, french.capital(kind.title), f"{PREFIX}-{kind.slug}", geometry, in_degrees(shapes, subject.town.crs),
        (StyleClass(kind.title, colour),), subject.on_offer[kind].layer.origin.cite(),
    )  # fmt: skip


def _placed(shapes: Sequence[BaseGeometry], crs: int) -> NDArray[np.object_]:
    return in_degrees(np.array(shapes, dtype=object), crs)


def inside(shapes: NDArray[np.object_], window: Bounds) -> NDArray[np.object_]:
    """What is inside the window; only what crosses its sides is cut."""
    bounds = shapely.bounds(shapes)
    near = (bounds[:, :2] <= window[2:]).all(axis=1) & (bounds[:, 2:] >= window[:2]).all(axis=1)
    kept, bounds = shapes[near], bounds[near]
    crossing = (bounds[:, :2] < window[:2]).any(axis=1) | (bounds[:, 2:] > window[2:]).any(axis=1)
    kept[crossing] = shapely.clip_by_rect(kept[crossing], *window)
    seen: NDArray[np.object_] = kept[~shapely.is_empty(kept)]
    return seen
