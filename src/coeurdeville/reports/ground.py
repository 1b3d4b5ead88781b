"""The muted ground of a town's maps: its outline, water, green spaces, streets, buildings where they are known."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import shapely

from coeurdeville.layers.buildings import Buildings
from coeurdeville.layers.contract.supply import Supplies
from coeurdeville.layers.contract.vector import VectorLayer
from coeurdeville.layers.green_spaces import GreenSpaces
from coeurdeville.layers.roads import Roads
from coeurdeville.layers.water import Water
from coeurdeville.reports import map_svg, palette
from coeurdeville.territories.territory import Territory

ORDER: tuple[type[VectorLayer], ...] = (GreenSpaces, Water, Roads, Buildings)
"""From the bottom up."""
COLOURS = {GreenSpaces.id: "park", Water.id: "water", Roads.id: "road", Buildings.id: "built"}
MANY = 200
"""Objects from which the hundredth that stands furthest out on each side does not widen a map."""
FILLED = 0.6
"""Share of the town's width under which what is drawn takes the frame for itself."""
LEAST = 1000.0
"""Metres across a map that is not drawn around an outline: a closer look would show no town."""


@dataclass(frozen=True)
class Ground:
    """What lies under every map of a town."""

    territory: Territory
    shapes: dict[str, Any]
    """Layer id -> geometries, `(n,)`."""

    @classmethod
    def of(cls, territory: Territory, on_offer: Supplies) -> Ground:
        """The ground drawn from what the town offers."""
        known = [(kind, on_offer[kind].layer) for kind in ORDER if kind in on_offer]
        return cls(territory, {kind.id: layer.shapes for kind, layer in known if isinstance(layer, VectorLayer)})

    def layers(self, without: str = "") -> list[Any]:
        """The ground, from the bottom up; `without` one that is drawn in colour above."""
        drawn: list[Any] = []
        if self.territory.outline is not None:
            drawn.append(map_svg.Areas([self.territory.outline], palette.GROUND["town"]))
        return drawn + [paint for name, paint in self._painted.items() if name != without]

    @cached_property
    def _painted(self) -> dict[str, Any]:
        """Each layer as it is drawn, the same for all maps: its path is written once."""
        return {name: self._paint(name) for name in self.shapes}

    def _paint(self, name: str) -> Any:
        if name == Roads.id:
            return map_svg.Lines(self.shapes[name], self.colour(name), 0.7)
        return map_svg.Areas(self.shapes[name], self.colour(name))

    def kinds(self) -> list[type[VectorLayer]]:
        """The layers that are drawn, from the bottom up."""
        return [kind for kind in ORDER if kind.id in self.shapes]

    def colour(self, name: str) -> str:
        """The muted colour of a layer of the ground."""
        return palette.GROUND[COLOURS[name]]

    def limit(self) -> Any:
        """The town's outline, above everything."""
        outline = [] if self.territory.outline is None else [self.territory.outline]
        return map_svg.Areas(np.array(outline, dtype=object), "none", palette.MUTED, 1.2)

    def frame(self, shown: Any) -> map_svg.Frame:
        """The window: the town, or what is shown when it takes a small part of it or when there is no outline."""
        shapes = np.asarray(shown, dtype=object)
        outline = self.territory.outline
        if outline is not None and not len(shapes):
            return map_svg.Frame.around([outline])
        if outline is None:
            return map_svg.Frame.around(shapes, least=LEAST)
        core = _core(shapes)
        west, south, east, north = core.bounds
        whole = outline.bounds
        small = max((east - west) / (whole[2] - whole[0]), (north - south) / (whole[3] - whole[1])) < FILLED
        return map_svg.Frame.around([core], least=LEAST) if small else map_svg.Frame.around([outline])


def _core(shapes: Any) -> Any:
    """The rectangle of what is shown, but for the few objects that stand far out when there are many."""
    if len(shapes) < MANY:
        return shapely.box(*shapely.total_bounds(shapes))
    points = shapely.get_coordinates(shapely.centroid(shapes[~shapely.is_missing(shapes)]))
    (west, south), (east, north) = np.quantile(points, [0.01, 0.99], axis=0)
    return shapely.box(west, south, east, north)
