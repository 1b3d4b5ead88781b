"""The zones by which figures are given: quarters, drawn or approached, and 200 m squares."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from shapely.geometry.base import BaseGeometry

from coeurdeville.core import french
from coeurdeville.core.provenance import Origin
from coeurdeville.deployability.resolver import standing_for
from coeurdeville.geometry.union import joined
from coeurdeville.geometry.zones import squares
from coeurdeville.layers.contract.adapter import ADAPTERS
from coeurdeville.layers.contract.layer import Layer
from coeurdeville.layers.contract.supply import Supplies
from coeurdeville.layers.districts import Districts
from coeurdeville.runs.limits import of_the_town
from coeurdeville.runs.sums import Zonings
from coeurdeville.services.contract.page import QUARTER, SQUARE
from coeurdeville.services.contract.service import Service
from coeurdeville.territories.territory import Territory

CELL = 200.0
"""Side [m] of a square."""
QUARTERS: type[Layer] = Districts


@dataclass(frozen=True)
class Quarters:
    """Quarters of a town, and where they come from."""

    zones: dict[str, BaseGeometry]
    origin: Origin


def quarters_of(on_offer: Supplies, territory: Territory) -> Quarters | None:
    """Quarters from the town's own layer, else from what stands for it and is of the town, else none."""
    found = standing_for(QUARTERS, on_offer.keys())
    if found is None:
        return None
    layer = on_offer[found].layer
    made: Any = layer if found is Districts else ADAPTERS[Districts][found](of_the_town(layer, territory))
    names, group = np.unique(made.frame["name"].map(french.typographic).to_numpy(dtype=str), return_inverse=True)
    known, areas = joined(made.shapes, group)
    zones = dict(zip(names[known].tolist(), areas, strict=True))
    return Quarters(zones, made.origin) if zones else None


def zonings_of(service: Service[..., Any], territory: Territory, quarters: Quarters | None) -> Zonings:
    """Quarters where they are known, squares where they are not or where the service wants them too."""
    found: dict[str, dict[str, BaseGeometry]] = {}
    if quarters is not None:
        found[QUARTER] = quarters.zones
    if territory.outline is not None and (quarters is None or service.squares):
        found[SQUARE] = {_square_name(cell): cell for cell in squares(territory.outline, CELL)}
    return found


def _square_name(cell: BaseGeometry) -> str:
    """The hundreds of metres of its south-west corner, such as `E7125 N69820`."""
    west, south, _, _ = cell.bounds
    return f"E{west / 100:.0f} N{south / 100:.0f}"


def fingerprint(service: Service[..., Any], on_offer: Supplies) -> str:
    """What the zonings of a run depend on, without reading a file."""
    found = standing_for(QUARTERS, on_offer.keys())
    return f"{on_offer[found].fingerprint if found else ''} {CELL} {service.squares}"
