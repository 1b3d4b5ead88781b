"""An import adds to a town; it overwrites nothing that it was not asked to."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from coeurdeville.catalogue.exchange import classeur
from coeurdeville.catalogue.exchange.contract import Entry, Imported, Publisher
from coeurdeville.catalogue.exchange.merging import merge
from coeurdeville.catalogue.exchange.workbook_reading import read_workbook
from coeurdeville.core.licences import LOV2, ODBL
from coeurdeville.inventory.donnee import Donnee, Statut
from coeurdeville.inventory.ville import Ville, add_donnee, create_ville
from coeurdeville.inventory.vocabulaire import Ouverture
from coeurdeville.schemas.mapping.correspondance import Correspondance
from coeurdeville.territories.commune import Commune, Departement, Region

COMMUNE = Commune("00042", "Valbois", Departement("00", "x"), Region("00", "x"), None, None, 9000, 2026, (), ())
OLD = Statut(date(2025, 1, 1), Ouverture.CANDIDATE, "SIG")
NEW = Statut(date(2026, 1, 1), Ouverture.OUVERTE, "SIG")
TREES = Donnee(
    "arbres",
    "arbres",
    "Arbres",
    producteur="Ville",
    licence=LOV2,
    statuts=(OLD,),
    correspondance=Correspondance(colonnes={"hauteur_totale": "haut"}),
    autres={"note": "gardée"},
)


@pytest.fixture
def town(tmp_path: Path) -> Ville:
    return add_donnee(create_ville(tmp_path / "valbois", COMMUNE, date(2026, 11, 23)), TREES)


def stated(donnee: Donnee, *said: str, undated: bool = False) -> Imported:
    return Imported((Entry(donnee, "ligne 2", frozenset({*said, "statuts", "autres"}), undated),))


def test_entry_that_the_town_has_is_left_and_told(town: Ville) -> None:
    text = (town.dossier / "ville.toml").read_bytes()
    merged = merge(town, stated(Donnee("arbres", "arbres", "Autre titre"), "titre"))
    assert [one.id for one in merged.left] == ["arbres"]
    assert [one.code for one in merged.problems] == ["import-donnee-deja-la"]
    assert (town.dossier / "ville.toml").read_bytes() == text


def test_replacing_changes_what_the_file_says_and_keeps_the_rest(town: Ville) -> None:
    new = Donnee("arbres", "", "Arbres 2026", licence=ODBL, statuts=(NEW,), autres={"theme": "Arbres"})
    merged = merge(town, stated(new, "titre", "licence"), replacing=True)
    (donnee,) = merged.ville.donnees
    assert (donnee.titre, donnee.licence, donnee.couche, donnee.producteur) == ("Arbres 2026", ODBL, "arbres", "Ville")
    assert donnee.correspondance == TREES.correspondance
    assert donnee.statuts == (OLD, NEW)
    assert donnee.autres == {"note": "gardée", "theme": "Arbres"}


def test_a_cell_that_was_emptied_empties_what_the_town_says(town: Ville) -> None:
    merged = merge(town, stated(Donnee("arbres", "arbres", "Arbres"), "producteur"), replacing=True)
    assert merged.ville.donnees[0].producteur == ""
    assert merged.ville.donnees[0].licence is LOV2


def test_the_same_file_twice_adds_nothing(town: Ville) -> None:
    new = stated(replace(TREES, statuts=(OLD, NEW)), "titre")
    once = merge(town, new, replacing=True).ville
    text = (town.dossier / "ville.toml").read_text()
    merge(once, new, replacing=True)
    assert (town.dossier / "ville.toml").read_text() == text
    undated = replace(NEW, date=date(2026, 11, 25))
    merged = merge(once, stated(replace(TREES, statuts=(undated,)), undated=True), replacing=True)
    assert merged.ville.donnees[0].statuts == (OLD, NEW)


def test_entries_are_known_by_title_when_the_form_has_no_identifiers(town: Ville) -> None:
    merged = merge(
        town, stated(Donnee("x", "", "ARBRES", producteur="SIG"), "producteur"), by_title=True, replacing=True
    )
    assert [(one.id, one.producteur) for one in merged.ville.donnees] == [("arbres", "SIG")]


def test_file_that_is_not_there_does_not_set_the_entry_aside(town: Ville) -> None:
    wanted = Donnee("eau", "eau", "Eau", fichier="../../etc/passwd")
    merged = merge(town, stated(wanted, "fichier"))
    (donnee,) = [one for one in merged.ville.donnees if one.id == "eau"]
    assert (donnee.fichier, donnee.autres["fichier_lu"]) == ("", "../../etc/passwd")
    assert "import-fichier-absent" in [one.code for one in merged.problems]


def test_entry_without_layer_is_kept(town: Ville) -> None:
    merged = merge(town, stated(Donnee("deliberations", "", "Délibérations"), "titre"))
    assert [one.id for one in merged.ville.donnees] == ["arbres", "deliberations"]
    assert merged.ville.ecartees == ()


def test_comments_of_the_inventory_stay(town: Ville) -> None:
    path = town.dossier / "ville.toml"
    path.write_text(path.read_text().replace('producteur = "Ville"', 'producteur = "Ville" # à vérifier'))
    merge(town, stated(Donnee("arbres", "arbres", "Nouveau"), "titre"), replacing=True)
    assert "# à vérifier" in path.read_text()


def test_whole_inventory_goes_through_a_workbook_into_another_town(
    town: Ville, inventory: tuple[Donnee, ...], publisher: Publisher, tmp_path: Path
) -> None:
    """But for files, which are not in the folder of the other town."""
    whole = tuple(replace(one, fichier="") for one in inventory)
    path = tmp_path / "inventaire.xlsx"
    path.write_bytes(classeur.write(replace(town, donnees=whole), publisher).content)
    empty = create_ville(tmp_path / "autre", COMMUNE, date(2026, 11, 23))
    assert merge(empty, read_workbook(path, publisher.today)).ville.donnees == whole
