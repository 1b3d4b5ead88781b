"""Coordinates that are not a longitude and a latitude in this order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from coeurdeville.core.problems import Kind, Level
from coeurdeville.schemas.plausibility.contract import Context, Doubt, Doubtful
from coeurdeville.schemas.plausibility.places import places
from coeurdeville.schemas.rules.france import swapped

if TYPE_CHECKING:
    import polars as pl

ODD = Kind(
    "coordonnees-douteuses",
    "Des coordonnées {fault}.",
    "{cure}",
    Level.WARNING,
)
Numbers = NDArray[np.float64]
Flags = NDArray[np.bool_]


def projected(longitude: Numbers, latitude: Numbers) -> Flags:
    """Which pairs are beyond what degrees can be."""
    return np.asarray((np.abs(longitude) > 180) | (np.abs(latitude) > 90))


def at_zero(longitude: Numbers, latitude: Numbers) -> Flags:
    """Which pairs are where the equator meets the meridian of Greenwich."""
    return np.asarray((longitude == 0) & (latitude == 0))


FAULTS = (
    (swapped, "ont leur latitude à la place de leur longitude", "Échanger les deux colonnes sur ces lignes."),
    (projected, "ne sont pas en degrés", "Les convertir en longitude et latitude (WGS 84) ; l’original est projeté."),
    (at_zero, "valent zéro", "Vider ces cellules : zéro n’est pas un lieu de France."),
)


def _judge(kept: pl.DataFrame, _: Context) -> Iterator[Doubtful]:
    import polars as pl

    longitude, latitude = (kept[one].fill_null(float("nan")).to_numpy() for one in ("longitude", "latitude"))
    for found, fault, cure in FAULTS:
        yield pl.Series(found(longitude, latitude), dtype=pl.Boolean), {"fault": fault, "cure": cure}


odd_coordinates = Doubt(ODD, places, _judge)
