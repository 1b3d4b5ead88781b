"""What the pages of a checking say of a file that lacks little, or has nothing: true counts, fitting advice."""

import csv
import io
from collections.abc import Callable

import pytest
from django.test import Client

from coeurdeville.schemas.catalogue import own_schemas, schema

from .conftest import said_of, saved

pytestmark = pytest.mark.django_db
NAMES = schema("arbres-urbains").schema.names
ADVICE = "Un fichier de ville a rarement les noms de colonnes du schéma."
NOTHING = "Aucune colonne ni aucune cellule n’a été changée."


def example(**more: str) -> bytes:
    """The valid example with more columns, each with the same text everywhere."""
    lines = (own_schemas()["arbres-urbains"] / "exemple-valide.csv").read_text("utf-8").splitlines()
    made = [",".join([lines[0], *more]), *(",".join([line, *more.values()]) for line in lines[1:])]
    return ("\n".join(made) + "\n").encode()


def test_a_file_that_is_right_has_nothing_to_mend_nor_advice(checked: Callable[..., str], client: Client) -> None:
    content = (own_schemas()["mesures-temperature"] / "exemple-valide.csv").read_bytes()
    address = checked("mesures.csv", content, schema="mesures-temperature")
    report = said_of(client.get(address))
    assert "Le verdict Conforme" in report
    assert ADVICE not in report
    assert "Voir le fichier réparé" not in report
    assert NOTHING in said_of(client.get(f"{address}repare/"))


def test_a_column_beyond_the_schema_is_advised_on_and_told_when_it_goes(
    checked: Callable[..., str], client: Client
) -> None:
    address = checked("arbres.csv", example(secteur="Nord"), schema="arbres-urbains")
    assert ADVICE in said_of(client.get(address))
    said = said_of(client.get(f"{address}repare/"))
    assert "colonne retirée : aucun champ du schéma n’en vient – secteur 5" in said
    assert NOTHING not in said
    journal = saved(client.get(f"{address}fichiers/journal.csv")).decode("utf-8-sig")
    lines = csv.DictReader(io.StringIO(journal), delimiter=";")
    assert [one["colonne"] for one in lines if one["regle"] == "colonne-retiree"] == ["secteur"]


def test_wrong_cells_under_right_names_are_advised_otherwise(checked: Callable[..., str], client: Client) -> None:
    content = (own_schemas()["arbres-urbains"] / "exemple-invalide.csv").read_bytes()
    report = said_of(client.get(checked("arbres.csv", content, schema="arbres-urbains")))
    assert "Ses colonnes ont les noms du schéma." in report
    assert ADVICE not in report


def test_a_file_of_its_header_alone_has_nothing_to_repair(checked: Callable[..., str], client: Client) -> None:
    address = checked("arbres.csv", f"{','.join(NAMES[:-1])}\n".encode(), schema="arbres-urbains")
    assert "il n’a aucune ligne" in said_of(client.get(address))
    said = said_of(client.get(f"{address}repare/"))
    assert "Le fichier n’a aucune ligne : il n’y a rien à réparer." in said
    assert NOTHING in said
    assert "lignes écartées" not in said
    assert "colonne obligatoire" not in said


def test_the_texts_that_are_lost_are_shown_and_listed(checked: Callable[..., str], client: Client) -> None:
    head = "id,longitude,latitude,code_insee,stade_developpement\n"
    words = ["adulte"] * 40 + ["vieux", "mort", "sec", "grand", "petit", "mort"]
    rows = [f"{rank},3.28,49.84,02691,{word}" for rank, word in enumerate(words)]
    address = checked("arbres.csv", (head + "\n".join(rows)).encode(), schema="arbres-urbains", commune="02691")
    said = said_of(client.get(f"{address}repare/"))
    assert "valeur qui ne convient pas, vidée stade_developpement – 6 mort, vieux, sec et 2 autres" in said
    journal = saved(client.get(f"{address}fichiers/journal.csv")).decode("utf-8-sig")
    lines = [one for one in csv.DictReader(io.StringIO(journal), delimiter=";") if one["regle"] == "valeur-videe"]
    assert [(one["avant"], one["nombre"]) for one in lines] == [
        ("mort", "2"), ("vieux", "1"), ("sec", "1"), ("grand", "1"), ("petit", "1"),
    ]  # fmt: skip


def test_how_the_file_was_read_is_said_with_what_was_changed(checked: Callable[..., str], client: Client) -> None:
    content = example().decode().replace(",", ";").encode("cp1252")
    said = said_of(client.get(f"{checked('arbres.csv', content, schema='arbres-urbains')}repare/"))
    assert "« arbres.csv » est lu en Windows-1252 (il n’est pas en UTF-8), séparateur : point-virgule." in said
