"""Where a file is exhaustive: what it says, what the inventory says, else the town's limits."""

from __future__ import annotations

from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from coeurdeville.core.french import percent
from coeurdeville.core.problems import Kind, Level, Problem
from coeurdeville.inventory.donnee import Donnee
from coeurdeville.layers.contract.vector import VectorLayer
from coeurdeville.territories.territory import Territory

BEYOND = 0.05
"""Share of objects outside the commune above which a file is understood to go beyond it."""

EXTENT_SUPPOSED = Kind(
    "etendue-supposee",
    "Donnée « {id} » : {share} des objets sont hors de la commune ; le fichier est supposé complet sur son rectangle.",
    'Le dire dans ville.toml : etendue = "commune", "fichier" ou "partout".',
    Level.NOTE,
)


def extent_of(
    donnee: Donnee, kind: type[VectorLayer], shapes: NDArray[np.object_], file_extent: Any, territory: Territory
) -> tuple[Any, list[Problem]]:
    """Where the layer is exhaustive (None: everywhere), and what was supposed.

    In this order: what the entry says; the bounds that the file gives; for the layers that a town
    draws for itself (`bounded`), the commune, or the file's own rectangle when it goes beyond;
    everywhere for the others.
    """
    rectangle = shapely.box(*shapely.total_bounds(shapes))
    told = {"partout": None, "fichier": file_extent or rectangle, "commune": territory.outline}
    if donnee.etendue:
        return told[donnee.etendue], []
    if file_extent is not None:
        return file_extent, []
    if not kind.bounded or territory.outline is None:
        return None, []
    beyond = 1 - float(np.mean(shapely.intersects(territory.outline, shapes)))
    if beyond <= BEYOND:
        return territory.outline, []
    return rectangle, [EXTENT_SUPPOSED(id=donnee.id, share=percent(100 * beyond))]
