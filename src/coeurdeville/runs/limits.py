"""What of a layer is of the town, so that it is counted: the rest serves the neighbourhood only."""

from __future__ import annotations

from typing import TypeVar

import numpy as np

from coeurdeville.layers.contract.layer import Layer
from coeurdeville.layers.contract.vector import VectorLayer
from coeurdeville.territories.territory import Territory

L = TypeVar("L", bound=Layer)


def of_the_town(layer: L, territory: Territory) -> L:
    """The objects whose inner point is in the outline, else in the circle that holds the town; the extent is kept.

    All of them where neither is known, or where objects have no place.
    """
    if not isinstance(layer, VectorLayer):
        return layer
    return layer.take(np.flatnonzero(territory.holds(layer.inner_points())))
