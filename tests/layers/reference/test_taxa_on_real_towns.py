"""The table against real inventories: codes of Saint-Quentin, OpenStreetMap tags of Redon."""

import csv
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

import pytest

from coeurdeville.layers.reference.taxa import identify
from coeurdeville.layers.reference.taxon_reader import Rank

pytestmark = pytest.mark.real


def test_codes_of_saint_quentin_are_identified(mirror: Path) -> None:
    with (mirror / "towns/02691-saint-quentin/Data_Arbre.csv").open(encoding="utf-8") as lines:
        codes = [row["fk_nomtech"] for row in csv.DictReader(lines) if row["fk_arb_etat"] == "EN PLACE"]
    found = identify(codes)
    assert len(codes) == 6645
    assert found.share(Rank.SPECIES) > 94
    assert found.share(Rank.GENUS) > 99
    assert Counter(found.species)["Tilia cordata"] == sum(code.startswith("TILCOR") for code in codes) == 782
    assert {note.code: note.count for note in found.problems} == {"taxon-inconnu": 53, "taxon-ambigu": 246}


def test_tagged_trees_of_redon_are_identified(mirror: Path) -> None:
    trees = _trees(mirror / "towns/35236-redon/redon.osm")
    tagged = [tags for tags in trees if "species" in tags or "genus" in tags]
    assert (len(trees), len(tagged)) == (317, 30)
    found = identify([tags.get("species") or tags.get("genus") for tags in trees])
    assert found.share(Rank.GENUS) == pytest.approx(100 * 30 / 317)
    assert found.share(Rank.SPECIES) == pytest.approx(100 * 17 / 317)
    assert found.problems == ()
    assert Counter(found.genus)["Tilia"] == Counter(found.genus)["Betula"] == 13


def test_french_tags_of_redon_agree_with_the_latin_ones(mirror: Path) -> None:
    trees = _trees(mirror / "towns/35236-redon/redon.osm")
    pairs = [(tags["species"], tags["species:fr"]) for tags in trees if {"species", "species:fr"} <= tags.keys()]
    assert len(pairs) == 17
    latin, french = (identify(names) for names in zip(*pairs, strict=True))
    assert list(latin.species) == list(french.species)
    assert "" not in latin.species


def _trees(path: Path) -> list[dict[str, str]]:
    things = ElementTree.parse(path).getroot()
    tags = [{tag.attrib["k"]: tag.attrib["v"] for tag in thing.findall("tag")} for thing in things]
    return [each for each in tags if each.get("natural") == "tree"]
