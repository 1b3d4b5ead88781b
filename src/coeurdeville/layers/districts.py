"""Quarters of a town, drawn or approached."""

from __future__ import annotations

import numpy as np
import shapely

from coeurdeville.geometry.zones import footprints
from coeurdeville.layers.contract.adapter import adapter
from coeurdeville.layers.contract.column import Column
from coeurdeville.layers.contract.vector import AREA, VectorLayer
from coeurdeville.layers.trees import Trees

AROUND = 150.0
"""Distance [m] to a tree within which ground is given to the quarter noted for it."""


class Districts(VectorLayer):
    """Quarters by which figures are also given; where two overlap an object goes to the first."""

    id, slug, title, geometry = "districts", "quartiers", "Quartiers", AREA
    competence = "equipements"
    words = ("quartiers", "conseils de quartier", "comites de quartier", "iris")
    columns = (
        Column("name", "str", "Nom", required=True,
               names=("nom", "quartier", "libelle", "nom_quartier", "nom_iris", "l_qp", "secteur")),
    )  # fmt: skip


@adapter
def districts_of_trees(trees: Trees) -> Districts:
    """Ground near trees, given to the quarter noted for the nearest one; no quarter when none is noted."""
    import geopandas as gpd

    frame = trees.frame
    labels = frame["district"].to_numpy(dtype=object) if "district" in frame else np.full(len(frame), None)
    names, areas = footprints(shapely.get_coordinates(trees.shapes), labels, distance=AROUND)
    made = gpd.GeoDataFrame({"name": names.astype(str)}, geometry=areas, crs=frame.crs)
    said = "Les limites des quartiers ne sont pas connues\u00a0: chacun est approché à 150 m autour de ses arbres."
    return Districts(made, origin=trees.origin.supposing(said))
