"""`diagnostic.json` holds everything, and its page says what each key is."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

PAGE = Path(__file__).parents[3] / "docs" / "format_diagnostic.md"
WORD = re.compile(r"`([a-z0-9_]+)`")


@pytest.fixture(scope="module")
def document(files: dict[str, bytes]) -> dict[str, Any]:
    return json.loads(files["diagnostic.json"])  # type: ignore[no-any-return]


def _keys(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from value
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from _keys(one)


def test_every_key_is_in_the_page(document: dict[str, Any]) -> None:
    assert set(_keys(document)) <= set(WORD.findall(PAGE.read_text("utf-8")))


def test_the_page_tells_no_other_key(document: dict[str, Any]) -> None:
    rows = re.findall(r"^\| (`.*?) \|", PAGE.read_text("utf-8"), flags=re.MULTILINE)
    told = {word for cell in rows for word in WORD.findall(cell)}
    assert told - set(_keys(document)) == set()


def test_the_town_and_the_day(document: dict[str, Any]) -> None:
    assert (document["format"], document["version_du_format"]) == ("coeurdeville-diagnostic", 1)
    assert document["date"] == "2026-11-23"
    assert document["commune"]["projection"] == 2154
    assert document["commune"]["surface_m2"] == 1e6
    assert document["licence"]["code"] == "lov2"


def test_services_that_ran_and_those_that_could_not(document: dict[str, Any]) -> None:
    states = {one["nom"]: one["etat"] for one in document["services"]}
    assert states["patrimoine-arbore"] == "possible"
    assert states["connaissance-des-especes"] == "bloqué"
    blocked = next(one for one in document["services"] if one["etat"] == "bloqué")
    assert blocked["raison"] == "il manque «\u00a0Observations d’espèces\u00a0»"
    assert "observations" in {one["couche"] for one in blocked["couches_manquantes"]}


def test_all_services_have_the_same_keys(document: dict[str, Any]) -> None:
    assert len({frozenset(one) for one in document["services"]}) == 1


def test_a_figure_is_given_or_says_why(document: dict[str, Any]) -> None:
    figures = [figure for one in document["services"] for figure in one["chiffres"]]
    assert figures
    assert not [figure for figure in figures if (figure["valeur"] is None) == (figure["raison"] is None)]


def test_figures_by_zone_name_a_known_zone(document: dict[str, Any]) -> None:
    zones = {(one["nom"], zone["nom"]) for one in document["zonages"] for zone in one["zones"]}
    named = {(one["zonage"], one["zone"]) for service in document["services"] for one in service["chiffres"]}
    assert named - zones == {("commune", "Bourg-Essai")}


def test_the_words_of_a_page_are_there(document: dict[str, Any]) -> None:
    page = document["services"][0]["page"]
    assert page["question"].endswith("?")
    assert page["carte"]["limites"] == [20.0, 30.0]
    assert len(page["carte"]["classes"]) == 3


def test_data_have_their_origin_or_are_missing(document: dict[str, Any]) -> None:
    origins = {one["couche"]: one["origine"] for one in document["couches"]}
    assert origins["arbres"]["millesime"] == {"debut": "2026-01-01", "fin": "2026-12-31"}
    assert origins["observations"] is None
