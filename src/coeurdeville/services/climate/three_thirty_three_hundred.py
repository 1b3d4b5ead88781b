"""Règle 3-30-300: does a home see three trees, stand in 30 % of canopy, have a green space 300 m away?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import numpy as np
import shapely

from coeurdeville.core.missing import Missing
from coeurdeville.geometry.discs import share_of_disc
from coeurdeville.geometry.nearest import nearest
from coeurdeville.geometry.network import walk_network
from coeurdeville.geometry.on_foot import on_foot
from coeurdeville.layers.buildings import Buildings
from coeurdeville.layers.canopy import Canopy
from coeurdeville.layers.contract.column import Column
from coeurdeville.layers.contract.vector import AREA, VectorLayer
from coeurdeville.layers.green_spaces import GreenSpaces
from coeurdeville.layers.roads import Roads
from coeurdeville.layers.trees import Trees
from coeurdeville.services.contract.declaration import Indicator, Param, Theme
from coeurdeville.services.contract.service import service

CANOPY, WALK = 30.0, 300.0
"""The rule: share of canopy [%] of the neighbourhood, walk [m] to a green space."""


class Homes(VectorLayer):
    """Buildings with dwellings, each with its three distances to the rule, infinite beyond the reach."""

    id, title, geometry = "homes", "Logements et règle 3-30-300", AREA
    columns = (
        Column("dwellings", "int", "Logements", required=True, minimum=1),
        Column("third_tree", "float", "Distance du troisième arbre", "m", minimum=0),
        Column("canopy", "float", "Canopée du voisinage", "%", minimum=0, maximum=100),
        Column("green_space", "float", "Distance de l’espace vert", "m", minimum=0),
    )


@service(slug="regle-3-30-300", title="Règle 3-30-300", theme=Theme.CLIMATE, method="konijnendijk_2023")
def three_thirty_three_hundred(
    buildings: Buildings,
    trees: Trees | None = None,
    canopy: Canopy | None = None,
    green_spaces: GreenSpaces | None = None,
    roads: Roads | None = None,
    *,
    sight: Annotated[float, Param("Arbres cherchés jusqu’à", "m", 15, 100, reach=("trees",))] = 50,
    neighbourhood: Annotated[float, Param("Rayon du voisinage", "m", 50, 500, reach=("canopy",))] = 100,
    walk: Annotated[
        float, Param("Espaces verts cherchés jusqu’à", "m", 300, 1000, reach=("green_spaces", "roads"))
    ] = 500,
    smallest: Annotated[float, Param("Plus petit espace vert compté", "m²", 0, 20_000)] = 5000,
) -> Homes:
    """Distance of each home to its third tree and nearest green space, canopy around it.

    Distances run between footprints, never between buffers; to a green space they follow the
    streets where these are known, off-street steps included, else they are straight. Overlapping
    crowns count once. Buildings without dwellings are left out.
    """
    homes = buildings.frame.reindex(columns=["dwellings", "geometry"])
    homes = homes[homes["dwellings"] > 0]
    shapes = homes.geometry.to_numpy()
    if trees is not None:
        homes["third_tree"] = nearest(shapes, trees.shapes, sight, rank=3)
    if canopy is not None:
        centres = shapely.get_coordinates(shapely.centroid(shapes))
        homes["canopy"] = np.clip(share_of_disc(centres, canopy.shapes, neighbourhood), 0, 100)
    if green_spaces is not None:
        parks = green_spaces.shapes
        parks = parks[shapely.area(parks) >= smallest]
        homes["green_space"] = (
            nearest(shapes, parks, walk) if roads is None else on_foot(shapes, parks, walk_network(roads.shapes), walk)
        )
    return Homes(homes, origin=buildings.origin, extent=buildings.extent)


@dataclass(frozen=True)
class Figures:
    """Shares of dwellings, not of buildings."""

    dwellings: Annotated[float | Missing, Indicator("Logements", "logements", base=True)]
    three: Annotated[float | Missing, Indicator("Logements qui voient trois arbres", "%", True, requires=("trees",))]
    thirty: Annotated[
        float | Missing, Indicator("Logements ayant 30\u202f% de canopée autour", "%", True, requires=("canopy",))
    ]
    three_hundred: Annotated[
        float | Missing, Indicator("Logements à 300\u00a0m d’un espace vert", "%", True, requires=("green_spaces",))
    ]
    all_three: Annotated[
        float | Missing,
        Indicator("Logements qui remplissent les trois", "%", True, requires=("trees", "canopy", "green_spaces")),
    ]


@three_thirty_three_hundred.figures
def figures(
    homes: Homes,
    *,
    seen: Annotated[float, Param("Un arbre est vu à", "m", 15, 100, band=(15, 20, 50), within="sight")] = 30,
) -> Figures:
    """Without dwelling, no share. The rule has no official computation: the distance of sight is shown with a band."""
    return Figures(
        dwellings=homes.total("dwellings"),
        three=homes.share("third_tree", at_most=seen, weight="dwellings"),
        thirty=homes.share("canopy", at_least=CANOPY, weight="dwellings"),
        three_hundred=homes.share("green_space", at_most=WALK, weight="dwellings"),
        all_three=_all_three(homes, seen),
    )


def _all_three(homes: Homes, seen: float) -> float | Missing:
    frame = homes.frame
    if not {"third_tree", "canopy", "green_space"} <= set(frame):
        return Missing("les trois distances ne sont pas toutes connues")
    if frame.empty:
        return Missing("aucun objet à juger")
    met = (frame["third_tree"] <= seen) & (frame["canopy"] >= CANOPY) & (frame["green_space"] <= WALK)
    return float(100 * frame["dwellings"][met].sum() / frame["dwellings"].sum())
