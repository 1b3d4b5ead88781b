"""The key of a run changes with what the figures depend on, and with nothing else."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
import shapely

from coeurdeville.core import code
from coeurdeville.core.problems import Refused
from coeurdeville.layers.contract.layer import Layer
from coeurdeville.layers.contract.supply import Supply, supplies
from coeurdeville.runs.plan import Run, plan
from coeurdeville.services.contract.service import Service
from coeurdeville.territories.territory import Territory

Made = Callable[..., Layer]
Lighting = Service[..., Any]


def planned(service: Lighting, layers: Any, ground: Territory, *more: Any) -> Run:
    run = plan(service, layers, ground, *more)
    assert run is not None
    return run


def test_the_same_run_has_the_same_key(lamp_service: Lighting, kilometre: Territory, lamps: Made, park: Made) -> None:
    key = planned(lamp_service, supplies(lamps([(1, 1)]), park(0, 0, 9, 9)), kilometre).key
    assert planned(lamp_service, supplies(park(0, 0, 9, 9), lamps([(1, 1)])), kilometre).key == key
    assert planned(lamp_service, supplies(lamps([(1, 1)]), park(0, 0, 9, 9)), kilometre, "", {"look": 100.0}).key == key
    assert planned(lamp_service, supplies(lamps([(1, 1)]), park(0, 0, 9, 9)), replace(kilometre, epci="200")).key == key
    assert len(key) == 16


def test_the_key_changes_with_data_ground_zones_and_parameters(
    lamp_service: Lighting, kilometre: Territory, lamps: Made, park: Made
) -> None:
    layers = supplies(lamps([(1, 1)]), park(0, 0, 9, 9))
    keys = [
        planned(lamp_service, layers, kilometre).key,
        planned(lamp_service, supplies(lamps([(1, 2)]), park(0, 0, 9, 9)), kilometre).key,
        planned(lamp_service, supplies(lamps([(1, 1)])), kilometre).key,
        planned(lamp_service, layers, replace(kilometre, code="00043")).key,
        planned(lamp_service, layers, replace(kilometre, name="Valbois-le-Neuf")).key,
        planned(lamp_service, layers, replace(kilometre, population=5)).key,
        planned(lamp_service, layers, replace(kilometre, outline=shapely.box(0, 0, 999, 1000))).key,
        planned(lamp_service, layers, replace(kilometre, outline=None)).key,
        planned(lamp_service, layers, kilometre, "quartiers").key,
        planned(lamp_service, layers, kilometre, "", {"look": 101.0}).key,
        planned(lamp_service, layers, kilometre, "", {"near": 40.0}).key,
    ]
    assert len(set(keys)) == len(keys)


def test_the_key_changes_with_code(
    lamp_service: Lighting, kilometre: Territory, lamps: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = planned(lamp_service, supplies(lamps([(1, 1)])), kilometre).key
    asked: list[str] = []
    monkeypatch.setattr(code, "fingerprint", lambda *names: asked.extend(names) or "changed")
    assert planned(lamp_service, supplies(lamps([(1, 1)])), kilometre).key != before
    assert lamp_service.module in asked


def test_planning_reads_no_layer(lamp_service: Lighting, kilometre: Territory, lamps: Made) -> None:
    def unread() -> Layer:
        raise AssertionError("a layer was read")

    kind = type(lamps([(1, 1)]))
    assert planned(lamp_service, {kind: Supply("abc", unread)}, kilometre).forecast.use == {"lamps": kind}


def test_a_blocked_service_has_no_run_and_a_wrong_parameter_is_refused(
    lamp_service: Lighting, kilometre: Territory, lamps: Made
) -> None:
    assert plan(lamp_service, {}, kilometre) is None
    with pytest.raises(Refused):
        plan(lamp_service, supplies(lamps([(1, 1)])), kilometre, "", {"look": 5.0})
