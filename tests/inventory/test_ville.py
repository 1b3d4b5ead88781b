"""The town folder is written whole, and what hands wrote stays."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from coeurdeville.core.problems import Level, Refused
from coeurdeville.inventory.donnee import Donnee, Statut
from coeurdeville.inventory.verification import check_ville
from coeurdeville.inventory.ville import FICHIER, add_donnee, create_ville, open_ville
from coeurdeville.inventory.vocabulaire import Ouverture
from coeurdeville.schemas.mapping.correspondance import Correspondance, Etat
from coeurdeville.territories.commune import Commune, Departement, Region

TREES = Donnee(
    "arbres", "arbres", "Arbres", producteur="Ville", correspondance=Correspondance(colonnes={"espece": "essence"})
)


def codes(dossier: Path) -> list[str]:
    return [problem.code for problem in open_ville(dossier).problems]


def written(dossier: Path) -> str:
    return (dossier / FICHIER).read_text(encoding="utf-8")


def test_a_new_town_has_an_empty_inventory(bare: Path) -> None:
    ville = open_ville(bare)
    assert (ville.nom, ville.commune, ville.population) == ("Valbois-sur-Ourle", "00042", 12_000)
    assert ville.donnees == ()
    assert ville.problems == ()
    assert written(bare).startswith("# ")


def test_a_town_is_not_written_over_another(bare: Path) -> None:
    before = written(bare)
    commune = Commune("00043", "Autre", Departement("00", "x"), Region("00", "x"), None, None, 1, 2026, (), ())
    with pytest.raises(Refused) as refused:
        create_ville(bare, commune, date(2026, 1, 1))
    assert refused.value.problems[0].code == "ville-existante"
    assert written(bare) == before


def test_a_folder_without_inventory_is_refused_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        open_ville(tmp_path)
    (problem,) = refused.value.problems
    assert problem.code == "ville-introuvable"
    assert "ville creer" in problem.cure


def test_what_is_added_is_read_back(bare: Path) -> None:
    donnee = Donnee(
        "arbres", "arbres", "Arbres", adresse="https://ville.fr", producteur="Ville", etendue="commune",
        statuts=(Statut(date(2026, 1, 1), Ouverture.OUVERTE, "a", "p", "m"),),
        correspondance=Correspondance(
            colonnes={"espece": "essence"}, a_confirmer={"genre": {"colonne": "g", "pourquoi": "« nom » approchant"}},
            unites={"hauteur_totale": "cm"}, valeurs={"espece": {"1": "Tilia"}}, etats=(Etat("e", ("x",)), Etat("fin")),
        ),
        autres={"remarque": "à revoir"},
    )  # fmt: skip
    assert add_donnee(open_ville(bare), donnee).donnees == (donnee,)


def test_hand_written_parts_survive_a_new_entry(bare: Path) -> None:
    add_donnee(open_ville(bare), TREES)
    hand = written(bare).replace("[ville]", "# la ville de Zoé\n[ville]").replace(
        'titre = "Arbres"', 'titre = "Nos arbres" # comme au conseil'
    ) + "\n# à demander au département\n"  # fmt: skip
    (bare / FICHIER).write_text(hand, encoding="utf-8")
    add_donnee(open_ville(bare), Donnee("eau", "eau", "Rivières"))
    text = written(bare)
    assert "# la ville de Zoé" in text
    assert 'titre = "Nos arbres" # comme au conseil' in text
    assert "# à demander au département" in text
    assert text.index("Nos arbres") < text.index("Rivières")


def test_an_entry_is_updated_in_place_and_comments_around_it_stay(bare: Path) -> None:
    ville = add_donnee(open_ville(bare), TREES, Donnee("eau", "eau", "Rivières"))
    hand = written(bare).replace(
        '[[donnees]]\nid = "eau"', '# les rivières, vues avec le syndicat\n[[donnees]]\nid = "eau"'
    )
    hand = hand.replace('espece = "essence"', 'espece = "essence" # vérifié par Léa')
    (bare / FICHIER).write_text(hand, encoding="utf-8")
    newer = Donnee("arbres", "arbres", "Arbres 2026", correspondance=Correspondance(
        colonnes={"espece": "essence", "genre": "g"}))  # fmt: skip
    ville = add_donnee(open_ville(bare), newer)
    assert [donnee.titre for donnee in ville.donnees] == ["Arbres 2026", "Rivières"]
    assert ville.donnees[0] == newer
    assert "# les rivières, vues avec le syndicat" in written(bare)
    assert "# vérifié par Léa" in written(bare)


def test_parts_that_an_entry_loses_leave_the_file(bare: Path) -> None:
    add_donnee(open_ville(bare), TREES)
    assert (
        add_donnee(open_ville(bare), Donnee("arbres", "arbres", "Arbres")).donnees[0].correspondance == Correspondance()
    )


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"couche": "arbre"}, "couche-inconnue"),
        ({"couche": "hauteur-de-vegetation"}, "couche-en-grille"),
        ({"fichier": "fichiers/absent.csv"}, "fichier-absent"),
        ({"fichier": "../ailleurs.csv"}, "fichier-hors-dossier"),
        ({"fichier": "/etc/hostname"}, "fichier-hors-dossier"),
        ({"correspondance": Correspondance(colonnes={"taille": "t"})}, "colonne-inconnue"),
        ({"correspondance": Correspondance(unites={"annee_de_plantation": "cm"})}, "unite-sans-objet"),
        ({"correspondance": Correspondance(a_confirmer={"genre": {"colonne": "g"}})}, "a-confirmer"),
    ],
)
def test_each_wrong_entry_is_said(bare: Path, change: dict[str, Any], expected: str) -> None:
    add_donnee(open_ville(bare), replace(Donnee("x", "arbres", "X", producteur="Ville"), **change))
    assert codes(bare) == [expected]
    assert len(open_ville(bare).donnees) == (expected == "a-confirmer")


def test_everything_wrong_with_an_entry_is_said_at_once(town: Path, csv: Callable[..., Path]) -> None:
    path = csv([(1, 1)], haut=["5"])
    (town / "fichiers" / path.name).write_bytes(path.read_bytes())
    entry = f"""
        [[donnees]]
        id = "arbres"
        couche = "arbre"
        titre = "T"
        fichier = "fichiers/{path.name}"
        acteur = "mairie"
        licence = "maison"
        millesime = "hier"
        producteurr = "x"
        colonnes.hauteur_totale = "hauteur"
        etats = [{{ disparus = ["mort"] }}]
    """
    (town / FICHIER).write_text(written(town) + entry, encoding="utf-8")
    assert sorted(problem.code for problem in check_ville(town) if problem.level is not Level.NOTE) == [
        "cle-inconnue", "cle-obligatoire", "code-inconnu", "colonne-hors-fichier", "couche-inconnue",
        "licence-inconnue", "millesime-illisible",
    ]  # fmt: skip
    assert [donnee.id for donnee in open_ville(town).donnees] == ["contour"]


def test_columns_are_checked_even_when_the_commune_is_not_known(bare: Path, csv: Callable[..., Path]) -> None:
    path = csv([(1, 1)], haut=["5"])
    (bare / "fichiers" / path.name).write_bytes(path.read_bytes())
    mapping = Correspondance(colonnes={"hauteur_totale": "hauteur"})
    add_donnee(open_ville(bare), Donnee("a", "arbres", "T", f"fichiers/{path.name}", correspondance=mapping))
    (bare / FICHIER).write_text(written(bare).replace("commune =", "commun ="), encoding="utf-8")
    assert {"cle-obligatoire", "colonne-hors-fichier"} <= {problem.code for problem in check_ville(bare)}


def test_two_entries_of_one_name_are_said(bare: Path) -> None:
    add_donnee(open_ville(bare), TREES)
    text = written(bare)
    (bare / FICHIER).write_text(text + text[text.index("[[donnees]]") :], encoding="utf-8")
    assert codes(bare) == ["identifiant-repete"]


def test_a_file_saved_by_windows_is_read(bare: Path) -> None:
    text = written(bare).replace("Valbois", "Évalbois")
    (bare / FICHIER).write_bytes(text.replace("\n", "\r\n").encode("utf-8-sig"))
    assert open_ville(bare).nom == "Évalbois-sur-Ourle"
    (bare / FICHIER).write_bytes(text.encode("cp1252"))
    with pytest.raises(Refused) as refused:
        open_ville(bare)
    assert refused.value.problems[0].code == "toml-encodage"


def test_nothing_half_written_is_left(bare: Path) -> None:
    add_donnee(open_ville(bare), TREES)
    assert sorted(path.name for path in bare.iterdir()) == ["fichiers", "ville.toml"]
