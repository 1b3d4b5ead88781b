"""Which services a town has already run on its data as they stand: what turns a forecast into a fact."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from coeurdeville.deployability.proof import Proof, Proofs
from coeurdeville.layers.contract.supply import Supplies
from coeurdeville.runs import zonings
from coeurdeville.runs.confidence import confidence
from coeurdeville.runs.plan import plan
from coeurdeville.runs.store import Store
from coeurdeville.services.contract.service import Service
from coeurdeville.territories.territory import Territory


def proofs_of(
    services: Iterable[Service[..., Any]], on_offer: Supplies, territory: Territory, store: Store, today: date
) -> Proofs:
    """The runs of a town that are in its store under the key of today: same data, same code, usual parameters."""
    found = {}
    for service in services:
        run = plan(service, on_offer, territory, zonings.fingerprint(service, on_offer))
        day = None if run is None else store.day_of(service.id, territory.code, run.key)
        result = None if run is None or day is None else store.get(service.id, territory.code, run.key)
        if result is not None and day is not None:
            found[territory.code, service.slug] = Proof(result.key, day, str(confidence(result, today)))
    return found
