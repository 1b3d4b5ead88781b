"""A problem that a town tells is added at the end of its file; what a hand wrote there stays."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from coeurdeville.core.problems import Refused
from coeurdeville.inventory.problemes.ecriture import add_probleme
from coeurdeville.inventory.problemes.recueil import fiches, recueil

NOUVEAU: Mapping[str, Any] = {
    "id": "fosses-bouches",
    "titre": "Les fossés sont bouchés",
    "theme": "risques",
    "actions_en_cours": [],
    "actions_a_mettre_en_place": ["Les curer"],
    "services": ["ruissellement"],
    "donnees": [],
    "paroles": [{"qui": "habitant", "role": "riverain", "quand": "2025", "texte": "L’eau entre : « encore ! »"}],
}


@pytest.fixture
def ville(tmp_path: Path) -> Path:
    (tmp_path / "ville.toml").write_text('[ville]\nnom = "Valbois"\ncommune = "00042"\n', encoding="utf-8")
    return tmp_path


def refused(ville: Path, nouveau: Mapping[str, Any]) -> list[str]:
    before = {path: path.read_bytes() for path in ville.iterdir()}
    with pytest.raises(Refused) as refusal:
        add_probleme(ville, nouveau)
    assert {path: path.read_bytes() for path in ville.iterdir()} == before
    return [problem.code for problem in refusal.value.problems]


def test_what_is_written_is_read_again(ville: Path) -> None:
    added = add_probleme(ville, NOUVEAU)
    assert recueil(ville).problemes["fosses-bouches"] == added
    assert added.paroles[0].texte == "L’eau entre : « encore ! »"
    assert not recueil(ville).problems
    text = (ville / "problemes.toml").read_text(encoding="utf-8")
    assert text.startswith("# Les problèmes de la ville")
    assert "[[problemes.paroles]]" in text


def test_what_a_hand_wrote_stays_to_the_letter(ville: Path) -> None:
    file = ville / "problemes.toml"
    hand = '# à nous\n[[problemes]]   # le premier\nid = "a"\ntitre = "?" # à revoir\nautre = 3\n'
    file.write_text(hand, encoding="utf-8")
    add_probleme(ville, NOUVEAU)
    add_probleme(ville, {**NOUVEAU, "id": "autre"})
    assert file.read_text(encoding="utf-8").startswith(hand)
    assert {"fosses-bouches", "autre"} <= recueil(ville).problemes.keys()


def test_nothing_is_written_over(ville: Path) -> None:
    add_probleme(ville, NOUVEAU)
    assert refused(ville, NOUVEAU) == ["probleme-repete"]
    assert refused(ville, {**NOUVEAU, "id": next(iter(fiches()))}) == ["probleme-repete"]


def test_an_identifier_of_an_entry_with_errors_is_taken_too(ville: Path) -> None:
    (ville / "problemes.toml").write_text('[[problemes]]\nid = "fosses-bouches"\n', encoding="utf-8")
    assert refused(ville, NOUVEAU) == ["probleme-repete"]


def test_mistakes_are_refused_together_and_nothing_is_written(ville: Path) -> None:
    wrong = {**NOUVEAU, "titre": "", "paroles": [{"qui": "habitant", "nom": "x", "quand": "hier"}]}
    assert refused(ville, wrong) == ["cle-obligatoire", "personne-nommee", "millesime-illisible"]


@pytest.mark.parametrize(
    ("text", "code"), [("id = \n", "toml-illisible"), ("[problemes]\nid = 'x'\n", "valeur-inattendue")]
)
def test_a_file_that_cannot_be_read_is_left_alone(text: str, code: str, ville: Path) -> None:
    (ville / "problemes.toml").write_text(text, encoding="utf-8")
    assert code in refused(ville, NOUVEAU)


def test_there_must_be_a_town(tmp_path: Path) -> None:
    assert refused(tmp_path, NOUVEAU) == ["ville-introuvable"]
