"""Columns are recognised by name and by value; what is not sure is to be confirmed."""

import pandas as pd
import pytest

from coeurdeville.inventory.rapprochement import Rapprochement, match_columns, renewed
from coeurdeville.layers.buildings import Buildings
from coeurdeville.layers.contract.table import TableLayer
from coeurdeville.layers.facilities import Facilities
from coeurdeville.layers.green_spaces import GreenSpaces
from coeurdeville.layers.species_status import SpeciesStatus
from coeurdeville.layers.trees import Trees
from coeurdeville.schemas.mapping.correspondance import Correspondance, Etat, Lecture


def matched(**columns: list[object]) -> Rapprochement:
    return match_columns(pd.DataFrame(columns), Trees)


@pytest.mark.parametrize("name", ["hauteur_totale", "Hauteur totale", "HAUT_TOT", "haut-m", "height", "  Hauteur "])
def test_a_column_is_recognised_by_any_of_its_names(name: str) -> None:
    assert matched(**{name: ["5", "7,5"]}).colonnes == {"hauteur_totale": name}


def test_the_first_listed_name_wins_and_a_column_serves_once() -> None:
    found = matched(libelle_essence=["Tilia cordata"], nom_latin=["Tilia cordata"], essence=["tilleul"])
    assert found.colonnes["espece"] == "essence"
    assert list(found.colonnes.values()).count("essence") == 1


def test_a_name_that_contains_another_is_to_be_confirmed() -> None:
    found = matched(ma_hauteur_relevee=["5", "6"])
    assert found.colonnes == {}
    assert found.a_confirmer == {"hauteur_totale": {"colonne": "ma_hauteur_relevee", "pourquoi": "nom approchant"}}


def test_values_that_do_not_fit_are_to_be_confirmed_with_their_share() -> None:
    found = matched(hauteur=["5", "6", "7", "8", "9", "10", "11", "haut", "bas", "moyen"])
    assert found.colonnes == {}
    assert found.a_confirmer["hauteur_totale"]["pourquoi"].startswith("70\u202f% des valeurs seulement")


def test_four_fifths_of_readable_values_are_enough() -> None:
    assert matched(hauteur=["5", "6", "7", "8", "haut"]).colonnes == {"hauteur_totale": "hauteur"}


def test_an_empty_column_is_taken_by_its_name_alone() -> None:
    assert matched(hauteur=[None, None]).colonnes == {"hauteur_totale": "hauteur"}


def test_a_trunk_too_thick_for_its_tree_may_be_a_girth_and_is_never_assumed() -> None:
    found = matched(tronc_diam=["200", "150"], hauteur=["7", "6"])
    assert "diametre_du_tronc" not in found.colonnes
    assert "« Tour du tronc »" in found.a_confirmer["diametre_du_tronc"]["pourquoi"]


def test_a_trunk_is_doubted_by_heights_of_which_some_cannot_be_read() -> None:
    found = matched(tronc_diam=["200", "150", "180"], hauteur=["7", "6", "haut"])
    assert found.colonnes == {}
    assert "« Tour du tronc »" in found.a_confirmer["diametre_du_tronc"]["pourquoi"]
    assert "des valeurs seulement" in found.a_confirmer["hauteur_totale"]["pourquoi"]


def test_codes_in_a_column_of_yes_and_no_are_to_be_confirmed() -> None:
    found = matched(remarquable=["1"] * 98 + ["2", "2"])
    assert found.colonnes == {}
    assert "(«\u00a01\u00a0» et «\u00a02\u00a0»)" in found.a_confirmer["arbre_remarquable"]["pourquoi"]
    assert matched(remarquable=["0", "1"]).colonnes == {"arbre_remarquable": "remarquable"}


@pytest.mark.parametrize("layer", [GreenSpaces, Facilities])
def test_a_name_comes_before_a_confession_written_beside_it(layer: type[TableLayer]) -> None:
    frame = pd.DataFrame({"denomination": ["catholic"], "name": ["Square Saint-Michel"]})
    assert match_columns(frame, layer).colonnes == {"nom": "name"}


def test_agents_are_not_recognised() -> None:
    assert matched(agent=["M. Dupont"], courriel=["a@b.fr"], telephone=["01"]) == Rapprochement()


