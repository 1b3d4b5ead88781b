"""A run is a key: the same key means the same result, so that what is present in the store is done."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from coeurdeville.core import code
from coeurdeville.deployability.resolver import Forecast, State, resolve
from coeurdeville.layers.contract.layer import Layer
from coeurdeville.layers.contract.supply import Supplies
from coeurdeville.services.contract.service import Service
from coeurdeville.territories.territory import Territory

ENGINE = ("coeurdeville.runs.measure", "coeurdeville.runs.zonings")
"""Another way to measure, to sum up or to draw quarters gives other figures."""


@dataclass(frozen=True)
class Run:
    """A run that can be done: what it is of, and its key."""

    service: Service[..., Any]
    territory: Territory
    forecast: Forecast[type[Layer]]
    parameters: Mapping[str, Any]
    key: str


def plan(
    service: Service[..., Any],
    on_offer: Supplies,
    territory: Territory,
    zonings: str = "",
    parameters: Mapping[str, Any] | None = None,
) -> Run | None:
    """The run of a service on a territory, without reading any layer; None when the service is blocked.

    Parameters
    ----------
    zonings
        Fingerprint of the zonings by which figures will also be given.

    Raises
    ------
    Refused
        When a parameter is not accepted.
    """
    chosen = service.chosen(parameters or {})
    forecast = resolve(service, on_offer.keys())
    if forecast.state is State.BLOCKED:
        return None
    parts = (
        service.id,
        code.fingerprint(service.module, *ENGINE),
        sorted((name, kind.id, on_offer[kind].fingerprint) for name, kind in forecast.use.items()),
        _ground(territory),
        zonings,
        sorted(chosen.items()),
    )
    key = hashlib.sha256(repr(parts).encode()).hexdigest()[:16]
    return Run(service, territory, forecast, chosen, key)


def _ground(territory: Territory) -> tuple[object, ...]:
    """All that a service or a row of figures may take from a territory."""
    outline = territory.outline.wkb_hex if territory.outline is not None else None
    circle = None if territory.point is None else (territory.point.wkb_hex, territory.radius_m)
    return (territory.code, territory.name, territory.crs, outline, circle, territory.population)
