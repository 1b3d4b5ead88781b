"""`ville.toml` is read whole: every mistake at once, each with its place."""

from datetime import date

import pytest

from coeurdeville.core.problems import Level, Problem, Refused
from coeurdeville.inventory.ville_toml import VilleTable, read_ville
from coeurdeville.inventory.vocabulaire import Acteur, Ouverture
from coeurdeville.schemas.mapping.correspondance import Correspondance, Etat, Lecture

HEAD = '[ville]\nnom = "Valbois"\ncommune = "00042"\ncreee_le = 2026-11-23\n'
FULL = """
[[donnees]]
id = "arbres"
couche = "arbres"
titre = "Arbres de la ville"
fichier = "fichiers/arbres.csv"
producteur = "Ville"
acteur = "public-local"
licence = "Licence Ouverte 2.0"
millesime = "2024"
etendue = "commune"
colonnes = { hauteur_totale = "haut" }
unites = { hauteur_totale = "cm" }
valeurs = { stade_de_developpement = { J = "jeune" } }
a_confirmer = { genre = { colonne = "g", pourquoi = "nom approchant" } }
lecture = { x = "X", y = "Y", projection = 3949 }
etats = [{ colonne = "etat", disparus = ["abattu", 3] }, { colonne = "fin" }]
statuts = [{ date = 2026-01-01, statut = "ouverte", auteur = "a", preuve = "p", motif = "m" },
           { date = 2025-01-01, statut = "candidate" }]
"""


def entry(text: str) -> VilleTable:
    return read_ville(f'{HEAD}[[donnees]]\nid = "arbres"\ncouche = "arbres"\n{text}')


def only(table: VilleTable) -> Problem:
    (problem,) = table.problems
    return problem


def test_a_whole_entry_is_read() -> None:
    table = read_ville(HEAD + FULL)
    assert table.problems == []
    (donnee,) = table.donnees
    assert (table.nom, table.commune) == ("Valbois", "00042")
    assert donnee.acteur is Acteur.PUBLIC_LOCAL
    assert donnee.licence.key == "lov2"
    assert str(donnee.millesime) == "2024"
    assert donnee.ouverture is Ouverture.OUVERTE
    assert donnee.statuts[0].date == date(2026, 1, 1)
    assert donnee.correspondance == Correspondance(
        Lecture(x="X", y="Y", projection=3949),
        {"hauteur_totale": "haut"},
        {"genre": {"colonne": "g", "pourquoi": "nom approchant"}},
        {"hauteur_totale": "cm"},
        {"stade_de_developpement": {"J": "jeune"}},
        (Etat("etat", ("abattu", "3")), Etat("fin")),
    )


def test_an_entry_without_data_says_what_is_known() -> None:
    (donnee,) = entry("").donnees
    assert donnee.ouverture is Ouverture.NON_RENSEIGNE
    assert donnee.acteur is Acteur.NON_RENSEIGNE
    assert donnee.licence.key == "inconnue"
    assert donnee.fichier == ""


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        ("titre = 3", "valeur-inattendue", "« titre » devrait être un texte entre guillemets"),
        ('acteur = "mairie"', "code-inconnu", "« acteur » vaut « mairie »"),
        ('licence = "gratuite"', "licence-inconnue", "La licence « gratuite »"),
        ('millesime = "hier"', "millesime-illisible", "Le millésime « hier »"),
        ('etendue = "quartier"', "code-inconnu", "« etendue » vaut « quartier »"),
        ('colonnes = "haut"', "valeur-inattendue", "« colonnes » devrait être un tableau"),
        (
            "colonnes = { hauteur_totale = 3 }",
            "valeur-inattendue",
            "colonnes : « hauteur_totale » devrait être un texte",
        ),
        ('unites = { hauteur_totale = "pouce" }', "code-inconnu", "« hauteur_totale » vaut « pouce »"),
        ('valeurs = { stade = "jeune" }', "valeur-inattendue", "valeurs : « stade » devrait être un tableau"),
        ('lecture = { projection = "L93" }', "valeur-inattendue", "« projection » devrait être un nombre entier"),
        ("etats = [{ disparus = [] }]", "cle-obligatoire", "etats : « colonne » manque"),
        ('statuts = [{ statut = "ouverte" }]', "cle-obligatoire", "statuts : « date » manque"),
        ('statuts = [{ date = "hier" }]', "valeur-inattendue", "une date comme 2026-11-23"),
    ],
)
def test_each_mistake_is_said_with_its_place(text: str, code: str, said: str) -> None:
    table = entry(text)
    problem = only(table)
    assert problem.code == code
    message = problem.message.replace("\u00a0", " ")
    assert message.startswith("[[donnees]] n° 1 (« arbres »)")
    assert said in message
    assert problem.cure
    assert table.donnees == []


def test_every_mistake_is_said_at_once_and_good_entries_stay() -> None:
    table = read_ville(
        HEAD + '[[donnees]]\ntitre = "x"\n[[donnees]]\nid = "eau"\ncouche = "eau"\nacteur = "?"\n' + FULL
    )
    assert [problem.code for problem in table.problems] == ["cle-obligatoire", "cle-obligatoire", "code-inconnu"]
    assert [donnee.id for donnee in table.donnees] == ["arbres"]
    assert "n° 2" in table.problems[2].message


def test_unknown_keys_are_kept_with_the_nearest_one_said() -> None:
    table = entry('producteurs = "Ville"\nremarque = "à revoir"')
    assert [problem.level for problem in table.problems] == [Level.WARNING] * 2
    assert "« producteur »" in table.problems[0].message.replace("\u00a0", " ")
    assert "Voulait-on" not in table.problems[1].message
    assert table.donnees[0].autres == {"producteurs": "Ville", "remarque": "à revoir"}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("[ville]\nnom = Valbois\n", "ligne 2, colonne 7"),
        ("[ville]\ncommune = 02691\n", "ligne 2"),
        ('a = "', "fin du fichier"),
    ],
)
def test_a_file_that_is_not_toml_is_refused_with_its_line(text: str, place: str) -> None:
    with pytest.raises(Refused) as refused:
        read_ville(text)
    (problem,) = refused.value.problems
    assert problem.code == "toml-illisible"
    assert place in problem.message


def test_a_head_without_commune_is_said() -> None:
    assert [problem.code for problem in read_ville("[ville]\n").problems] == ["cle-obligatoire", "cle-obligatoire"]
    assert only(read_ville('[ville]\nnom = "V"\ncommune = 2691\n')).code == "valeur-inattendue"


@pytest.mark.parametrize("text", ["donnees = 3\n" + HEAD, HEAD + '[donnees]\nid = "arbres"\n'])
def test_entries_written_otherwise_are_said(text: str) -> None:
    assert "[[donnees]]" in only(read_ville(text)).message
