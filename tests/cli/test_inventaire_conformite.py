"""A machine checks the file of an entry, and the inventory keeps what it said."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from coeurdeville.inventory.donnee import Donnee
from coeurdeville.inventory.ville import add_donnee, open_ville
from coeurdeville.schemas.catalogue import own_schemas

Run = Callable[..., Any]


def with_file(valbois: Path, text: str) -> None:
    (valbois / "fichiers" / "a.csv").write_text(text, encoding="utf-8")
    add_donnee(open_ville(valbois), Donnee("lieux", "lieux-frais", "Lieux frais", "fichiers/a.csv"))


def test_a_file_that_conforms_is_noted(valbois: Path, coeurdeville: Run) -> None:
    with_file(valbois, (own_schemas()["lieux-frais"] / "exemple-valide.csv").read_text(encoding="utf-8"))
    ran = coeurdeville("inventaire", "conformite", valbois, "lieux", "--schema", "lieux-frais")
    assert ran.status == 0
    assert "(100 %)" in ran.out
    assert "schema valider" not in ran.out
    (found,) = open_ville(valbois).donnees[1].conformites
    assert (found.schema, found.conformes) == ("lieux-frais", found.lignes)
    assert found.date <= date.today()


def test_a_file_that_does_not_says_where_to_look(valbois: Path, coeurdeville: Run) -> None:
    with_file(valbois, "rien;de;tel\n1;2;3\n4;5;6\n")
    ran = coeurdeville("inventaire", "conformite", valbois, "lieux", "--schema", "lieux-frais")
    assert ran.status == 0
    assert "lieux-frais : 0 ligne conforme sur 2 (0 %)" in ran.out
    assert f"coeurdeville schema valider {valbois}/fichiers/a.csv --schema lieux-frais" in ran.out


def test_an_unknown_schema_is_refused_and_nothing_is_noted(valbois: Path, coeurdeville: Run) -> None:
    with_file(valbois, "a\n1\n")
    ran = coeurdeville("inventaire", "conformite", valbois, "lieux", "--schema", "lieux-frai")
    assert ran.status == 1
    assert "lieux-frais" in ran.err
    assert open_ville(valbois).donnees[1].conformites == ()


def test_an_entry_without_file_is_refused(valbois: Path, coeurdeville: Run) -> None:
    add_donnee(open_ville(valbois), Donnee("lieux", "lieux-frais", "Lieux frais"))
    ran = coeurdeville("inventaire", "conformite", valbois, "lieux", "--schema", "lieux-frais")
    assert "[conformite-sans-fichier]" in ran.err
