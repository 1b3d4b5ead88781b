"""The mapping of a file, written, read back, corrected by hand; what is wrong in it is said at once."""

from pathlib import Path

import pytest

from coeurdeville.core.problems import Refused
from coeurdeville.schemas.mapping.correspondance import Correspondance, Etat, Lecture
from coeurdeville.schemas.mapping.mapping_file import MappingFile, read_mapping_file, write_mapping_file

WHOLE = MappingFile(
    "arbres-urbains", "1.0.0", "brut.csv", "ab12",
    Correspondance(
        Lecture("Feuille1", "X", "Y", 3949), {"hauteur": "h"}, {"etat": {"colonne": "e", "pourquoi": "nom approchant"}},
        {"hauteur": "cm"}, {"etat": {"1": "en place"}}, (Etat("e", ("2",)), Etat("fin")), {"code_insee": "02691"},
    ),
    {"agent": "accord"}, {"titre": "Arbres"},
)  # fmt: skip


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "arbres.toml"
    write_mapping_file(path, WHOLE)
    assert read_mapping_file(path) == (WHOLE, ())


def test_comments_and_unknown_keys_of_a_hand_stay(tmp_path: Path) -> None:
    path = tmp_path / "arbres.toml"
    write_mapping_file(path, WHOLE)
    path.write_text(
        path.read_text("utf-8").replace("[unites]", "# vu avec le service\n[unites]") + "\n[memo]\na = 1\n", "utf-8"
    )
    found, problems = read_mapping_file(path)
    assert [one.code for one in problems] == ["cle-inconnue"]
    write_mapping_file(path, found)
    text = path.read_text("utf-8")
    assert "# vu avec le service" in text
    assert "[memo]" in text


def test_everything_wrong_is_said_at_once(tmp_path: Path) -> None:
    path = tmp_path / "arbres.toml"
    path.write_text('[unites]\nhauteur = "pied"\n[colonnes]\nid = 3\n[lecture]\nprojection = "L93"\n', "utf-8")
    with pytest.raises(Refused) as refused:
        read_mapping_file(path)
    codes = [one.code for one in refused.value.problems]
    assert sorted(codes) == ["cle-obligatoire", "code-inconnu", "valeur-inattendue", "valeur-inattendue"]


def test_a_file_that_is_not_toml_is_refused_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "arbres.toml"
    path.write_text("[colonnes\n", "utf-8")
    with pytest.raises(Refused, match="toml-illisible"):
        read_mapping_file(path)
