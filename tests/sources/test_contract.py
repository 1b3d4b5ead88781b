"""A mistake in a declaration is refused where it is made, by its name."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
import shapely

from coeurdeville.core.problems import Refused
from coeurdeville.core.vintage import Vintage
from coeurdeville.inventory.vocabulaire import Acteur
from coeurdeville.layers.buildings import Buildings
from coeurdeville.layers.contract.vector import VectorLayer
from coeurdeville.layers.outline import Outline
from coeurdeville.net.net import Net
from coeurdeville.sources.catalogue import source as source_named
from coeurdeville.sources.contract.declaration import DOCUMENTED
from coeurdeville.sources.contract.making import make
from coeurdeville.sources.contract.source import Source, source
from coeurdeville.sources.ign_bdtopo_batiments import ign_bdtopo_batiments
from coeurdeville.territories.coverage import Coverage
from coeurdeville.territories.territory import Territory


def facts(**changed: Any) -> dict[str, Any]:
    told = {
        "title": "Contours", "publisher": "Un producteur", "holder": Acteur.PUBLIC_NATIONAL, "licence": "lov2",
        "page": "https://source.fr/", "covers": "France entière", "coverage": Coverage(), "partition": "commune",
        "access": "une adresse", "vintage": "2026", "rhythm": "annuel", "state": DOCUMENTED,
    }  # fmt: skip
    return {**told, **changed}


def outlines(territory: Territory, net: Net) -> Outline:
    raise NotImplementedError


@pytest.mark.parametrize(
    ("fact", "value"),
    [
        ("title", " "),
        ("publisher", ""),
        ("covers", ""),
        ("access", ""),
        ("vintage", " "),
        ("rhythm", ""),
        ("licence", "gratuit"),
        ("page", "http://source.fr"),
        ("page", ""),
        ("partition", "canton"),
        ("state", "vérifiée"),
        ("state", "vérifiée en ligne hier"),
    ],
)
def test_wrong_fact_is_refused_by_its_name(fact: str, value: str) -> None:
    with pytest.raises(TypeError, match=rf"^outlines\.{fact}: "):
        source(**facts(**{fact: value}))(outlines)


def test_state_may_be_a_day_of_verification() -> None:
    state = "vérifiée en ligne le 23/11/2026"
    assert source(**facts(state=state))(outlines).state == state


def no_net(territory: Territory) -> Outline:
    raise NotImplementedError


def wrong_type(territory: str, net: Net) -> Outline:
    raise NotImplementedError


def one_more(territory: Territory, net: Net, year: int) -> Outline:
    raise NotImplementedError


def no_layer(territory: Territory, net: Net) -> list[str]:
    raise NotImplementedError


def any_layer(territory: Territory, net: Net) -> VectorLayer:
    raise NotImplementedError


def nothing_said(territory: Territory, net: Net):
    raise NotImplementedError


@pytest.mark.parametrize(
    ("function", "where"),
    [
        (no_net, "no_net: the argument net"),
        (wrong_type, r"wrong_type\.territory"),
        (one_more, r"one_more\.year"),
        (no_layer, r"no_layer\.return"),
        (any_layer, r"any_layer\.return"),
        (nothing_said, r"nothing_said\.return"),
    ],
)
def test_wrong_signature_is_refused_by_its_argument(function: Callable[..., Any], where: str) -> None:
    with pytest.raises(TypeError, match=f"^{where}"):
        source(**facts())(function)


def test_source_that_asks_for_nothing_is_refused(town: Territory, tmp_path: Path) -> None:
    """Its layer would have no date."""

    @source(**facts())
    def invented(territory: Territory, net: Net) -> Outline:
        ground = np.array([shapely.box(1.70, 46.50, 1.71, 46.51)], dtype=object)
        return make(Outline, pd.DataFrame(index=[0]), ground, territory)

    with pytest.raises(TypeError, match=r"invented: .* without asking"):
        invented.fetch(town, Net.replay(tmp_path))


def test_unknown_source_names_the_nearest() -> None:
    with pytest.raises(Refused, match="ign-bdtopo-batiments"):
        source_named("ign-bdtopo-batiment")


def test_source_that_only_has_a_sheet_is_told_from_one_that_does_not_exist() -> None:
    with pytest.raises(Refused, match="source montrer cerema-lcz") as refused:
        source_named("Cerema-LCZ")
    assert refused.value.problems[0].code == "source-pas-encore-lue"


def test_declaration_and_its_sheet_say_the_same() -> None:
    declared = source(**facts(failures=("Une panne.",)))(outlines)
    sheet = declared.sheet
    assert (sheet.slug, sheet.layer, sheet.licence.key, sheet.read) == ("outlines", Outline, "lov2", True)
    for fact in ("title", "publisher", "holder", "page", "covers", "coverage", "access", "vintage", "rhythm", "state"):
        assert getattr(sheet, fact) == facts()[fact]
    assert (sheet.failures, sheet.partition) == (("Une panne.",), "commune")


def test_snapshot_changes_with_answers_ground_and_nothing_else(town: Territory, recorded: Net) -> None:
    snapshot = ign_bdtopo_batiments.fetch(town, recorded)
    assert replace(snapshot, answers=snapshot.answers[:1]).fingerprint != snapshot.fingerprint
    assert replace(snapshot, territory=replace(town, name="Autre")).fingerprint == snapshot.fingerprint
    assert replace(snapshot, territory=replace(town, outline=None)).fingerprint != snapshot.fingerprint


def test_supply_of_a_snapshot_fills_in_what_the_layer_rules(town: Territory, recorded: Net) -> None:
    """The published layer keeps its holes; services get one dwelling where people may live, and it is said."""
    snapshot = ign_bdtopo_batiments.fetch(town, recorded)
    supply = snapshot.supply()
    assert supply.fingerprint == snapshot.fingerprint
    assert isinstance(supply.layer, Buildings)
    assert snapshot.layer.frame["dwellings"].isna().sum() == 2
    assert supply.layer.total("dwellings") == 13
    assert "compte pour un logement" in supply.layer.origin.assumptions[-1]
    assert supply.layer.extent == snapshot.layer.extent


def test_calls_on_one_net_keep_their_answers_apart(town: Territory, recorded: Net) -> None:
    first = ign_bdtopo_batiments.fetch(town, recorded)
    second = ign_bdtopo_batiments.fetch(town, recorded)
    assert len(first.answers) == len(second.answers) == 2
    assert first.layer.origin.vintage == Vintage(date(2026, 11, 23), date(2026, 11, 23))


def test_declared_function_is_still_a_function() -> None:
    declared = source(**facts())(outlines)
    assert isinstance(declared, Source)
    assert declared.function is outlines
