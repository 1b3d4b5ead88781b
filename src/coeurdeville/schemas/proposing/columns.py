"""The columns of towns' files, as texts, whatever the format; those that many towns have are put together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coeurdeville.core.problems import Problem
from coeurdeville.readers.crs import LONGITUDE_LATITUDE
from coeurdeville.readers.features import Features
from coeurdeville.readers.read import read
from coeurdeville.readers.values import texts
from coeurdeville.schemas.synonyms import Read, read_name

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, eq=False)
class TownColumn:
    """One column of one file."""

    file: str
    name: str
    cells: pd.Series
    """Trimmed texts, missing where nothing is said."""

    @cached_property
    def read(self) -> Read:
        """What its name says."""
        return read_name(self.name)

    @property
    def filled(self) -> pd.Series:
        """The cells that say something."""
        return self.cells.dropna()


@dataclass(frozen=True, eq=False)
class Shared:
    """What several files call by one name, or by names that mean the same."""

    key: str
    columns: tuple[TownColumn, ...]
    """One of each file at most."""

    @property
    def cells(self) -> pd.Series:
        """The cells of all files that say something."""
        import pandas as pd

        return pd.concat([one.filled for one in self.columns], ignore_index=True)

    @property
    def share(self) -> float:
        """Share of the rows of these files where something is said, from 0 to 1."""
        rows = sum(len(one.cells) for one in self.columns)
        return sum(len(one.filled) for one in self.columns) / rows if rows else 0.0

    @property
    def units(self) -> tuple[str, ...]:
        """Units that the names say, each once."""
        return tuple(dict.fromkeys(one.read.unit for one in self.columns if one.read.unit))


def columns_of(path: Path, file: str) -> tuple[list[TownColumn], tuple[Problem, ...]]:
    """The columns of a file, its shapes among them (`longitude` and `latitude`, or `geometrie`), and what reading said.

    `file` is how the file is called among the others.

    Raises
    ------
    Refused
        When the file cannot be read.
    """
    features = read(path)
    found = [TownColumn(file, str(name), texts(features.frame[name])) for name in features.frame]
    found += [TownColumn(file, name, cells) for name, cells in _shapes(features)]
    return found, features.notes


def together(columns: Sequence[TownColumn]) -> list[Shared]:
    """Columns that mean the same in different files, the most shared first, then as they come.

    A file whose two columns mean the same gives the one that is named so; the other stands by its own name.
    """
    groups: dict[str, list[TownColumn]] = {}
    for one in sorted(columns, key=lambda column: column.read.plain != column.read.key):
        taken = any(other.file == one.file for other in groups.get(one.read.key, ()))
        group = groups.setdefault(one.read.plain if taken else one.read.key, [])
        if all(other.file != one.file for other in group):
            group.append(one)
    order = {id(one): rank for rank, one in enumerate(columns)}
    shared = [Shared(key, tuple(group)) for key, group in groups.items()]
    return sorted(shared, key=lambda one: (-len(one.columns), min(order[id(column)] for column in one.columns)))


def _shapes(features: Features) -> Iterator[tuple[str, pd.Series]]:
    """Points as two columns, other shapes as one of GeoJSON, in longitude and latitude."""
    import geopandas as gpd
    import pandas as pd

    if features.geometry is None or features.crs is None:
        return
    shapes = gpd.GeoSeries(features.geometry, crs=features.crs).to_crs(LONGITUDE_LATITUDE)
    if set(shapes.dropna().geom_type) <= {"Point"}:
        yield "longitude", texts(shapes.x.round(6))
        yield "latitude", texts(shapes.y.round(6))
    else:
        written = [None if one is None else _geojson(one) for one in shapes]
        yield "geometrie", pd.Series(written, dtype="str")


def _geojson(shape: Any) -> str:
    import shapely

    return str(shapely.to_geojson(shapely.set_precision(shape, 1e-6)))
