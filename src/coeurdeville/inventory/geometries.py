"""The shapes of a file made fit for a layer: repaired, counted, those that cannot serve left out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely
from numpy.typing import NDArray

from coeurdeville.core.french import plural
from coeurdeville.core.problems import Kind, Level, Problem, Refused
from coeurdeville.core.provenance import Origin
from coeurdeville.geometry.repair import repair
from coeurdeville.inventory.donnee import Donnee
from coeurdeville.inventory.emprise import extent_of
from coeurdeville.layers.contract.vector import AREA, POINT, VectorLayer
from coeurdeville.territories.territory import Territory

if TYPE_CHECKING:
    import pandas as pd

NOT_TAKEN = Kind(
    "objets-inutilisables",
    "Donnée « {id} » : {count_words} sans géométrie utilisable pour « {layer} », hors des comptes.",
    "Compléter leur géométrie dans le fichier.",
    Level.WARNING,
)
REPAIRED = Kind(
    "geometries-reparees",
    "Donnée « {id} » : le dessin de {count_words} se croisait ; il a été réparé.",
    "Rien à faire, sinon corriger le dessin à la source.",
    Level.NOTE,
)
NOTHING_LEFT = Kind(
    "couche-vide",
    "Donnée « {id} » : il ne reste aucun objet pour la couche « {layer} ».",
    "Vérifier le fichier, la couche choisie et les états déclarés dans ville.toml.",
)
SAME_PLACE = Kind(
    "points-en-double",
    "Donnée « {id} » : {count_words} exactement à la même place qu’un autre ; chacun est compté.",
    "Retirer les doublons du fichier s’ils n’ont pas lieu d’être.",
    Level.WARNING,
)


def placed_layer(
    donnee: Donnee,
    kind: type[VectorLayer],
    frame: pd.DataFrame,
    shapes: NDArray[np.object_],
    file_extent: Any,
    origin: Origin,
    territory: Territory,
    said: list[Problem],
) -> VectorLayer:
    """The layer of rows and of their shapes (shape `(n,)`), repaired; what happens on the way is added to `said`.

    Raises
    ------
    Refused
        When no shape can be used, with all that was said before.
    """
    import geopandas as gpd

    shapes, touched, usable = fitted(shapes, kind)
    if touched:
        said.append(REPAIRED(id=donnee.id, count_words=plural(touched, "objet"), count=touched))
    if lost := int((~usable).sum()):
        said.append(NOT_TAKEN(id=donnee.id, count_words=plural(lost, "objet"), layer=kind.title, count=lost))
    if not usable.any():
        raise Refused([NOTHING_LEFT(id=donnee.id, layer=kind.title), *said])
    frame = gpd.GeoDataFrame(frame[usable].reset_index(drop=True), geometry=shapes[usable], crs=territory.crs)
    if same := _at_the_same_place(frame, kind):
        said.append(SAME_PLACE(id=donnee.id, count_words=plural(same, "objet"), count=same))
    frame, origin, problems = kind.complete(frame, replace(origin, kept=len(frame)))
    extent, noted = extent_of(donnee, kind, frame.geometry.to_numpy(), file_extent, territory)
    said.extend((*problems, *noted))
    return kind(frame, origin=origin, extent=extent)


def fitted(shapes: NDArray[np.object_], kind: type[VectorLayer]) -> tuple[NDArray[np.object_], int, NDArray[np.bool_]]:
    """Shapes repaired for a layer, how many had to be, and which can be used.

    A polygon serves a layer of points by a point inside it, and a multipoint by its first point;
    a shape of too low a dimension cannot be used.
    """
    if kind.geometry == POINT:
        made = np.asarray(shapely.point_on_surface(shapes), dtype=object)
        return made, 0, ~(shapely.is_missing(made) | shapely.is_empty(made))
    mended = repair(shapes, 2 if kind.geometry == AREA else 1)
    return mended.shapes, int(mended.changed.sum()), ~shapely.is_missing(mended.shapes)


def _at_the_same_place(frame: Any, kind: type[VectorLayer]) -> int:
    """Points that another already holds, to the centimetre; nothing for lines and areas."""
    if kind.geometry != POINT:
        return 0
    rounded = np.round(shapely.get_coordinates(frame.geometry.to_numpy()), 2)
    return len(rounded) - len(np.unique(rounded, axis=0))
