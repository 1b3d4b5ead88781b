"""Several files of one layer put together: four maps of one flood, two inventories of one town."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from coeurdeville.core.provenance import merged
from coeurdeville.geometry.union import joined
from coeurdeville.layers.contract.layer import Layer
from coeurdeville.layers.contract.table import SeriesLayer, TableLayer

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry


def together(parts: Sequence[Layer]) -> Layer:
    """One layer that holds the objects of all, in order; a single one is given back as it is.

    It is exhaustive where one of its parts is. Series are put back in the order of their dates.
    """
    import pandas as pd

    first = parts[0]
    if len(parts) == 1 or not isinstance(first, TableLayer):
        return first
    frame = pd.concat([part.frame for part in parts if isinstance(part, TableLayer)], ignore_index=True)
    if isinstance(first, SeriesLayer):
        frame = frame.sort_values("date", ignore_index=True)
    return type(first)(frame, origin=merged([part.origin for part in parts]), extent=_extent(parts))


def _extent(parts: Sequence[Layer]) -> BaseGeometry | None:
    known = [part.extent for part in parts]
    if any(extent is None for extent in known):
        return None
    _, (extent,) = joined(np.array(known, dtype=object), np.zeros(len(known), dtype=int))
    return extent
