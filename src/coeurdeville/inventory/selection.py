"""The objects of an OpenStreetMap file that belong to a layer, by their tags; other files are taken whole."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import shapely
from numpy.typing import NDArray

from coeurdeville.core.problems import Kind, Level
from coeurdeville.layers.contract.layer import Layer
from coeurdeville.layers.contract.recognition import Tags
from coeurdeville.layers.contract.vector import AREA, LINE, POINT, VectorLayer
from coeurdeville.readers.features import Features
from coeurdeville.readers.formats import Format

if TYPE_CHECKING:
    import pandas as pd

FRAME_SUPPOSED = Kind(
    "emprise-supposee",
    "« {name} » ne dit pas son emprise ; il est supposé complet sur le rectangle de ses objets, à un centième près.",
    'Le dire dans ville.toml si ce n’est pas le cas : etendue = "commune" ou "partout".',
    Level.NOTE,
)
VALUE = "osm_value"
"""The column of the value of the tag by which an object belongs to a layer."""
MISLEADING = ("type", "denomination")
"""Tags that French files use otherwise: how a relation is built is no nature, and a confession is no name."""
MAPS = (Format.OSM, Format.PBF)
DIMENSIONS = {POINT: 0, LINE: 1, AREA: 2}


def select(features: Features, kind: type[Layer]) -> Features:
    """Objects with one of the layer's tags and its dimension; a closed way is an area or a line as its tags say.

    A column `VALUE` holds the value of that tag; columns of `MISLEADING` are dropped.
    """
    if features.format not in MAPS or not issubclass(kind, VectorLayer) or features.geometry is None:
        return features
    value = np.full(len(features), None, dtype=object)
    for tags in (one for one in kind.osm if one.key in features.frame):
        cells = features.frame[tags.key]
        held = _tagged(cells, tags)
        value[held] = cells[held]
    told = value != None  # noqa: E711 (element by element)
    known = ~shapely.is_missing(features.geometry)
    told &= known & (shapely.get_dimensions(features.geometry) == DIMENSIONS[kind.geometry])
    rows = np.flatnonzero(told)
    shapes = features.geometry[rows]
    features = features if features.extent is not None else _framed(features)
    return replace(
        features,
        frame=features.frame.iloc[rows]
        .assign(**{VALUE: value[rows]})
        .drop(columns=list(MISLEADING), errors="ignore")
        .reset_index(drop=True),
        row_numbers=features.row_numbers[rows],
        geometry=shapes,
    )


def _framed(features: Features) -> Features:
    """The same, complete on the rectangle of the file's objects but for the hundredth that stands furthest out.

    Ways and relations that cross the edge of an extract reach far beyond it.
    """
    assert features.geometry is not None
    points = shapely.get_coordinates(shapely.centroid(features.geometry[~shapely.is_missing(features.geometry)]))
    if not len(points):
        return features
    (west, south), (east, north) = np.quantile(points, [0.005, 0.995], axis=0)
    return replace(features, extent=shapely.box(west, south, east, north)).noting([FRAME_SUPPOSED(name=features.name)])


def _tagged(values: pd.Series, tags: Tags) -> NDArray[np.bool_]:
    held = values.isin(tags.values) if tags.values else values.notna() & (values != "no")
    return np.asarray(held, dtype=bool)
