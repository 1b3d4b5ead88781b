"""A newer file given to an entry."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from coeurdeville.core.problems import Refused
from coeurdeville.inventory.ajout import add_file
from coeurdeville.inventory.donnee import Donnee
from coeurdeville.inventory.remplacement import replace_file
from coeurdeville.inventory.saisie import answer
from coeurdeville.inventory.ville import add_donnee, open_ville
from coeurdeville.schemas.mapping.correspondance import Etat

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


def test_a_file_of_the_same_name_takes_its_place(folder: Path, csv: Csv) -> None:
    (donnee,) = replace_file(folder, "arbres", csv([(3, 3)], "Arbres.csv", hauteur=[8])).donnees
    assert donnee.fichier == "fichiers/arbres.csv"
    assert "8" in (folder / "fichiers" / "arbres.csv").read_text("utf-8")


def test_name_and_title_follow_the_file_when_nobody_gave_a_title(town: Path, csv: Csv) -> None:
    add_file(town, csv([(1, 1)], "Data_Arbre.csv", hauteur=[12]), "arbres")
    (donnee,) = replace_file(town, "arbres", csv([(3, 3)], "Releve_2026.csv", hauteur=[8])).donnees
    assert (donnee.titre, donnee.fichier) == ("Releve_2026", "fichiers/releve-2026.csv")
    assert [one.name for one in (town / "fichiers").glob("*.csv")] == ["releve-2026.csv"]


def test_the_file_of_another_entry_is_not_taken(folder: Path, csv: Csv) -> None:
    twin = csv([(2, 2)], "parc.csv", hauteur=[7])
    add_file(folder, twin, "arbres", titre="Arbres du parc")
    (donnee,) = replace_file(folder, "arbres", twin).donnees
    assert (donnee.id, donnee.fichier) == ("arbres", "fichiers/parc-2.csv")
    assert {one.fichier for one in open_ville(folder).donnees if one.couche == "arbres"} == {
        "fichiers/parc.csv",
        "fichiers/parc-2.csv",
    }


PLACES = [(1, 1), (2, 2), (3, 3)]


@pytest.fixture
def felled(town: Path, csv: Csv) -> Path:
    """A town whose felled trees are told in words."""
    (donnee,) = add_file(town, csv(PLACES, "a.csv", fk_arb_etat=["EN PLACE", "ABATTU", "EN PLACE"]), "arbres").donnees
    assert donnee.correspondance.etats == (Etat("fk_arb_etat", ("ABATTU",)),)
    return town


def test_states_now_in_codes_are_asked_again(felled: Path, csv: Csv) -> None:
    made = replace_file(felled, "arbres", csv(PLACES, "b.csv", fk_arb_etat=["1", "3", "3"]))
    said = {one.code: one.message for one in made.problems}
    assert "«\u00a0ABATTU\u00a0»" in said["etats-perdus"]
    assert "«\u00a01\u00a0» et «\u00a03\u00a0»" in said["etats-en-codes"]
    assert made.donnees[0].correspondance.etats == ()


def test_words_that_the_new_file_has_not_are_said(felled: Path, csv: Csv) -> None:
    made = replace_file(felled, "arbres", csv(PLACES, "b.csv", fk_arb_etat=["EN PLACE"] * 3))
    assert "etats-perdus" in {one.code for one in made.problems}
    assert made.donnees[0].correspondance.etats == (Etat("fk_arb_etat", ("ABATTU",)),)
    assert "etats-perdus" not in {one.code for one in replace_file(felled, "arbres", _first(csv)).problems}


def test_other_words_for_the_same_are_recognised_and_said(felled: Path, csv: Csv) -> None:
    made = replace_file(felled, "arbres", csv(PLACES, "b.csv", fk_arb_etat=["EN PLACE", "supprimé", "EN PLACE"]))
    assert {"etats-perdus", "objets-disparus"} <= {one.code for one in made.problems}
    assert made.donnees[0].correspondance.etats == (Etat("fk_arb_etat", ("supprimé",)),)


def test_a_column_of_states_that_is_gone_is_said(felled: Path, csv: Csv) -> None:
    made = replace_file(felled, "arbres", csv(PLACES, "b.csv", hauteur=[1, 2, 3]))
    assert "etats-perdus" in {one.code for one in made.problems}


@pytest.mark.parametrize("told", ["aucun", "9"])
def test_codes_that_the_town_settled_stay(town: Path, csv: Csv, told: str) -> None:
    add_file(town, csv(PLACES, "a.csv", fk_arb_etat=["9", "3", "3"]), "arbres")
    answer(open_ville(town), "arbres", {"etats.disparus": f"fk_arb_etat = {told}"})
    made = replace_file(town, "arbres", csv(PLACES, "b.csv", fk_arb_etat=["1", "3", "3"]))
    codes = {one.code for one in made.problems}
    assert ("etats-perdus" in codes, "etats-en-codes" in codes) == (told == "9", False)
    assert made.donnees[0].correspondance.etats == (Etat("fk_arb_etat", (told,)),)


def _first(csv: Csv) -> Path:
    return csv(PLACES, "a.csv", fk_arb_etat=["EN PLACE", "ABATTU", "EN PLACE"])


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
