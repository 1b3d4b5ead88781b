"""Files that have types or shapes (GeoJSON, GeoPackage, Shapefile, Parquet, JSON…), as texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from coeurdeville.core.problems import Kind, Level
from coeurdeville.readers.features import Features
from coeurdeville.readers.read import read
from coeurdeville.schemas.cells.table import Cells, Part
from coeurdeville.schemas.cells.values import text_of
from coeurdeville.schemas.model import TableSchema
from coeurdeville.territories.projections import WGS84, to_crs

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

UNPLACED = Kind(
    "geometrie-sans-projection",
    "La projection de « {name} » n’est pas connue : sa géométrie n’est pas vérifiée.",
    "Joindre le fichier .prj, ou enregistrer en GeoPackage ou en GeoJSON.",
    Level.WARNING,
)
GEOMETRY, LONGITUDE, LATITUDE = "geometry", "longitude", "latitude"
DECIMALS = 7
"""Of a degree: one centimetre."""


def read_features(path: Path, *, part: str | None = None, schema: TableSchema | None = None) -> Cells:
    """The attributes as texts, then the shapes in longitude and latitude as a column `geometry` of GeoJSON.

    Points also give `longitude` and `latitude` when the schema has these fields and the file does not. Rows have the
    rank of their object, from 1, and there is no header row.

    Raises
    ------
    Refused
        As `readers.read.read`.
    """
    features = read(path, part=part)
    texts: dict[str, pl.Series] = {}
    for place, name in enumerate(features.frame.columns):
        texts[str(name)] = _texts(features.frame.iloc[:, place])
    placed = features.geometry is None or features.crs is not None
    if features.geometry is not None and placed:
        wanted = () if schema is None else schema.names
        for name, column in _place_columns(features, wanted).items():
            texts.setdefault(name, column)
    notes = features.notes if placed else (*features.notes, UNPLACED(name=features.name))
    return Cells(features.name, tuple(texts), 0, _parts(texts, features), notes, path.stat().st_size)


def _parts(texts: Mapping[str, pl.Series], features: Features) -> Iterator[Part]:
    import polars as pl

    if texts and len(features):
        frame = pl.DataFrame({str(rank): column for rank, column in enumerate(texts.values())})
        yield Part(frame, features.row_numbers.astype(np.int64))


def _texts(column: pd.Series) -> pl.Series:
    """One column as texts; a column of numbers that are whole has no decimal."""
    import pandas as pd
    import polars as pl

    if pd.api.types.is_string_dtype(column.dtype) and column.dtype != object:
        return pl.Series(column.fillna("").to_numpy(dtype=object), dtype=pl.String)
    values = column.astype(object).where(column.notna(), None)
    return pl.Series([text_of(_plain(value)) for value in values], dtype=pl.String)


def _plain(value: Any) -> Any:
    """Scalars of numpy and pandas as those of Python."""
    if isinstance(value, np.ndarray):
        return value.tolist()
    if hasattr(value, "to_pydatetime"):
        return value.to_pydatetime()
    return value.item() if isinstance(value, np.generic) else value


def _place_columns(features: Features, wanted: tuple[str, ...]) -> dict[str, pl.Series]:
    import polars as pl
    import shapely

    shapes, source = features.geometry, features.crs
    if source is not None and source != WGS84:
        shapes = shapely.transform(shapes, lambda xy: to_crs(xy, source, WGS84))
    rounded = shapely.transform(shapes, lambda xy: np.round(xy, DECIMALS))
    found = {GEOMETRY: pl.Series([text or "" for text in shapely.to_geojson(rounded)], dtype=pl.String)}
    if LONGITUDE in wanted and LATITUDE in wanted and _only_points(rounded):
        for name, numbers in ((LONGITUDE, shapely.get_x(rounded)), (LATITUDE, shapely.get_y(rounded))):
            found[name] = pl.Series([text_of(float(one)) for one in numbers], dtype=pl.String)
    return found


def _only_points(shapes: Any) -> bool:
    import shapely

    kinds = shapely.get_type_id(shapes)
    return bool(np.isin(kinds, (-1, int(shapely.GeometryType.POINT))).all() and (kinds != -1).any())
