"""Every service on one territory: what is in the store is done, the rest is computed, what cannot be is said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from coeurdeville.deployability.resolver import Forecast, resolve
from coeurdeville.layers.contract.layer import Layer
from coeurdeville.layers.contract.supply import Supplies
from coeurdeville.runs import zonings
from coeurdeville.runs.measure import measure
from coeurdeville.runs.plan import plan
from coeurdeville.runs.result import Result
from coeurdeville.runs.store import Store
from coeurdeville.services.contract.service import Service
from coeurdeville.territories.territory import Territory


@dataclass(frozen=True)
class Outcome:
    """What became of one service."""

    service: Service[..., Any]
    forecast: Forecast[type[Layer]]
    result: Result | None = None
    """None when the service is blocked."""
    computed: bool = False
    """False: it was already in the store."""


def diagnose(
    wanted: Iterable[Service[..., Any]],
    on_offer: Supplies,
    territory: Territory,
    store: Store,
    parameters: Mapping[str, Any] | None = None,
) -> list[Outcome]:
    """Run what can be run and is not yet in the store, in the order given; one whose objects are lost is redone."""
    return [_one(service, on_offer, territory, store, parameters or {}) for service in wanted]


def _one(
    service: Service[..., Any], on_offer: Supplies, territory: Territory, store: Store, parameters: Mapping[str, Any]
) -> Outcome:
    forecast = resolve(service, on_offer.keys())
    run = plan(service, on_offer, territory, zonings.fingerprint(service, on_offer), parameters)
    if run is None:
        return Outcome(service, forecast)
    known = store.get(service.id, territory.code, run.key)
    if known is not None and store.objects_path(service.id, run.key).is_file():
        return Outcome(service, forecast, known)
    zones = zonings.zonings_of(service, territory, zonings.quarters_of(on_offer, territory))
    result = measure(service, on_offer, territory, zones, parameters, key=run.key)
    store.put(result)
    return Outcome(service, forecast, result, computed=True)
