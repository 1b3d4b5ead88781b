"""Layers of objects that have a place: points, lines, areas."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar, Self

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from coeurdeville.core.problems import Kind, Problem
from coeurdeville.core.provenance import Origin
from coeurdeville.layers.contract.recognition import State, Tags
from coeurdeville.layers.contract.table import TableLayer

POINT = frozenset({"Point"})
LINE = frozenset({"LineString", "MultiLineString"})
AREA = frozenset({"Polygon", "MultiPolygon"})
SHAPES = {POINT: "des points", LINE: "des lignes", AREA: "des surfaces", AREA | POINT: "des surfaces ou des points"}

NOT_METRIC = Kind(
    "projection-non-metrique",
    "La couche « {title} » est en {crs} : une projection en mètres est attendue.",
    "Reprojeter les données, ou indiquer leur vraie projection.",
)
WRONG_GEOMETRY = Kind(
    "geometrie-inattendue",
    "La couche « {title} » attend {expected}, et contient : {found}.",
    "Vérifier que le fichier est déclaré sous la bonne couche.",
)
INVALID_GEOMETRY = Kind(
    "geometrie-invalide",
    "La couche « {title} » contient des géométries absentes, vides ou qui se croisent.",
    "Les réparer (le chargement d’un fichier le fait et compte les réparations).",
)


class VectorLayer(TableLayer):
    """Objects with a geometry, in the projection of their territory (metres)."""

    geometry: ClassVar[frozenset[str]]
    """`POINT`, `LINE` or `AREA`."""
    state: ClassVar[State | None] = None
    """How a file tells objects that are no longer there."""
    osm: ClassVar[tuple[Tags, ...]] = ()
    """OpenStreetMap tags of its objects; empty: it is not read from OpenStreetMap."""

    bounded: ClassVar[bool] = False
    """A town's own file of it stops at the town's limits: beyond, nothing is known."""

    @classmethod
    def doubts(cls, frame: Any) -> dict[str, str]:  # noqa: ARG003
        """Columns whose values do not look like what their name says -> what to confirm, in French."""
        return {}

    @classmethod
    def complete(cls, frame: Any, origin: Origin) -> tuple[Any, Origin, list[Problem]]:
        """Canonical values drawn from the raw ones of a file (a species from its code), before the checks.

        Returns the frame, the origin with what was supposed, and what is to be said of it.
        """
        return frame, origin, []

    @classmethod
    def _own_columns(cls) -> tuple[str, ...]:
        return ("geometry",)

    @property
    def shapes(self) -> NDArray[np.object_]:
        """Geometries, shape `(n,)`; a copy."""
        return np.array(self._data.geometry.array, dtype=object)

    @property
    def crs(self) -> int:
        """EPSG code."""
        return int(self._data.crs.to_epsg())

    def problems(self) -> Iterator[Problem]:
        """Problems of projection, geometry and columns."""
        if self._data.crs is None or not self._data.crs.is_projected:
            yield NOT_METRIC(title=self.title, crs=self._data.crs or "projection inconnue")
        shapes = self.shapes
        _, one_of_each = np.unique(shapely.get_type_id(shapes), return_index=True)
        if alien := sorted({shape.geom_type for shape in shapes[one_of_each] if shape is not None} - self.geometry):
            yield WRONG_GEOMETRY(title=self.title, expected=SHAPES[self.geometry], found=", ".join(alien))
        if bad := int((shapely.is_missing(shapes) | shapely.is_empty(shapes) | ~shapely.is_valid(shapes)).sum()):
            yield INVALID_GEOMETRY(title=self.title, count=bad)
        yield from super().problems()

    def clip(self, area: BaseGeometry) -> Self:
        """Objects that touch `area`, whole; the extent is cut."""
        extent = area if self.extent is None else self.extent.intersection(area)
        shapely.prepare(area)
        return self._holding(self._data[shapely.intersects(area, self.shapes)], extent)

    def within(self, zone: BaseGeometry) -> Self:
        """Objects whose inner point is in `zone`, its limit included."""
        shapely.prepare(zone)
        return self.take(np.flatnonzero(shapely.intersects(zone, self.inner_points())))

    def split(self, zones: Mapping[str, BaseGeometry]) -> dict[str, Self]:
        """Each object to the first zone that holds its inner point: one on a limit is counted once."""
        tree = shapely.STRtree(self.inner_points())
        zone, row = tree.query(np.array(list(zones.values()), dtype=object), predicate="intersects")
        owner = np.full(len(self), len(zones))
        np.minimum.at(owner, row, zone)
        order = np.argsort(owner, kind="stable")
        cuts = np.searchsorted(owner[order], np.arange(len(zones) + 1))
        sorted_once = self._data.iloc[order]
        return {name: self._holding(sorted_once.iloc[cuts[k] : cuts[k + 1]]) for k, name in enumerate(zones)}

    def inner_points(self) -> NDArray[np.object_]:
        """A point of each object: the point itself, a vertex near the middle of a line, a point inside an area."""
        return np.asarray(shapely.point_on_surface(self.shapes), dtype=object)

    def take(self, rows: NDArray[Any]) -> Self:
        """The objects of these positions, in this order."""
        return self._holding(self._data.iloc[rows])

    def _more_to_hash(self) -> Iterator[bytes]:
        yield from super()._more_to_hash()
        yield repr(self._data.crs.to_epsg()).encode()
        yield b"".join(shapely.to_wkb(self.shapes))
