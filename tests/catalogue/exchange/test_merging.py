"""An import adds to a town; it overwrites nothing that it was not asked to."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from coeurdeville.catalogue.exchange import classeur
from coeurdeville.catalogue.exchange.contract import Entry, Imported, Publisher
from coeurdeville.catalogue.exchange.merging import Merged, merge
from coeurdeville.catalogue.exchange.workbook_reading import read_workbook
from coeurdeville.core.licences import LOV2, ODBL
from coeurdeville.core.problems import Problem
from coeurdeville.inventory.donnee import Cooperation, Donnee, Statut
from coeurdeville.inventory.ville import Ville, add_donnee, create_ville, open_ville
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


def stated(*donnees: Donnee, undated: bool = False) -> Imported:
    return Imported(tuple(Entry(one, "ligne 2", undated) for one in donnees))


def said(merged: Merged, code: str) -> list[Problem]:
    return [one for one in merged.problems if one.code == code]


def test_entry_that_the_town_has_is_left_and_told(town: Ville) -> None:
    text = (town.dossier / "ville.toml").read_bytes()
    merged = merge(town, stated(Donnee("arbres", "arbres", "Autre titre")))
    assert [one.id for one in merged.left] == ["arbres"]
    assert [one.code for one in merged.problems] == ["import-donnee-deja-la"]
    assert (town.dossier / "ville.toml").read_bytes() == text


def test_replacing_changes_what_the_file_says_and_keeps_the_rest(town: Ville) -> None:
    new = Donnee("arbres", "", "Arbres 2026", licence=ODBL, statuts=(NEW,), autres={"theme": "Arbres"})
    merged = merge(town, stated(new), replacing=True)
    (donnee,) = merged.ville.donnees
    assert (donnee.titre, donnee.licence, donnee.couche, donnee.producteur) == ("Arbres 2026", ODBL, "arbres", "Ville")
    assert donnee.correspondance == TREES.correspondance
    assert donnee.statuts == (OLD, NEW)
    assert "candidate à l’ouverture → déjà ouverte" in said(merged, "import-statut-change")[0].examples[0]
    assert donnee.autres == {"note": "gardée", "theme": "Arbres"}


def test_a_blank_erases_nothing(town: Ville) -> None:
    town = add_donnee(town, replace(TREES, siren="213502362", donnees_personnelles=False, autres={"description": "D"}))
    text = (town.dossier / "ville.toml").read_bytes()
    merged = merge(town, stated(Donnee("arbres", "", "Arbres", autres={"description": ""})), replacing=True)
    assert [one.id for one in merged.same] == ["arbres"]
    assert (merged.updated, merged.problems) == ((), ())
    assert (town.dossier / "ville.toml").read_bytes() == text


def test_each_value_that_is_written_over_is_told_with_what_it_was(town: Ville) -> None:
    others = [Donnee(f"d{rank}", "", f"Titre {rank}") for rank in range(7)]
    town = add_donnee(town, *others)
    news = [replace(one, titre=f"Nouveau {one.id}") for one in others]
    merged = merge(town, stated(*news, replace(TREES, licence=ODBL, donnees_personnelles=True)), replacing=True)
    titles, licence = said(merged, "import-valeur-remplacee")
    assert (titles.count, len(titles.examples)) == (7, 5)
    assert titles.examples[0] == "« d0\u00a0»\u00a0: Titre 0 → Nouveau d0".replace("« ", "«\u00a0")
    assert licence.examples[0].endswith("Licence Ouverte 2.0 → ODbL 1.0")
    assert merged.ville.donnees[0].donnees_personnelles is True, "what was not known is completed, not written over"


def test_new_holder_without_a_number_is_told_when_the_old_number_stays(town: Ville) -> None:
    town = add_donnee(town, replace(TREES, detenteur="CA", siren="213502362"))
    merged = merge(town, stated(Donnee("arbres", "", "Arbres", detenteur="Département")), replacing=True)
    assert said(merged, "import-detenteur-change")[0].examples == ("arbres",)
    assert merged.ville.donnees[0].siren == "213502362"


def test_a_masked_text_does_not_come_back_over_what_the_town_knows(town: Ville) -> None:
    town = add_donnee(town, replace(TREES, producteur="Claude Martin"))
    merged = merge(town, stated(Donnee("arbres", "", "[masqué]", producteur="un habitant")), replacing=True)
    assert merged.ville.donnees[0].producteur == "Claude Martin"
    assert merged.ville.donnees[0].titre == "Arbres"


def test_undated_status_adds_nothing_to_the_same_one_with_its_evidence(town: Ville) -> None:
    proven = replace(NEW, preuve="https://data.example.org/a")
    town = add_donnee(town, replace(TREES, statuts=(OLD, proven)))
    undated = Statut(date(2026, 11, 25), Ouverture.OUVERTE)
    merged = merge(town, stated(replace(TREES, statuts=(undated,)), undated=True), replacing=True)
    assert merged.ville.donnees[0].statuts == (OLD, proven)


def test_entry_that_is_set_aside_is_left_as_it_is_and_told(town: Ville) -> None:
    path = town.dossier / "ville.toml"
    path.write_text(path.read_text() + '\n[[donnees]]\nid = "eau"\ncouche = "eau"\ntitre = "Eau"\nmillesime = "hier"\n')
    town = open_ville(town.dossier)
    text = path.read_bytes()
    merged = merge(town, stated(Donnee("eau", "eau", "Eau", producteur="X")), replacing=True)
    assert [one.id for one in town.ecartees] == ["eau"]
    (told,) = said(merged, "import-donnee-ecartee")
    assert "eau" in told.examples[0]
    assert path.read_bytes() == text


def test_orphan_rows_join_the_entry_of_the_town_or_are_told_whole(town: Ville) -> None:
    orphans = (
        Entry(Donnee("arbres", "", "", cooperations=(Cooperation("SIDEC"),)), "Coopérations, ligne 2 : SIDEC"),
        Entry(Donnee("nulle", "", "", statuts=(NEW,)), "Statuts, ligne 3 : déjà ouverte"),
    )
    merged = merge(town, Imported((), (), orphans))
    assert merged.ville.donnees[0].cooperations == (Cooperation("SIDEC"),)
    assert "SIDEC" in said(merged, "import-ligne-jointe")[0].examples[0]
    (unknown,) = said(merged, "import-ligne-sans-donnee")
    assert "nulle" in unknown.message
    assert "déjà ouverte" in unknown.examples[0]


def test_a_form_without_identifiers_never_takes_another_entry_for_its_own(town: Ville) -> None:
    town = add_donnee(town, replace(TREES, titre="Patrimoine arboré"))
    merged = merge(town, stated(Donnee("arbres", "", "Arbres", producteur="X")), by_title=True, replacing=True)
    assert [(one.id, one.titre) for one in merged.ville.donnees] == [
        ("arbres", "Patrimoine arboré"),
        ("arbres-2", "Arbres"),
    ]


@pytest.mark.parametrize(("count", "words"), [(1, "est déjà dans"), (2, "sont déjà dans")])
def test_entries_that_are_left_are_told_in_number(count: int, words: str, town: Ville) -> None:
    town = add_donnee(town, replace(TREES, id="eau", titre="Eau"))
    merged = merge(town, stated(*(Donnee(one, "", one) for one in ("arbres", "eau")[:count])))
    assert words in said(merged, "import-donnee-deja-la")[0].message


def test_only_the_lines_that_change_are_written(town: Ville) -> None:
    path = town.dossier / "ville.toml"
    head = path.read_text().partition("[[donnees]]")[0]
    entries = (
        '[[donnees]]\nid = "arbres"  # à garder\ncouche = "arbres"\ntitre = "Arbres"\nrythme = "annuelle"\n'
        '[[donnees.statuts]]\ndate = 2025-01-01\nstatut = "candidate"\n\n'
        '[[donnees]]\nid = "eau"\ncouche = "eau"\ntitre = \'Eau\'\n'
    )
    path.write_text(head + entries)
    new = Donnee("arbres", "", "Les arbres", statuts=(NEW,))
    merge(open_ville(town.dossier), stated(new, Donnee("bancs", "", "Bancs")), replacing=True)
    added = '[[donnees.statuts]]\ndate = 2026-01-01\nstatut = "ouverte"\nauteur = "SIG"\npreuve = ""\n'
    wanted = entries.replace('"Arbres"', '"Les arbres"').replace('candidate"\n\n', f'candidate"\n\n{added}')
    assert "".join(path.read_text().split()).startswith("".join((head + wanted).split()))
    assert path.read_text().count("\n\n\n[[donnees]]") == head.count("\n\n\n") + 1


def test_entries_written_in_brackets_stay_so(town: Ville) -> None:
    path = town.dossier / "ville.toml"
    head = path.read_text().partition("[[donnees]]")[0].partition("[ville]")
    path.write_text(f'donnees = [{{id = "eau", couche = "eau", titre = "Eau"}}]\n{head[1]}{head[2]}')
    merged = merge(open_ville(town.dossier), stated(Donnee("bancs", "", "Bancs")))
    assert [one.id for one in merged.ville.donnees] == ["eau", "bancs"]


def test_the_same_file_twice_adds_nothing(town: Ville) -> None:
    new = stated(replace(TREES, statuts=(OLD, NEW)))
    once = merge(town, new, replacing=True).ville
    text = (town.dossier / "ville.toml").read_text()
    merge(once, new, replacing=True)
    assert (town.dossier / "ville.toml").read_text() == text
    undated = replace(NEW, date=date(2026, 11, 25))
    merged = merge(once, stated(replace(TREES, statuts=(undated,)), undated=True), replacing=True)
    assert merged.ville.donnees[0].statuts == (OLD, NEW)


def test_entries_are_known_by_title_when_the_form_has_no_identifiers(town: Ville) -> None:
    merged = merge(town, stated(Donnee("x", "", "ARBRES", producteur="SIG")), by_title=True, replacing=True)
    assert [(one.id, one.producteur) for one in merged.ville.donnees] == [("arbres", "SIG")]


def test_file_that_is_not_there_does_not_set_the_entry_aside(town: Ville) -> None:
    wanted = Donnee("eau", "eau", "Eau", fichier="../../etc/passwd")
    merged = merge(town, stated(wanted))
    (donnee,) = [one for one in merged.ville.donnees if one.id == "eau"]
    assert (donnee.fichier, donnee.autres["fichier_lu"]) == ("", "../../etc/passwd")
    assert "import-fichier-absent" in [one.code for one in merged.problems]


def test_entry_without_layer_is_kept(town: Ville) -> None:
    merged = merge(town, stated(Donnee("deliberations", "", "Délibérations")))
    assert [one.id for one in merged.ville.donnees] == ["arbres", "deliberations"]
    assert merged.ville.ecartees == ()


def test_comments_of_the_inventory_stay(town: Ville) -> None:
    path = town.dossier / "ville.toml"
    path.write_text(path.read_text().replace('producteur = "Ville"', 'producteur = "Ville" # à vérifier'))
    merge(town, stated(Donnee("arbres", "arbres", "Nouveau")), replacing=True)
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
