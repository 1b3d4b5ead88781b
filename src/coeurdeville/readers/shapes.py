"""Shapes as a file gives them, made usable: two dimensions, valid, not empty, and each repair counted."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import shapely
from numpy.typing import NDArray

from coeurdeville.core.problems import Kind, Level, Problem

Shapes = NDArray[np.object_]
Rows = NDArray[np.bool_]

REPAIRED = Kind(
    "geometrie-reparee",
    "Des géométries de « {name} » se croisaient ou n’étaient pas fermées ; elles ont été réparées.",
    "Rien à faire ; pour les corriger à la source, ouvrir la couche dans QGIS et « Réparer les géométries ».",
    Level.NOTE,
)
UNUSABLE = Kind(
    "geometrie-illisible",
    "Des géométries de « {name} » sont illisibles ou vides ; ces objets restent sans forme.",
    "Corriger ces objets dans le fichier, ou les supprimer.",
    Level.WARNING,
)
_POLYGON, _MULTIPOLYGON, _COLLECTION = 3, 6, 7


def from_wkb(encoded: Shapes) -> tuple[Shapes, Rows, Rows]:
    """Geometries from WKB, which of them were repaired, which could not be used.

    Rings left open are closed. A row without WKB gives None and is neither repaired nor unusable.
    """
    shapes = shapely.from_wkb(encoded, on_invalid="ignore")
    lost = shapely.is_missing(shapes) & np.array([one is not None for one in encoded], dtype=bool)
    shapes[lost] = shapely.from_wkb(encoded[lost], on_invalid="fix")
    repaired, unusable = mend(shapes)
    return (
        shapes,
        (repaired | lost) & ~unusable & ~shapely.is_missing(shapes),
        unusable | (lost & shapely.is_missing(shapes)),
    )


def mend(shapes: Shapes) -> tuple[Rows, Rows]:
    """Repairs an array in place: areas that cross themselves are cut anew, empty shapes become None.

    Returns the rows repaired and those that were empty, or of which nothing is left.
    """
    shapes[:] = shapely.force_2d(shapes)
    present = ~shapely.is_missing(shapes)
    wrong = present & ~shapely.is_valid(shapes)
    areas = np.isin(shapely.get_type_id(shapes), (_POLYGON, _MULTIPOLYGON))
    shapes[wrong & areas] = shapely.make_valid(shapes[wrong & areas], method="structure", keep_collapsed=False)
    shapes[wrong & ~areas] = shapely.make_valid(shapes[wrong & ~areas])
    empty = present & shapely.is_empty(shapes)
    shapes[empty] = None
    return wrong & ~empty, empty


def saying(name: str, repaired: Rows, unusable: Rows, places: Callable[[Rows], tuple[str, ...]]) -> tuple[Problem, ...]:
    """What is said of repairs: nothing when there is nothing, else the count and the first places."""
    return tuple(
        kind(name=name, examples=places(rows), count=int(rows.sum()))
        for kind, rows in ((REPAIRED, repaired), (UNUSABLE, unusable))
        if rows.any()
    )
