"""Running a service: the layers it asks for, cut to its reach; its objects; its figures for the town and each zone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from coeurdeville.core.problems import Refused
from coeurdeville.core.provenance import Origin
from coeurdeville.deployability.resolver import State, resolve
from coeurdeville.layers.contract.adapter import ADAPTERS
from coeurdeville.layers.contract.layer import Layer
from coeurdeville.layers.contract.supply import Supplies
from coeurdeville.layers.contract.table import TableLayer
from coeurdeville.layers.contract.vector import POINT, VectorLayer
from coeurdeville.runs.limits import of_the_town
from coeurdeville.runs.result import Result, Use
from coeurdeville.runs.sums import Known, Zonings, sum_up
from coeurdeville.services.contract.service import Service
from coeurdeville.territories.territory import Territory

MARGIN = 300.0
"""Ground [m] taken beyond the limits around what has a width: a building stands astride, and the people of a 200 m
square astride are shared with the homes beyond."""


def measure(
    service: Service[..., Any],
    on_offer: Supplies,
    territory: Territory,
    zonings: Zonings | None = None,
    parameters: Mapping[str, Any] | None = None,
    key: str = "",
) -> Result:
    """Run a service on a territory, and sum it up for the town and for each zone of each zoning.

    Each figure is computed on the part of the zone where its needs and what it requires are
    known, with the share that this part makes.

    Raises
    ------
    Refused
        When the service is blocked, or a parameter is not accepted.
    """
    forecast = resolve(service, on_offer.keys())
    if forecast.state is State.BLOCKED:
        raise Refused([forecast.problem(service)])
    chosen = service.chosen(parameters or {})
    reach = {name: service.reach(name, chosen) for name in forecast.use}
    given = {
        name: _given(service.layers[name], found, on_offer, territory, reach[name])
        for name, found in forecast.use.items()
    }
    asked = {"territory": territory} if service.signature.territory else {}
    objects: TableLayer = service(**given, **asked, **{name: chosen[name] for name in service.signature.parameters})
    objects = of_the_town(objects, territory)
    extents = {name: _extent(on_offer[found].layer, given[name]) for name, found in forecast.use.items()}
    known = Known(service, forecast, extents)
    rows = list(sum_up(service, objects, territory, zonings or {}, known, chosen))
    origins = _origins(given, objects)
    used = tuple(
        Use(name, service.layers[name].id, found.id, found.title, origins[name],
            _near_edge(objects, on_offer[found].layer.extent, reach[name]),
            _partial(on_offer[found].layer.extent, territory))
        for name, found in forecast.use.items()
    )  # fmt: skip
    lacked = tuple(kind.id for kind in forecast.missing.values())
    return Result(key, service.id, territory.code, forecast.state, tuple(rows), used, lacked, chosen, objects)


def _given(wanted: type[Layer], found: type[Layer], on_offer: Supplies, territory: Territory, reach: float) -> Layer:
    layer = on_offer[found].layer
    alone = isinstance(layer, VectorLayer) and layer.geometry == POINT and not reach
    if territory.outline is not None:
        layer = layer.clip(territory.outline if alone else territory.outline.buffer(reach + MARGIN))
    elif alone:
        layer = of_the_town(layer, territory)
    return layer if wanted is found else ADAPTERS[wanted][found](layer)


def _extent(whole: Layer, given: Layer) -> BaseGeometry | None:
    """Where a layer is known, everywhere or not; what stands for another may know less than what it is made of."""
    return whole.extent if whole.extent is None or type(whole) is type(given) else given.extent


def _origins(given: Mapping[str, Layer], objects: TableLayer) -> dict[str, Origin]:
    """Where each layer comes from; what the service itself supposed or left out goes with the first."""
    origins = {name: layer.origin for name, layer in given.items()}
    known = {said for origin in origins.values() for said in origin.assumptions}
    first = next(iter(origins))
    added = [said for said in objects.origin.assumptions if said not in known]
    return {**origins, first: origins[first].supposing(*added, proxy=False)}


def _partial(extent: BaseGeometry | None, territory: Territory) -> bool:
    """Whether an extent may leave some of the town out, where no outline tells how much."""
    if extent is None or territory.outline is not None:
        return False
    return territory.point is None or not extent.covers(territory.point.buffer(territory.radius_m))


def _near_edge(objects: TableLayer, extent: BaseGeometry | None, reach: float) -> float:
    """Share [%] of the objects nearer than `reach` to the edge of an extent, or outside it."""
    if extent is None or not reach or not isinstance(objects, VectorLayer) or not len(objects):
        return 0.0
    inner = extent.buffer(-reach)
    shapely.prepare(inner)
    return 100 * float(np.mean(~shapely.contains(inner, objects.inner_points())))
