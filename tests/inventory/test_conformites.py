"""A machine says how many rows of a file meet a schema; the inventory keeps it with its day."""

from datetime import date
from pathlib import Path

import pytest

from coeurdeville.core.problems import Refused
from coeurdeville.inventory.conformites import add_conformite, check_conformity
from coeurdeville.inventory.donnee import Conformite, Donnee
from coeurdeville.inventory.ville import FICHIER, Ville, add_donnee, open_ville
from coeurdeville.schemas.model import CustomCheck, Field, TableSchema

TODAY = date(2026, 11, 25)
SCHEMA = TableSchema(
    (Field("id", constraints={"required": True}), Field("siret")),
    "arbres-urbains",
    custom_checks=(CustomCheck("french-siret-value", {"column": "siret"}),),
)


def town_with(bare: Path, text: str) -> tuple[Ville, Donnee]:
    (bare / "fichiers" / "a.csv").write_text(text, encoding="utf-8")
    ville = add_donnee(open_ville(bare), Donnee("a", "lieux-frais", "A", "fichiers/a.csv", producteur="Ville"))
    return ville, ville.donnees[0]


@pytest.mark.parametrize(
    ("text", "rows", "good"),
    [
        ("id;siret\n1;\n2;\n3;\n", 3, 3),
        ("siret;id\n;1\n;\n;3\n", 3, 2),
        ("id;siret\n1;12\n;13\n3;\n", 3, 1),
        ("siret\n1\n2\n", 2, 0),
        ("id;siret\n", 0, 0),
    ],
)
def test_rows_that_conform_are_counted(bare: Path, text: str, rows: int, good: int) -> None:
    ville, donnee = town_with(bare, text)
    assert check_conformity(ville, donnee, SCHEMA, TODAY) == Conformite("arbres-urbains", TODAY, rows, good)


def test_a_check_is_kept_after_the_others(bare: Path) -> None:
    ville, donnee = town_with(bare, "id;siret\n1;\n")
    first = check_conformity(ville, donnee, SCHEMA, date(2026, 1, 1), name="etalab/x@1.0")
    second = check_conformity(ville, donnee, SCHEMA, TODAY)
    after = add_conformite(add_conformite(ville, "a", first), "a", second)
    assert after.donnees[0].conformites == (first, second)
    assert first.schema == "etalab/x@1.0"
    assert "[[donnees.conformites]]" in (bare / FICHIER).read_text(encoding="utf-8")


def test_an_entry_without_file_has_nothing_to_check(bare: Path) -> None:
    ville = add_donnee(open_ville(bare), Donnee("a", "arbres", "A"))
    with pytest.raises(Refused) as refused:
        check_conformity(ville, ville.donnees[0], SCHEMA, TODAY)
    assert [one.code for one in refused.value.problems] == ["conformite-sans-fichier"]


def test_a_file_that_is_not_there_is_refused(bare: Path) -> None:
    ville, donnee = town_with(bare, "id\n1\n")
    ville.path(donnee).unlink()
    with pytest.raises(Refused) as refused:
        check_conformity(ville, donnee, SCHEMA, TODAY)
    assert [one.code for one in refused.value.problems] == ["fichier-absent"]
