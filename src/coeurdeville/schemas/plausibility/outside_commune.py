"""Points out of the town."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from coeurdeville.core.problems import Kind, Level
from coeurdeville.schemas.plausibility.contract import Context, Doubt, Doubtful
from coeurdeville.schemas.plausibility.odd_coordinates import at_zero, projected
from coeurdeville.schemas.plausibility.places import places
from coeurdeville.schemas.rules.france import swapped
from coeurdeville.territories.projections import WGS84, to_crs

if TYPE_CHECKING:
    import polars as pl

    from coeurdeville.territories.territory import Territory

OUTSIDE = Kind(
    "hors-de-la-commune",
    "Des points ne sont pas dans la commune {town}{how}.",
    "Vérifier leurs coordonnées ; rien à faire si le fichier dépasse la commune.",
    Level.WARNING,
)
BLOCK = 200_000
"""Points made into shapes at once."""
Numbers = NDArray[np.float64]
Flags = NDArray[np.bool_]


def _judge(kept: pl.DataFrame, context: Context) -> Iterator[Doubtful]:
    """Coordinates that are odd in themselves are said elsewhere, and not judged here."""
    import polars as pl

    from coeurdeville.territories.territory import Ground

    town = context.territory
    if town is None or town.ground is Ground.UNKNOWN:
        return
    longitude, latitude = (kept[one].fill_null(float("nan")).to_numpy() for one in ("longitude", "latitude"))
    odd = swapped(longitude, latitude) | projected(longitude, latitude) | at_zero(longitude, latitude)
    judged = np.flatnonzero(np.isfinite(longitude) & np.isfinite(latitude) & ~odd)
    outside = np.zeros(len(kept), dtype=np.bool_)
    for start in range(0, len(judged), BLOCK):
        some = judged[start : start + BLOCK]
        outside[some] = ~_held(town, np.column_stack((longitude[some], latitude[some])))
    how = " (cercle autour de son centre)" if town.ground is Ground.CIRCLE else ""
    yield pl.Series(outside, dtype=pl.Boolean), {"town": f"« {town.name} »", "how": how}


def _held(town: Territory, lonlat: Numbers) -> Flags:
    import shapely

    xy = to_crs(lonlat, WGS84, town.crs)
    reached = np.isfinite(xy).all(axis=1)
    held = np.zeros(len(xy), dtype=np.bool_)
    held[reached] = town.holds(shapely.points(xy[reached]))
    return held


outside_commune = Doubt(OUTSIDE, places, _judge)
