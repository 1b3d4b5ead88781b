"""Which schema a file is about, by the names of its columns."""

from pathlib import Path

import pytest

from coeurdeville.readers.read import read
from coeurdeville.schemas.catalogue import own_schemas
from coeurdeville.schemas.matching.recognition import likenesses


@pytest.mark.parametrize("name", sorted(own_schemas()))
@pytest.mark.parametrize("example", ["exemple-valide.csv", "exemple-invalide.csv"])
def test_examples_are_told_apart(name: str, example: str) -> None:
    found = likenesses([str(one) for one in read(own_schemas()[name] / example).frame.columns])
    assert [one.schema for one in found if one.plausible] == [name]
    assert found[0].schema == name


@pytest.mark.parametrize("columns", [["matiere", "couleur"], ["id", "nom", "longitude", "latitude", "adresse"], []])
def test_columns_that_every_table_has_tell_nothing(columns: list[str]) -> None:
    found = likenesses(columns)
    assert len(found) == 4
    assert not any(one.plausible for one in found)


@pytest.mark.real
@pytest.mark.parametrize("name", ["Patrimoine_Arbore_final.csv", "Data_Arbre.csv"])
def test_real_inventory_of_trees_is_recognised(name: str, mirror: Path) -> None:
    features = read(mirror / "towns" / "02691-saint-quentin" / name)
    assert likenesses([str(one) for one in features.frame.columns])[0].schema == "arbres-urbains"
