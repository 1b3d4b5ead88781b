"""The objects of an OpenStreetMap file that belong to a layer, by their tags; other files are taken whole."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import shapely
from numpy.typing import NDArray

from coeurdeville.layers.contract.layer import Layer
from coeurdeville.layers.contract.recognition import Tags
from coeurdeville.layers.contract.vector import AREA, LINE, POINT, VectorLayer
from coeurdeville.readers.features import Features
from coeurdeville.readers.formats import Format

if TYPE_CHECKING:
    import pandas as pd

MAPS = (Format.OSM, Format.PBF)
DIMENSIONS = {POINT: 0, LINE: 1, AREA: 2}


def select(features: Features, kind: type[Layer]) -> Features:
    """Objects with one of the layer's tags and its dimension; a closed way is an area or a line as its tags say."""
    if features.format not in MAPS or not issubclass(kind, VectorLayer) or features.geometry is None:
        return features
    told = np.zeros(len(features), dtype=bool)
    for tags in kind.osm:
        told |= _tagged(features.frame, tags)
    known = ~shapely.is_missing(features.geometry)
    told &= known & (shapely.get_dimensions(features.geometry) == DIMENSIONS[kind.geometry])
    rows = np.flatnonzero(told)
    return replace(
        features,
        frame=features.frame.iloc[rows].reset_index(drop=True),
        row_numbers=features.row_numbers[rows],
        geometry=features.geometry[rows],
    )


def _tagged(frame: pd.DataFrame, tags: Tags) -> NDArray[np.bool_]:
    if tags.key not in frame:
        return np.zeros(len(frame), dtype=bool)
    values = frame[tags.key]
    held = values.isin(tags.values) if tags.values else values.notna() & (values != "no")
    return np.asarray(held, dtype=bool)
