"""Ground under trees, seen from the sky, and what can stand for it."""

from __future__ import annotations

from coeurdeville.core.french import percent
from coeurdeville.layers.contract.adapter import adapter
from coeurdeville.layers.contract.vector import AREA, VectorLayer
from coeurdeville.layers.trees import Trees
from coeurdeville.layers.vegetation import Vegetation

WOODED = r"arbor|bois|for[eê]t|feuillu|conif|mixte|haie|peupl|verger|wood|forest|orchard"
"""What the nature of a vegetation area says when it is made of trees."""
CROWN_RADIUS = 3.0
"""Radius [m] given to a crown that was not measured."""


class Canopy(VectorLayer):
    """Ground covered by crowns. Areas may overlap: covered ground is counted once."""

    id, slug, title, geometry = "canopy", "canopee", "Canopée", AREA


@adapter
def canopy_of_vegetation(vegetation: Vegetation) -> Canopy:
    """Areas of vegetation that are said to be wooded; all of them when none says its nature."""
    frame = vegetation.frame
    if vegetation.has("kind"):
        frame = frame[frame["kind"].fillna("").str.contains(WOODED, case=False)]
    origin = vegetation.origin.supposing("La canopée est lue dans les surfaces arborées de la végétation.")
    return Canopy(frame[["geometry"]], origin=origin, extent=vegetation.extent)


@adapter
def canopy_of_trees(trees: Trees) -> Canopy:
    """A disc for each tree, of the radius recorded, else `CROWN_RADIUS`."""
    frame = trees.frame.reindex(columns=["crown_radius", "geometry"])
    unknown = float(frame["crown_radius"].isna().mean()) if len(frame) else 0.0
    frame["geometry"] = frame.buffer(frame["crown_radius"].fillna(CROWN_RADIUS), quad_segs=4)
    frame = frame[~frame.is_empty]
    origin = trees.origin.supposing(
        "La canopée est dessinée par un disque autour de chaque arbre inventorié ; "
        f"{percent(100 * unknown)} des rayons, inconnus, sont pris égaux à 3 m.",
        imputed=unknown,
    )
    return Canopy(frame[["geometry"]], origin=origin, extent=trees.extent)
