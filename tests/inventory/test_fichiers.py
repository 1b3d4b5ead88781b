"""Files of a town are kept under plain names, and none takes the place of another unsaid."""

from pathlib import Path

import pytest

from coeurdeville.inventory.donnee import Donnee
from coeurdeville.inventory.fichiers import file_name, keep, main_file, name_for, parts
from coeurdeville.inventory.ville import Ville


def touch(folder: Path, *names: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name in names:
        (folder / name).write_text(name)
    return folder / names[0]


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("Arbres d'alignement 2024.CSV", "arbres-d-alignement-2024.csv"),
        ("été.geojson", "ete.geojson"),
        ("---.csv", "fichier.csv"),
    ],
)
def test_names_are_plain(name: str, kept: str) -> None:
    assert file_name(Path(name)) == f"fichiers/{kept}"


def test_a_shapefile_comes_with_its_parts_and_nothing_else(tmp_path: Path) -> None:
    touch(tmp_path / "recu", "Zones.shp", "Zones.dbf", "Zones.SHX", "Zones.prj", "Zones.csv", "Zones2.shp")
    shp = main_file(tmp_path / "recu" / "Zones.dbf")
    assert shp.name == "Zones.shp"
    keep(shp, tmp_path / "fichiers" / "zones.shp")
    assert sorted(path.name for path in (tmp_path / "fichiers").iterdir()) == [
        "zones.dbf", "zones.prj", "zones.shp", "zones.shx",
    ]  # fmt: skip


def test_other_files_come_alone(tmp_path: Path) -> None:
    csv = touch(tmp_path / "recu", "a.csv", "a.prj", "a.xlsx")
    assert parts(csv) == [csv]
    assert main_file(csv) == csv


def test_keeping_a_file_where_it_already_is_changes_nothing(tmp_path: Path) -> None:
    path = touch(tmp_path / "fichiers", "a.csv")
    keep(path, path)
    assert path.read_text() == "a.csv"


def ville(dossier: Path, **served: str) -> Ville:
    donnees = tuple(Donnee(slug, slug, slug, fichier=f"fichiers/{name}") for slug, name in served.items())
    return Ville(dossier, "V", "00042", donnees, ())


def test_another_file_of_the_same_name_is_numbered(tmp_path: Path) -> None:
    source = touch(tmp_path / "recu", "a.csv")
    touch(tmp_path / "fichiers", "a.csv").write_text("autre")
    assert name_for(ville(tmp_path, eau="a.csv"), source, ["arbres"]) == "fichiers/a-2.csv"
    assert name_for(ville(tmp_path), source, ["arbres"]) == "fichiers/a-2.csv"
    touch(tmp_path / "fichiers", "a-2.csv")
    assert name_for(ville(tmp_path, eau="a.csv"), source, ["arbres"]) == "fichiers/a-3.csv"


def test_a_newer_edition_and_the_same_content_keep_the_name(tmp_path: Path) -> None:
    source = touch(tmp_path / "recu", "a.csv")
    touch(tmp_path / "fichiers", "a.csv").write_text("autre")
    assert name_for(ville(tmp_path, arbres="a.csv"), source, ["arbres"]) == "fichiers/a.csv"
    assert name_for(ville(tmp_path, arbres="a.csv", eau="a.csv"), source, ["arbres"]) == "fichiers/a-2.csv"
    (tmp_path / "fichiers" / "a.csv").write_text("a.csv")
    assert name_for(ville(tmp_path, eau="a.csv"), source, ["arbres"]) == "fichiers/a.csv"