@pytest.mark.parametrize(
    ("cell", "gone"),
    [
        ("Abattu", True),
        ("ABATTUE", True),
        ("arbre abattu en 2020", True),
        ("Non essouché", True),
        ("essouché", True),
        ("Supprimés", True),
        ("Mort", True),
        ("souche", True),
        ("à abattre", False),
        ("A abattre", False),
        ("non abattu", False),
        ("Non-abattu", False),
        ("jamais abattu", False),
        ("pas mort", False),
        ("à remplacer", False),
        ("remplacement prévu", False),
        ("mortalité faible", False),
        ("à supprimer", False),
        ("En place", False),
        ("bon", False),
    ],
)
def test_states_tell_what_is_gone(cell: str, gone: bool) -> None:
    found = matched(etat=[cell, "vivant"])
    assert found.etats == ((Etat("etat", (cell,)),) if gone else ())


def test_every_cell_that_tells_an_end_is_listed_as_written() -> None:
    found = matched(Statut=["Abattu", "abattu ", "vivant", None])
    assert found.etats == (Etat("Statut", ("Abattu", "abattu ")),)


def test_a_date_of_felling_tells_an_end() -> None:
    assert matched(dte_abattage=[None, "2020-01-01"]).etats == (Etat("dte_abattage"),)


def test_a_layer_without_state_has_none() -> None:
    assert match_columns(pd.DataFrame({"etat": ["abattu"]}), Buildings).etats == ()
    assert match_columns(pd.DataFrame({"cd_ref": ["1"]}), SpeciesStatus).colonnes == {
        "identifiant_du_taxon_accepte": "cd_ref"
    }


# Names cut at ten characters

CUT = {
    "fk_arb_eta": ["ABATTU", "EN PLACE"],
    "fk_stadede": ["Jeune", "Adulte"],
    "clc_quarti": ["Europe", "Europe"],
    "remarquabl": ["Oui", "Non"],
    "date_abatt": [None, "2020-01-01"],
}


def test_names_cut_by_a_shapefile_are_those_of_the_layer() -> None:
    found = match_columns(pd.DataFrame(CUT), Trees, cut=True)
    assert found.colonnes == {
        "stade_de_developpement": "fk_stadede",
        "quartier_note": "clc_quarti",
        "arbre_remarquable": "remarquabl",
    }
    assert found.etats == (Etat("fk_arb_eta", ("ABATTU",)), Etat("date_abatt"))


def test_a_whole_name_comes_before_a_cut_one() -> None:
    frame = pd.DataFrame({"hauteur_to": ["5"], "haut_tot": ["6"]})
    assert match_columns(frame, Trees, cut=True).colonnes == {"hauteur_totale": "haut_tot"}


def test_cut_names_are_nothing_in_a_file_that_keeps_them_whole() -> None:
    assert match_columns(pd.DataFrame(CUT), Trees) == Rapprochement()


# A newer edition of a file


def test_what_the_town_settled_survives_a_newer_edition() -> None:
    frame = pd.DataFrame({"tronc": ["200"], "haut": ["7"], "stade": ["adulte"], "etat": ["mort"]})
    former = Correspondance(
        Lecture(feuille="2024", x="X", y="Y", projection=3949),
        colonnes={"tour_du_tronc": "tronc", "famille": "partie"},
        unites={"tour_du_tronc": "mm"},
        etats=(Etat("disparue"),),
    )
    found = Correspondance(
        Lecture(),
        colonnes={"diametre_du_tronc": "tronc", "hauteur_totale": "haut"},
        a_confirmer={"tour_du_tronc": {"colonne": "autre"}, "genre": {"colonne": "stade"}},
        etats=(Etat("etat", ("mort",)),),
    )
    mapping = renewed(former, found, frame)
    assert mapping.colonnes == {"hauteur_totale": "haut", "tour_du_tronc": "tronc"}
    assert mapping.a_confirmer == {"genre": {"colonne": "stade"}}
    assert mapping.unites == {"tour_du_tronc": "mm"}
    assert mapping.etats == (Etat("etat", ("mort",)),)
    assert mapping.lecture == Lecture(feuille="2024", projection=3949)
