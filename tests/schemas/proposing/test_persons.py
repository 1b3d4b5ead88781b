"""Columns in which there are persons, in the files of towns."""

import pandas as pd

from coeurdeville.schemas.proposing.columns import TownColumn
from coeurdeville.schemas.proposing.persons import set_apart


def column(name: str, *cells: str | None) -> TownColumn:
    return TownColumn("ville.csv", name, pd.Series(cells, dtype="str"))


def test_columns_of_persons_are_left_out_with_the_reason() -> None:
    kept, left = set_apart([column("nom", "Parc A"), column("nom_agent", "Martin"), column("courriel", "a@b.example")])
    assert [one.name for one in kept] == ["nom"]
    assert [one.column.name for one in left] == ["nom_agent", "courriel"]
    assert all(one.why for one in left)


def test_cells_of_persons_in_a_free_text_are_emptied() -> None:
    cells = [
        "À l’ombre",
        "écrire à x@valombre.example",
        "calme",
        "frais",
        "bruyant",
        "sec",
        "vert",
        "nu",
        "plat",
        "gai",
    ]
    (kept,), left = set_apart([column("note", *cells)])
    assert not left
    assert kept.filled.tolist() == [cells[0], *cells[2:]]


def test_other_columns_are_untouched() -> None:
    one = column("hauteur", "12", None)
    assert set_apart([one]) == ([one], [])
