"""What is read in a terminal."""

from collections.abc import Callable

from coeurdeville.schemas.reporting.conformity import Conformity
from coeurdeville.schemas.reporting.terminal import lines

Judged = Callable[..., Conformity]
HEAD = "id;hauteur;etat\n"


def told(conformity: Conformity) -> str:
    return "\n".join(lines(conformity)).replace("\u00a0", " ").replace("\u202f", " ")


def test_a_valid_file_takes_one_line(judged: Judged) -> None:
    assert told(judged(HEAD + "1;2;sain\n")).count("\n") == 0


def test_each_finding_says_how_many_where_and_how_to_mend(judged: Judged) -> None:
    said = told(judged(HEAD + "".join(f"{row};x{row};sain\n" for row in range(1, 8))))
    assert "Valeurs qui ne se lisent pas [type-error]" in said
    assert "7 × « hauteur » doit contenir un nombre, avec un point pour les décimales." in said
    assert "ligne 2 : « x1 » ; ligne 3 : « x2 »" in said
    assert "ligne 6 : « x5 » et 2 autres" in said
    assert "→ Corriger ces cellules, ou les vider si la valeur n’est pas connue." in said


def test_one_more_place_is_singular(judged: Judged) -> None:
    said = told(judged(HEAD + "".join(f"{row};x;sain\n" for row in range(1, 7))))
    assert "et 1 autre\n" in said


def test_the_same_cure_is_said_once(judged: Judged) -> None:
    said = told(judged("autre;plus;id\n1;2;3\n"))
    assert said.count("la garder est permis") == 1


def test_a_cell_cannot_act_on_the_terminal(judged: Judged) -> None:
    said = told(judged(HEAD + "1;\x1b[31mrouge;sain\n"))
    assert "\x1b" not in said
    assert "␛[31mrouge" in said


def test_warnings_stand_apart(judged: Judged) -> None:
    said = told(judged("id;hauteur;etat;agent\n1;x;sain;a\n"))
    errors, warnings = said.split("À vérifier, sans que cela rende le fichier non conforme :")
    assert "type-error" in errors
    assert "colonne-ajoutee" in warnings


def test_faults_of_the_schema_are_said_last(judged: Judged) -> None:
    said = told(judged("id\n1\n", {"name": "s", "fields": [{"name": "id", "type": "entier"}]}))
    assert "Le schéma est lui-même fautif :" in said
    assert "le type « entier » n’existe pas" in said


def test_typography(judged: Judged, misprints: Callable[[str], list[str]]) -> None:
    text = "id;hauteur;etat;agent\n;x;sain;a\n0;2;mort;b\n4;2\n\n5;2;sain;a;b\n"
    assert not [fault for line in lines(judged(text)) for fault in misprints(line.strip())]
