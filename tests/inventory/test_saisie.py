"""Answers of an entry as a form asks them, and back into the file."""

from pathlib import Path

import pytest
import tomlkit

from coeurdeville.inventory.donnee import Donnee
from coeurdeville.inventory.entrees import new_entry, put_back, remove_entry
from coeurdeville.inventory.reponses import answers_of, faults
from coeurdeville.inventory.saisie import answer
from coeurdeville.inventory.ville import Ville, add_donnee, open_ville
from coeurdeville.schemas.mapping.correspondance import Etat, Lecture

ENTRY = """
[[donnees]]
id = "arbres"
couche = "arbres"
titre = "Arbres"  # vu avec les espaces verts
fichier = "fichiers/arbres.csv"
licence = "Licence Ouverte"
rythme = "annuelle"
millesime = "été 2024"
donnees_personnelles = false
derive_de = ["releve", "plan"]

[donnees.colonnes]
espece = "ESP"

[donnees.a_confirmer]
hauteur_totale = { colonne = "HAUT", pourquoi = "le nom ressemble" }
"""


@pytest.fixture
def ville(bare: Path) -> Ville:
    with (bare / "ville.toml").open("a", encoding="utf-8") as text:
        text.write(ENTRY)
    (bare / "fichiers" / "arbres.csv").write_text("ESP\n", "utf-8")
    return open_ville(bare)


def written(ville: Ville) -> str:
    return (ville.dossier / "ville.toml").read_text("utf-8").partition("[[donnees]]\n")[2]


def test_answers_are_texts_and_what_cannot_be_read_is_given_as_written() -> None:
    told = answers_of(
        {"titre": "Arbres", "licence": "Licence Ouverte", "rythme": "annuelle", "millesime": "été 2024",
         "donnees_personnelles": False, "derive_de": ["releve", "plan"], "colonnes": {"espece": "ESP"}}
    )  # fmt: skip
    assert {key: text for key, text in told.items() if text} == {
        "titre": "Arbres",
        "licence": "lov2",
        "rythme": "Annuelle",
        "millesime": "été 2024",
        "donnees_personnelles": "non",
        "derive_de": "releve, plan",
        "colonnes.espece": "ESP",
        "acteur": "non-renseigne",
        "niveau": "non-renseigne",
    }


def test_only_what_is_answered_is_rewritten(ville: Ville) -> None:
    before = written(ville)
    answer(ville, "arbres", {"millesime": "2024", "titre": "Arbres publics"})
    after = written(ville)
    assert after == before.replace('"été 2024"', '"2024"').replace('"Arbres"', '"Arbres publics"')


def test_a_question_of_the_file_stays_visible_and_others_go(ville: Ville) -> None:
    answer(ville, "arbres", {"millesime": "", "donnees_personnelles": "", "derive_de": "", "systeme": "", "siren": ""})
    after = written(ville)
    assert 'millesime = ""' in after
    assert not any(word in after for word in ("donnees_personnelles", "derive_de", "systeme", "siren"))


def test_yes_no_and_lists_are_written_as_such(ville: Ville) -> None:
    changed = answer(ville, "arbres", {"donnees_personnelles": "oui", "derive_de": " plan ,, releve", "millesime": ""})
    assert (changed.donnees[0].donnees_personnelles, changed.donnees[0].derive_de) == (True, ("plan", "releve"))


def test_a_new_answer_stands_before_the_tables_of_the_entry(ville: Ville) -> None:
    changed = answer(ville, "arbres", {"siren": "200 023 414", "qualite": "Deux lignes\r\nde mots", "millesime": ""})
    assert (changed.donnees[0].siren, changed.donnees[0].qualite) == ("200 023 414", "Deux lignes\nde mots")


def test_a_column_that_is_confirmed_is_used(ville: Ville) -> None:
    changed = answer(ville, "arbres", {"confirmer.hauteur_totale": "oui", "millesime": ""})
    mapping = changed.donnees[0].correspondance
    assert (mapping.colonnes, mapping.a_confirmer) == ({"espece": "ESP", "hauteur_totale": "HAUT"}, {})


def test_a_column_that_is_refused_or_replaced_is_no_longer_asked(ville: Ville) -> None:
    changed = answer(ville, "arbres", {"confirmer.hauteur_totale": "non", "colonnes.espece": "", "millesime": ""})
    assert (changed.donnees[0].correspondance.colonnes, changed.donnees[0].correspondance.a_confirmer) == ({}, {})


def test_a_column_that_is_left_for_later_is_asked_again(ville: Ville) -> None:
    changed = answer(ville, "arbres", {"confirmer.hauteur_totale": "", "millesime": ""})
    assert list(changed.donnees[0].correspondance.a_confirmer) == ["hauteur_totale"]


