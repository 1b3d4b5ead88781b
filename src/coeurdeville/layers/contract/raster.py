"""Layers of cells: one number for each square of a grid."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import ClassVar, Self

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from coeurdeville.core import french
from coeurdeville.core.problems import Kind, Problem
from coeurdeville.core.provenance import Origin
from coeurdeville.geometry.union import apart
from coeurdeville.layers.contract.layer import Layer

GRID_UNUSABLE = Kind(
    "grille-inutilisable",
    "La grille de la couche « {title} » n’est pas utilisable : {why}.",
    "Refaire la grille avec des cases carrées, en mètres, dont une au moins est connue.",
)
CELLS_OUTSIDE = Kind(
    "cases-hors-bornes",
    "La couche « {title} » a des cases hors de ses bornes : {bounds}.",
    "Vérifier l’unité, et la valeur qui marque les cases inconnues.",
)


@dataclass(frozen=True, eq=False)
class Grid:
    """Square cells, aligned on the axes of a projection in metres."""

    values: NDArray[np.float64]
    """Shape `(y, x)`, row 0 in the south; NaN where nothing is known."""
    x0: float
    """Western edge [m]."""
    y0: float
    """Southern edge [m]."""
    cell: float
    """Side of a cell [m]."""
    crs: int
    """EPSG code."""

    @property
    def rectangle(self) -> BaseGeometry:
        """The ground of all cells, known or not."""
        rows, columns = self.values.shape
        return shapely.box(self.x0, self.y0, self.x0 + columns * self.cell, self.y0 + rows * self.cell)

    def known(self) -> BaseGeometry:
        """The ground of the cells where something is known."""
        unknown = self.areas(np.isnan(self.values))
        return shapely.difference(self.rectangle, shapely.union_all(unknown)) if len(unknown) else self.rectangle

    def areas(self, chosen: NDArray[np.bool_]) -> NDArray[np.object_]:
        """The ground of the chosen cells (shape `(y, x)`), as polygons that do not overlap.

        Neighbours of a row make one box first, then boxes that meet are joined.
        """
        edges = np.diff(np.pad(chosen, ((0, 0), (1, 1))).astype(np.int8), axis=1)
        row, start = np.nonzero(edges == 1)
        end = np.nonzero(edges == -1)[1]
        west, east = self.x0 + start * self.cell, self.x0 + end * self.cell
        return apart(shapely.box(west, self.y0 + row * self.cell, east, self.y0 + (row + 1) * self.cell))

    def window(self, area: BaseGeometry) -> Grid:
        """The cells of the rectangle around `area` that are in the grid; those on its edge are kept whole."""
        west, south, east, north = (np.array(area.bounds) - [self.x0, self.y0] * 2) / self.cell
        first_row, first_column = max(0, math.floor(south)), max(0, math.floor(west))
        rows = slice(first_row, max(first_row, math.ceil(north)))
        columns = slice(first_column, max(first_column, math.ceil(east)))
        x0, y0 = self.x0 + first_column * self.cell, self.y0 + first_row * self.cell
        return replace(self, values=self.values[rows, columns], x0=x0, y0=y0)


class RasterLayer(Layer):
    """A grid of numbers, exhaustive where its cells are known, within the extent when one is given."""

    unit: ClassVar[str] = ""
    minimum: ClassVar[float] = -math.inf
    maximum: ClassVar[float] = math.inf

    def __init__(self, grid: Grid, *, origin: Origin, extent: BaseGeometry | None = None) -> None:
        values = np.array(grid.values, dtype=np.float64)
        values.flags.writeable = False
        self._data: Grid
        super().__init__(replace(grid, values=values), origin=origin)
        known = self._data.known()
        self.extent: BaseGeometry = known if extent is None else shapely.intersection(known, extent)

    @property
    def grid(self) -> Grid:
        """The cells; their values cannot be written to."""
        return self._data

    def __len__(self) -> int:
        """Number of known cells."""
        return int(np.isfinite(self._data.values).sum())

    def problems(self) -> Iterator[Problem]:
        """Problems of the grid, then of its values."""
        unusable = list(self._unusable())
        yield from unusable
        if not unusable:
            values = self._data.values
            wrong = int(((values < self.minimum) | (values > self.maximum)).sum())
            if wrong:
                yield CELLS_OUTSIDE(
                    title=self.title, bounds=french.bounds(self.minimum, self.maximum, self.unit), count=wrong
                )

    def _unusable(self) -> Iterator[Problem]:
        import pyproj

        grid = self._data
        reasons = {
            "ses valeurs ne forment pas un tableau à deux dimensions": grid.values.ndim != 2,
            "aucune case n’est connue": not np.isfinite(grid.values).any(),
            "une valeur est infinie": bool(np.isinf(grid.values).any()),
            "la taille des cases n’est pas un nombre positif": not (0 < grid.cell < math.inf),
            "sa position n’est pas connue": not (math.isfinite(grid.x0) and math.isfinite(grid.y0)),
            f"EPSG:{grid.crs} n’est pas une projection en mètres": not pyproj.CRS.from_epsg(grid.crs).is_projected,
        }
        yield from (GRID_UNUSABLE(title=self.title, why=why) for why, found in reasons.items() if found)

    def clip(self, area: BaseGeometry) -> Self:
        """The cells of the rectangle around `area`; the extent is cut."""
        return self._holding(self._data.window(area), self.extent.intersection(area))

    def fingerprint(self) -> str:
        """Hash of the cells, of where they are, and of the extent."""
        grid = self._data
        digest = hashlib.sha256(repr((grid.values.shape, grid.x0, grid.y0, grid.cell, grid.crs)).encode())
        digest.update(np.where(np.isnan(grid.values), np.nan, grid.values + 0.0).tobytes())
        digest.update(self.extent.wkb)
        return digest.hexdigest()[:16]
