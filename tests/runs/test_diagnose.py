"""What is in the store is done; what changed is computed; what cannot be is said."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from coeurdeville.core.problems import Refused
from coeurdeville.deployability.resolver import State
from coeurdeville.layers.contract.layer import Layer
from coeurdeville.layers.contract.supply import Supply, supplies
from coeurdeville.runs.diagnose import diagnose
from coeurdeville.runs.store import Store
from coeurdeville.services.contract.service import Service
from coeurdeville.territories.territory import Territory

Made = Callable[..., Layer]


def test_a_second_identical_run_computes_and_reads_nothing(
    tmp_path: Path, lamp_service: Service[..., Any], kilometre: Territory, lamps: Made
) -> None:
    layer = lamps([(1, 1)])
    (first,) = diagnose([lamp_service], supplies(layer), kilometre, Store(tmp_path))
    assert first.computed

    def unread() -> Layer:
        raise AssertionError("a layer was read")

    again = {type(layer): Supply(layer.fingerprint(), unread)}
    (second,) = diagnose([lamp_service], again, kilometre, Store(tmp_path))
    assert not second.computed
    assert first.result is not None
    assert second.result is not None
    assert second.result.rows == first.result.rows
    (third,) = diagnose([lamp_service], supplies(lamps([(1, 2)])), kilometre, Store(tmp_path))
    assert third.computed


def test_a_blocked_service_has_an_outcome_and_no_result(
    tmp_path: Path, lamp_service: Service[..., Any], kilometre: Territory
) -> None:
    (outcome,) = diagnose([lamp_service], {}, kilometre, Store(tmp_path))
    assert outcome.result is None
    assert outcome.forecast.state is State.BLOCKED
    assert list(tmp_path.iterdir()) == []


def test_a_wrong_parameter_leaves_nothing(
    tmp_path: Path, lamp_service: Service[..., Any], kilometre: Territory, lamps: Made
) -> None:
    with pytest.raises(Refused):
        diagnose([lamp_service], supplies(lamps([(1, 1)])), kilometre, Store(tmp_path), {"look": 1e9})
    assert list(tmp_path.iterdir()) == []
