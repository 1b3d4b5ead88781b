"""What changes from one revision to another."""

import shutil
from datetime import date
from pathlib import Path

from coeurdeville.inventory.donnee import Donnee, Statut
from coeurdeville.inventory.revisions.depot import Depot
from coeurdeville.inventory.revisions.difference import Changement, EntreeChangee, FichierChange, Ligne
from coeurdeville.inventory.statuts import add_statut
from coeurdeville.inventory.ville import add_donnee, open_ville
from coeurdeville.inventory.vocabulaire import Ouverture

from .conftest import say


def test_an_answer_that_changed_is_told_with_its_former_value(depot: Depot) -> None:
    depot.enregistrer(1, say("arbres", detenteur="Agglo", donnees_personnelles=False), "Luc", "Transfert")
    difference = depot.difference(1, 2)
    assert difference.entrees == (
        EntreeChangee(
            "arbres",
            "Arbres publics",
            Changement.MODIFICATION,
            (Ligne("detenteur", "Ville de Valbois", "Agglo"), Ligne("donnees_personnelles", "", "non")),
        ),
    )
    assert (difference.ville, difference.fichiers) == ((), ())


def test_a_status_that_is_added_is_told_line_by_line(depot: Depot) -> None:
    status = Statut(date(2026, 11, 24), Ouverture.CANDIDATE, "Ana Roy", "courriel")
    depot.enregistrer(1, lambda folder: add_statut(open_ville(folder), "eaux", status, date(2026, 11, 25)), "Luc", "S")
    (entry,) = depot.difference(1, 2).entrees
    assert entry.lignes == (
        Ligne("statuts.1.date", "", "24/11/2026"),
        Ligne("statuts.1.statut", "", "candidate"),
        Ligne("statuts.1.auteur", "", "Ana Roy"),
        Ligne("statuts.1.preuve", "", "courriel"),
    )


def test_entries_and_files_that_come_and_go(depot: Depot) -> None:
    def change(folder: Path) -> None:
        text = (folder / "ville.toml").read_text("utf-8")
        (folder / "ville.toml").write_text(text[: text.index("[[donnees]]")], "utf-8")
        add_donnee(open_ville(folder), Donnee("bancs", "fontaines", "Bancs"))
        shutil.move(folder / "fichiers" / "arbres.csv", folder / "fichiers" / "tilleuls.csv")

    depot.enregistrer(1, change, "Luc", "Tout")
    difference = depot.difference(1, 2)
    assert [(one.id, one.changement) for one in difference.entrees] == [
        ("bancs", Changement.AJOUT),
        ("arbres", Changement.RETRAIT),
        ("eaux", Changement.RETRAIT),
    ]
    assert difference.fichiers == (
        FichierChange("fichiers/arbres.csv", Changement.RETRAIT, 0),
        FichierChange("fichiers/tilleuls.csv", Changement.AJOUT, 16),
    )


def test_the_town_itself_and_a_file_that_is_replaced(depot: Depot) -> None:
    def change(folder: Path) -> None:
        text = (folder / "ville.toml").read_text("utf-8")
        (folder / "ville.toml").write_text(text.replace("population = 12000", "population = 12100"), "utf-8")
        (folder / "fichiers" / "arbres.csv").write_text("essence\nfrêne\n", "utf-8")

    depot.enregistrer(1, change, "Luc", "Recensement")
    difference = depot.difference(1, 2)
    assert difference.ville == (Ligne("ville.population", "12000", "12100"),)
    assert difference.fichiers == (FichierChange("fichiers/arbres.csv", Changement.MODIFICATION, 15),)


def test_a_revision_does_not_differ_from_itself_and_the_first_adds_all(depot: Depot) -> None:
    assert not depot.difference(1, 1)
    assert [one.changement for one in depot.difference(0, 1).entrees] == [Changement.AJOUT, Changement.AJOUT]


def test_two_entries_of_the_same_name_are_told_apart(depot: Depot) -> None:
    def twice(folder: Path) -> None:
        with (folder / "ville.toml").open("a", encoding="utf-8") as text:
            text.write('\n[[donnees]]\nid = "eaux"\ncouche = "eaux"\ntitre = "Fossés"\n')

    depot.enregistrer(1, twice, "Luc", "Doublon")
    assert [(one.id, one.titre, one.changement) for one in depot.difference(1, 2).entrees] == [
        ("eaux", "Fossés", Changement.AJOUT)
    ]
