"""A newer file given to an entry."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from coeurdeville.core.problems import Refused
from coeurdeville.inventory.ajout import add_file
from coeurdeville.inventory.donnee import Donnee
from coeurdeville.inventory.remplacement import replace_file
from coeurdeville.inventory.ville import add_donnee, open_ville

Csv = Callable[..., Path]


@pytest.fixture
def folder(town: Path, csv: Csv) -> Path:
    """A town whose trees are in `fichiers/arbres.csv`."""
    add_file(town, csv([(1, 1)], "arbres.csv", hauteur=[12]), "arbres", titre="Arbres publics")
    return town


def test_words_stay_and_the_former_file_goes(folder: Path, csv: Csv) -> None:
    made = replace_file(folder, "arbres", csv([(1, 1), (2, 2)], "Relevé 2026.tsv", espece=["Tilia", "Acer"]))
    (donnee,) = made.donnees
    assert (donnee.id, donnee.titre, donnee.fichier) == ("arbres", "Arbres publics", "fichiers/releve-2026.tsv")
    assert donnee.correspondance.colonnes["espece"] == "espece"
    assert sorted(one.name for one in (folder / "fichiers").glob("*sv")) == ["releve-2026.tsv"]


def test_a_file_of_the_same_kind_takes_the_name(folder: Path, csv: Csv) -> None:
    (donnee,) = replace_file(folder, "arbres", csv([(3, 3)], "autre.csv", hauteur=[8])).donnees
    assert donnee.fichier == "fichiers/arbres.csv"
    assert "8" in (folder / "fichiers" / "arbres.csv").read_text("utf-8")


def test_a_file_that_another_entry_reads_stays(folder: Path, csv: Csv) -> None:
    add_donnee(open_ville(folder), Donnee("houppiers", "canopee", "Houppiers", "fichiers/arbres.csv"))
    (donnee,) = replace_file(folder, "arbres", csv([(1, 1)], "releve.csv", hauteur=[9])).donnees
    assert donnee.fichier == "fichiers/releve.csv"
    assert "12" in (folder / "fichiers" / "arbres.csv").read_text("utf-8")


def test_an_entry_that_had_no_file_gets_one(bare: Path, csv: Csv) -> None:
    add_donnee(open_ville(bare), Donnee("platanes", "arbres", "Platanes"))
    (donnee,) = replace_file(bare, "platanes", csv([(1, 1)], "releve.csv", hauteur=[9])).donnees
    assert (donnee.id, donnee.fichier) == ("platanes", "fichiers/releve.csv")


def test_a_file_that_makes_no_layer_is_refused(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("nom\nun\n", "utf-8")
    copy = Path(shutil.copytree(folder, tmp_path / "copie"))
    with pytest.raises(Refused):
        replace_file(copy, "arbres", tmp_path / "x.csv")
