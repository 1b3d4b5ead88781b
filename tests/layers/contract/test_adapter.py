"""One layer stands for another by declaration, in the order of preference."""

import pandas as pd
import pytest

from coeurdeville.core.provenance import Origin
from coeurdeville.layers.canopy import Canopy
from coeurdeville.layers.canopy_height import CanopyHeight
from coeurdeville.layers.contract.adapter import ADAPTERS, adapter
from coeurdeville.layers.contract.supply import Supply, supplies
from coeurdeville.layers.contract.table import TableLayer
from coeurdeville.layers.trees import Trees
from coeurdeville.layers.vegetation import Vegetation


class Cups(TableLayer):
    id, title = "cups", "Tasses"


class Mugs(TableLayer):
    id, title = "mugs", "Gobelets"


@pytest.fixture
def no_adapter_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coeurdeville.layers.contract.adapter.ADAPTERS", {})


def test_an_adapter_is_found_by_what_it_makes_then_by_what_it_takes(no_adapter_left: None) -> None:
    from coeurdeville.layers.contract import adapter as module

    @adapter
    def cups_of_mugs(mugs: Mugs) -> Cups:
        return Cups(mugs.frame, origin=mugs.origin.supposing("Un gobelet est une tasse."))

    made = module.ADAPTERS[Cups][Mugs](Mugs(pd.DataFrame(), origin=Origin("placard")))
    assert made.origin.assumptions == ("Un gobelet est une tasse.",)
    assert cups_of_mugs.__name__ == "cups_of_mugs"


def test_canopy_prefers_what_is_measured() -> None:
    assert list(ADAPTERS[Canopy]) == [CanopyHeight, Vegetation, Trees]


def test_a_supply_loads_once_and_only_when_asked() -> None:
    loaded = []

    def load() -> Mugs:
        loaded.append(1)
        return Mugs(pd.DataFrame(), origin=Origin("placard"))

    supply = Supply("abc", load)
    assert loaded == []
    assert supply.layer is supply.layer
    assert loaded == [1]


def test_supplies_are_known_by_kind_and_fingerprint() -> None:
    mugs = Mugs(pd.DataFrame(), origin=Origin("placard"))
    offered = supplies(mugs)
    assert offered[Mugs].fingerprint == mugs.fingerprint()
    assert offered[Mugs].layer is mugs