def test_how_a_file_is_opened_is_written_and_taken_back(ville: Ville) -> None:
    told = {"lecture.x": "X", "lecture.y": "Y", "lecture.projection": "3950", "unites.hauteur_totale": "cm"}
    mapping = answer(ville, "arbres", told | {"millesime": ""}).donnees[0].correspondance
    assert (mapping.lecture, mapping.unites) == (Lecture("", "X", "Y", 3950), {"hauteur_totale": "cm"})
    answer(ville, "arbres", dict.fromkeys(told, ""))
    assert not any(word in written(ville) for word in ("lecture", "unites"))


def test_an_answer_that_cannot_be_read_is_said_by_its_label() -> None:
    found = faults(
        {
            "millesime": "été",
            "licence": "lov9",
            "titre": "Arbres",
            "siren": "",
            "nature": "mairie",
            "fichier": "x.csv",
            "lecture.projection": "Lambert",
            "unites.hauteur_totale": "pied",
            "colonnes.espece": "ESP",
        },
        {"millesime": "Millésime", "licence": "Licence"},
    )
    assert {key: [one.code for one in problems] for key, problems in found.items()} == {
        "millesime": ["millesime-illisible"],
        "licence": ["licence-inconnue"],
        "nature": ["code-inconnu"],
        "lecture.projection": ["valeur-inattendue"],
        "unites.hauteur_totale": ["code-inconnu"],
    }
    assert found["millesime"][0].message == "Millésime\u00a0: Le millésime «\u00a0été\u00a0» n’est pas lisible."


def test_a_new_entry_is_numbered_even_beside_one_that_is_set_aside(ville: Ville) -> None:
    assert ville.ecartees[0].id == "arbres"
    town, name = new_entry(ville, "arbres", "Arbres privés")
    assert (name, town.donnees[0].titre) == ("arbres-2", "Arbres privés")


def test_an_entry_goes_with_its_file_unless_another_reads_it(ville: Ville) -> None:
    shared = add_donnee(ville, Donnee("bis", "arbres", "Bis", "fichiers/arbres.csv"))
    left = remove_entry(shared, "bis", with_file=True)
    assert [one.id for one in left.ecartees] == ["arbres"]
    assert (ville.dossier / "fichiers" / "arbres.csv").exists()
    last = remove_entry(left, "arbres", with_file=True)
    assert (last.donnees, last.ecartees) == ((), ())
    assert not (ville.dossier / "fichiers" / "arbres.csv").exists()


def test_an_entry_that_was_removed_is_put_back_once(ville: Ville) -> None:
    entry = {"id": "plan", "couche": "arbres", "titre": "Plan"}
    back = put_back(put_back(ville, entry), {**entry, "titre": "Autre"})
    assert [(one.id, one.titre) for one in back.donnees] == [("plan", "Plan")]


CODED = """
[donnees.valeurs.arbre_remarquable]
"1" = "oui"
"0" = "non"

[[donnees.etats]]
colonne = "ETAT"
disparus = ["abattu", "supprimé"]
"""


def test_codes_and_states_are_lines_that_come_back_the_same(ville: Ville) -> None:
    told = answers_of(tomlkit.parse(f"{ENTRY}{CODED}")["donnees"][0])
    assert told["valeurs.arbre_remarquable"] == "1 = oui\n0 = non"
    assert told["etats.disparus"] == "ETAT = abattu ; supprimé"
    lines = {"valeurs.arbre_remarquable": "1 = oui\r\n0 = non\n", "etats.disparus": "ETAT = abattu; supprimé\nFIN"}
    (kept,) = answer(ville, "arbres", lines).ecartees  # its vintage cannot be read
    assert kept.correspondance.valeurs == {"arbre_remarquable": {"1": "oui", "0": "non"}}
    assert kept.correspondance.etats == (Etat("ETAT", ("abattu", "supprimé")), Etat("FIN"))
    (emptied,) = answer(open_ville(ville.dossier), "arbres", dict.fromkeys(lines, "")).ecartees
    assert (emptied.correspondance.valeurs, emptied.correspondance.etats) == ({}, ())
    assert "valeurs" not in written(ville)


def test_lines_that_say_nothing_of_codes_are_refused() -> None:
    wrong = {"valeurs.arbre_remarquable": "1 = oui\noui\n= 2", "etats.disparus": "= abattu", "adresse": "x"}
    found = faults(wrong, {})
    assert {key: [one.code for one in problems] for key, problems in found.items()} == {
        "valeurs.arbre_remarquable": ["code-illisible", "code-illisible"],
        "etats.disparus": ["etat-illisible"],
        "adresse": ["adresse-non-http"],
    }


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "//ailleurs.example", "www.ville.fr"])
def test_address_that_is_not_of_the_web_is_refused(address: str) -> None:
    assert [one.code for one in faults({"adresse": address}, {})["adresse"]] == ["adresse-non-http"]
    assert faults({"adresse": "https://ville.example/arbres"}, {}) == {}
