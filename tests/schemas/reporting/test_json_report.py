"""The verdict for programs."""

import json
from collections.abc import Callable
from typing import Any

from coeurdeville.schemas.reporting.conformity import Conformity
from coeurdeville.schemas.reporting.json_report import PLACES, json_report

Judged = Callable[..., Conformity]
HEAD = "id;hauteur;etat\n"


def document(conformity: Conformity) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(json_report(conformity))
    return found


def test_the_file_and_the_schema_are_named(judged: Judged) -> None:
    found = document(judged(HEAD + "1;2;sain\n"))
    assert found["fichier"] == {"nom": "arbres.csv", "lignes": 1, "colonnes": ["id", "hauteur", "etat"]}
    assert found["schema"] == {
        "nom": "arbres", "titre": "Arbres urbains", "version": "1.0.0", "adresse": "https://exemple.fr/schema.json",
    }  # fmt: skip
    assert found["date"] == "2026-11-23"
    assert found["conforme"] is True
    assert found["constats"] == []


def test_a_finding_is_whole(judged: Judged) -> None:
    (found,) = document(judged(HEAD + "1;2;sain\n0;2;sain\n"))["constats"]
    assert {key: found[key] for key in ("code", "regle", "niveau", "champ", "colonne", "nombre", "lignes")} == {
        "code": "constraint-error", "regle": "minimum", "niveau": "erreur", "champ": "id", "colonne": 1, "nombre": 1,
        "lignes": [3],
    }  # fmt: skip
    assert found["exemples"] == [{"ligne": 3, "valeur": "0"}]
    assert found["message"] == "«\u00a0id\u00a0» doit valoir au moins 1."


def test_every_row_is_given_even_beyond_the_examples(judged: Judged) -> None:
    (found,) = document(judged(HEAD + "".join(f"{row};x;sain\n" for row in range(1, 101))))["constats"]
    assert found["lignes"] == list(range(2, 102))
    assert len(found["exemples"]) == PLACES


def test_counts_by_code_are_those_of_errors(judged: Judged) -> None:
    found = document(judged("id;hauteur;etat;agent\n0;x;mort;a\n1;y;sain;b\n"))
    assert found["nombre_par_code"] == {"type-error": 2, "constraint-error": 2}
    assert (found["erreurs"], found["avertissements"], found["lignes_a_corriger"]) == (4, 1, 2)


def test_the_same_keys_are_always_there(judged: Judged) -> None:
    empty, faulty = judged(""), judged("x\n1\n", {"fields": [{"name": "id", "type": "entier"}]})
    assert document(empty).keys() == document(faulty).keys()
    assert document(faulty)["schema"]["version"] is None
    assert [one["code"] for one in document(faulty)["fautes_du_schema"]] == ["schema-champ-fautif"]
