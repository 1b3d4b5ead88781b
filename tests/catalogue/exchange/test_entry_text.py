"""An entry written as text is read as it was, whatever it holds."""

import tomllib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coeurdeville.catalogue.exchange.entry_text import entry_text
from coeurdeville.inventory.donnee import Donnee
from coeurdeville.inventory.ecriture import as_table
from coeurdeville.inventory.ville_toml import read_ville
from coeurdeville.schemas.mapping.correspondance import Correspondance, Etat, Lecture

HEAD = '[ville]\nnom = "V"\ncommune = "00042"\n'
MAPPING = Correspondance(
    Lecture(feuille="A"),
    colonnes={"hauteur totale": "haut"},
    a_confirmer={"essence": {"colonne": "ess"}},
    valeurs={"essence": {"1": 'é"x'}},
    etats=(Etat("etat", ("mort",)),),
)
values = st.recursive(
    st.one_of(st.text(), st.integers(-9, 9), st.booleans(), st.floats(-1, 1)),
    lambda one: st.one_of(st.lists(one, max_size=3), st.dictionaries(st.text(min_size=1), one, max_size=3)),
    max_leaves=5,
)


def again(*donnees: Donnee) -> tuple[Donnee, ...]:
    read = read_ville(HEAD + "\n".join(entry_text(as_table(one)) for one in donnees))
    assert read.ecartees == []
    return tuple(read.donnees)


def test_whole_entries_come_back_one_after_the_other(inventory: tuple[Donnee, ...]) -> None:
    whole = (replace(inventory[0], correspondance=MAPPING, derive_de=("a", "b")), *inventory[1:])
    assert again(*whole) == whole


@given(st.text(st.characters(codec="utf-8")))
def test_any_text_comes_back(text: str) -> None:
    (found,) = again(Donnee("a", "", "A", qualite=text))
    assert found.qualite == text


@given(st.dictionaries(st.text(st.characters(codec="utf-8"), min_size=1), values, max_size=3))
def test_any_other_key_comes_back(autres: dict[str, object]) -> None:
    free = {key: value for key, value in autres.items() if key not in as_table(Donnee("a", "", "A"))}
    read = tomllib.loads(entry_text({"id": "a", **free}))
    assert read["donnees"] == [{"id": "a", **free}]


@pytest.mark.parametrize("rows", [[{"a": 1}, {"b": "x"}], [{"a": [1]}], [{}], [1, {"a": 1}]])
def test_lists_of_tables_come_back(rows: list[object]) -> None:
    assert tomllib.loads(entry_text({"id": "a", "x": rows, "y": {"z": 1}}))["donnees"][0]["x"] == rows
