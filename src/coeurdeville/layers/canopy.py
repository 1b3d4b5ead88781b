"""Ground under trees, seen from the sky, and what can stand for it."""

from __future__ import annotations

import math

from coeurdeville.core.french import percent, quantity
from coeurdeville.layers.canopy_height import CanopyHeight
from coeurdeville.layers.contract.adapter import adapter
from coeurdeville.layers.contract.vector import AREA, VectorLayer
from coeurdeville.layers.trees import Trees
from coeurdeville.layers.vegetation import Vegetation

WOODED = r"arbor|bois|for[eê]t|feuillu|conif|mixte|haie|peupl|verger|wood|forest|orchard"
"""What the nature of a vegetation area says when it is made of trees."""
CROWN_RADIUS = 3.0
"""Radius [m] given to a crown that was not measured."""
SIDES = 16
"""Sides of the polygon drawn for a crown."""
SAME_AREA = math.sqrt(2 * math.pi / (SIDES * math.sin(2 * math.pi / SIDES)))
"""What the radius is multiplied by, so that the polygon covers as much ground as the disc."""
TREE_HEIGHT = 3.0
"""Height [m] from which vegetation is taken for trees."""


class Canopy(VectorLayer):
    """Ground covered by crowns. Areas may overlap: covered ground is counted once."""

    id, slug, title, geometry = "canopy", "canopee", "Canopée", AREA
    competence = "espaces-verts"
    words = ("canopee", "couvert arbore", "indice de canopee")


@adapter
def canopy_of_canopy_height(height: CanopyHeight) -> Canopy:
    """Cells of `TREE_HEIGHT` or more, joined where they meet."""
    import geopandas as gpd

    grid = height.grid
    areas = gpd.GeoDataFrame(geometry=grid.areas(grid.values >= TREE_HEIGHT), crs=grid.crs)
    high, side = quantity(TREE_HEIGHT, "m"), quantity(grid.cell, "m", 0 if grid.cell == int(grid.cell) else 1)
    said = f"La canopée est la végétation d’au moins {high} de haut, par cases de {side} de côté."
    return Canopy(areas, origin=height.origin.supposing(said, proxy=False), extent=height.extent)


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
    """A disc for each tree, of the radius recorded, else `CROWN_RADIUS`; its area is exact, its edge has `SIDES`."""
    frame = trees.frame.reindex(columns=["crown_radius", "geometry"])
    unknown = float(frame["crown_radius"].isna().mean()) if len(frame) else 0.0
    radius = frame["crown_radius"].fillna(CROWN_RADIUS)
    frame["geometry"] = frame.buffer(radius * SAME_AREA, quad_segs=SIDES // 4)
    frame = frame[~frame.is_empty]
    origin = trees.origin.supposing(
        "La canopée est dessinée par un disque autour de chaque arbre inventorié\u202f; "
        f"{percent(100 * unknown)} des rayons, inconnus, sont pris égaux à {quantity(CROWN_RADIUS, 'm')}.",
        imputed=unknown,
    )
    return Canopy(frame[["geometry"]], origin=origin, extent=trees.extent)
