"""Which entries of an inventory say who holds a layer: the page of a town and the unlocking follow one rule."""

from datetime import date
from typing import Any

import pytest

from coeurdeville.deployability.holders import holders_of
from coeurdeville.deployability.matrix import matrix
from coeurdeville.deployability.telling import telling
from coeurdeville.deployability.town import TownInventory
from coeurdeville.inventory.donnee import Donnee, Statut
from coeurdeville.inventory.vocabulaire import Nature, Ouverture
from coeurdeville.layers.trees import Trees
from coeurdeville.services.climate.tree_heritage import tree_heritage

ABSENT = (Statut(date(2026, 1, 1), Ouverture.ABSENTE),)


@pytest.mark.parametrize(
    ("said", "speaks"),
    [
        ({}, False),
        ({"fichier": "arbres.csv"}, False),
        ({"adresse": "https://exemple.fr/arbres"}, False),
        ({"detenteur": "Syndicat"}, True),
        ({"producteur": "Commune"}, True),
        ({"nature": Nature.SYNDICAT}, True),
        ({"statuts": ABSENT}, True),
    ],
)
def test_an_entry_speaks_when_it_tells_a_holder_a_nature_or_a_status(said: dict[str, Any], speaks: bool) -> None:
    town = TownInventory("00001", None, {}, {Trees: (Donnee("e", "arbres", "Arbres", **said),)})
    assert [one.id for one in telling(Trees, town)] == (["e"] if speaks else [])
    (cell,) = matrix(["00001"], {"00001": town}, services=[tree_heritage]).row("00001")
    assert [one.entry for one in holders_of(cell, town, None)] == [one.id for one in telling(Trees, town)]
