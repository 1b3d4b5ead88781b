"""From a table and shapes in degrees to a layer: placed, repaired, out-of-range values made unknown, counted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, TypeVar

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from coeurdeville.core.french import plural
from coeurdeville.core.licences import Licence
from coeurdeville.core.problems import Kind, Refused
from coeurdeville.core.provenance import Origin
from coeurdeville.geometry.repair import repair
from coeurdeville.layers.contract.vector import LINE, POINT, VectorLayer
from coeurdeville.territories.projections import WGS84, to_crs
from coeurdeville.territories.territory import Territory

if TYPE_CHECKING:
    import pandas as pd

V = TypeVar("V", bound=VectorLayer)
NOTHING = Kind(
    "source-sans-objet",
    "La source ne donne aucun objet utilisable pour « {layer} » sur {name}.",
    "Vérifier sur la page de la source qu’elle couvre ce territoire.",
)
UNSAID = Licence("non-dite", "celle que la source déclare", open=False)
"""Stands for the licence that the declaration gives, until the layer is signed with it."""


def make(
    kind: type[V],
    frame: pd.DataFrame,
    shapes: NDArray[np.object_],
    territory: Territory,
    *,
    extent: BaseGeometry | None = None,
    cut: bool = False,
    licence: Licence = UNSAID,
    left_out: tuple[str, ...] = (),
) -> V:
    """A layer in the CRS of the territory; its origin is signed by the source.

    Rows whose shape cannot be used are left out and counted; numbers outside the bounds of their
    column become unknown.

    Parameters
    ----------
    frame
        Columns already named and in the units of the layer; others are dropped.
    shapes
        Shape `(n,)`, longitudes first, in degrees (WGS 84); None where a row has no place.
    extent
        Where the layer is exhaustive, in the CRS of the territory; None: everywhere. Objects whose
        inner point is beyond it are not taken.
    cut
        Objects are cut at the extent instead: for areas that may go on for kilometres.
    licence
        The one that the records bear, where it is not the one that the source declares.
    left_out
        French sentences: what was not taken, and why.

    Raises
    ------
    Refused
        `source-sans-objet`, or what is wrong with the layer.
    """
    import geopandas as gpd

    placed = shapely.transform(shapes, lambda xy: to_crs(xy, WGS84, territory.crs))
    mended = repair(placed, _dimension(kind)).shapes
    lost = int(shapely.is_missing(mended).sum())
    if extent is not None:
        mended = repair(shapely.intersection(mended, extent), _dimension(kind)).shapes if cut else _held(mended, extent)
    usable = ~shapely.is_missing(mended)
    if not usable.any():
        raise Refused([NOTHING(layer=kind.title, name=territory.name)])
    held = gpd.GeoDataFrame(_within_bounds(kind, frame)[usable].reset_index(drop=True), geometry=mended[usable],
                            crs=territory.crs)  # fmt: skip
    said = (*left_out, f"{plural(lost, 'objet')} sans géométrie utilisable, non pris.") if lost else left_out
    origin = Origin("", licence=licence, read=len(frame), kept=len(held), assumptions=said)
    return kind(held, origin=origin, extent=extent)


def _dimension(kind: type[VectorLayer]) -> Literal[0, 1, 2]:
    if kind.geometry == POINT:
        return 0
    return 1 if kind.geometry == LINE else 2


def _held(shapes: NDArray[np.object_], extent: BaseGeometry) -> NDArray[np.object_]:
    held = shapes.copy()
    held[~shapely.intersects(extent, shapely.point_on_surface(shapes))] = None
    return held


def _within_bounds(kind: type[VectorLayer], frame: pd.DataFrame) -> pd.DataFrame:
    import pandas as pd

    made: dict[str, Any] = {}
    for column in kind.columns:
        if column.name in frame:
            values = frame[column.name]
            if column.dtype in ("int", "float"):
                values = pd.to_numeric(values, errors="coerce")
                values = values.where((values >= column.minimum) & (values <= column.maximum))
            made[column.name] = values
    return pd.DataFrame(made, index=frame.index)
