"""One layer of an interactive map with its shapes, on its way to a file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from coeurdeville.reports import palette
from coeurdeville.reports.editions.feature_index import index_name
from coeurdeville.reports.editions.geojson import UNKNOWN, write_features, write_values
from coeurdeville.reports.editions.interactive_map import InteractiveLayer, MapClass
from coeurdeville.reports.editions.map_values import Values
from coeurdeville.reports.exports.map_style import StyleClass


@dataclass(frozen=True)
class Drawn:
    """Shapes in degrees, each with its class."""

    id: str
    words: str
    file: str
    """Without its extension."""
    geometry: Literal["point", "line", "area"]
    shapes: NDArray[np.object_]
    legend: tuple[StyleClass, ...]
    """That of the report's map; the class of what is not known is the hatched one."""
    attribution: str
    measure: str = ""
    of: Sequence[str] = ()
    """The words of the class of each shape; empty when the legend has one entry."""
    texts: Sequence[str] | None = field(default=None, repr=False)
    """What is read of each shape."""
    visible: bool = True
    values: Values | None = field(default=None, repr=False)
    """What is known of each shape, for the file of data."""

    def layer(self) -> InteractiveLayer:
        """What the map says of it."""
        ranks, (known, unknown) = self._ranks(), self._split()
        counts = {rank: int((ranks == rank).sum()) for rank in (*range(len(known)), UNKNOWN)}
        classes = tuple(MapClass(one.colour, one.words, counts[rank]) for rank, one in enumerate(known))
        missing = [MapClass(one.colour, one.words, counts[UNKNOWN]) for one in unknown]
        return InteractiveLayer(
            self.id, self.words, self.measure, self.geometry, f"{self.file}.geojson", classes,
            missing[0] if missing else None, self.visible, self.attribution,
            self._data(),
        )  # fmt: skip

    def files(self) -> Mapping[str, bytes]:
        """The shapes, their values when there are some, and where to find each in them."""
        drawn = _indexed(f"{self.file}.geojson", write_features(self.shapes, self._ranks(), self.texts))
        if self.values is None:
            return drawn
        values = self.values.classed(self.measure, self.of) if self.of else self.values
        written = write_values(self.shapes, values.properties(), values.members(self.words))
        return drawn | _indexed(self._data(), written)

    def _data(self) -> str:
        """`donnees-patrimoine-arbore-objets.geojson`; empty without values."""
        return f"donnees-{self.file.removeprefix('carte-')}.geojson" if self.values is not None else ""

    def _ranks(self) -> NDArray[np.int64]:
        """The rank of the class of each shape among those that are known."""
        known, _ = self._split()
        rank_of = {one.words: rank for rank, one in enumerate(known)}
        words = self.of or [known[0].words] * len(self.shapes)
        return np.array([rank_of.get(one, UNKNOWN) for one in words], dtype=np.int64)

    def _split(self) -> tuple[list[StyleClass], list[StyleClass]]:
        """The classes that are known, and the one that is not."""
        hatched = [one for one in self.legend if one.colour == palette.HATCH]
        return [one for one in self.legend if one not in hatched], hatched


def _indexed(name: str, written: tuple[bytes, bytes]) -> dict[str, bytes]:
    content, index = written
    return {name: content, index_name(name): index}
