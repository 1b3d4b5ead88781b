"""`schema rapprocher`, then `schema reparer`: a raw file to a conforming one and its package, in one sitting."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from coeurdeville.cli.main import group
from coeurdeville.core.problems import Refused

RAW = (
    "numero;long;lat;essence;haut;etat;agent\n"
    "12;-1,55;47,21;Tilia cordata;12 m;en place;Paul Martin\n"
    "13;-1,551;47,212;ACEPLA;8,5;abattu;Paul Martin\n"
    ";-1,552;47,213;Quercus robur;9;en place;Anne Durand\n"
)
PUBLICATION = """
[publication]
titre = "Arbres de Nantes"
description = "Les arbres de l’espace public."
producteur = "Ville de Nantes"
licence = "lov2"
frequence = "annuelle"
millesime = "2026"
mots_cles = "arbres, nature"
service = "Service des espaces verts"
contact = "espaces.verts@nantes.fr"
page = "https://www.nantes.fr/arbres"
"""


@pytest.fixture
def raw(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "brut.csv"
    path.write_text(RAW, encoding="utf-8")
    return path


def run(*arguments: object) -> Result:
    return CliRunner().invoke(group, ["schema", *map(str, arguments)])


def test_from_a_raw_file_to_a_package(raw: Path, tmp_path: Path) -> None:
    matched = run("rapprocher", raw, "--schema", "arbres-urbains", "--commune", "44109", "--oui")
    assert matched.exit_code == 0, matched.output
    assert "hauteur                  ← haut" in matched.output
    mapping = tmp_path / "brut.toml"
    assert 'espece = "essence"' in mapping.read_text("utf-8")
    mapping.write_text(mapping.read_text("utf-8") + PUBLICATION, encoding="utf-8")

    mended = run("reparer", raw, "--correspondance", mapping, "--commune", "44109", "--sortie", tmp_path / "ouvert")
    assert mended.exit_code == 0, mended.output
    assert "paquet : " in mended.output
    package = tmp_path / "ouvert" / "paquet"
    assert (package / "datapackage.json").is_file()
    assert not any("Martin" in path.read_text("utf-8") for path in package.rglob("*") if path.suffix != ".zip")
    assert (
        run("valider", tmp_path / "ouvert" / "arbres-urbains.csv", "--schema", "arbres-urbains", "--strict").exit_code
        == 0
    )
    assert raw.read_text("utf-8") == RAW


def test_without_metadata_the_file_is_written_and_what_lacks_is_said(raw: Path, tmp_path: Path) -> None:
    mended = run("reparer", raw, "--schema", "arbres-urbains", "--commune", "44109", "--sortie", tmp_path / "ouvert")
    assert mended.exit_code == 0, mended.output
    assert "[paquet-non-ecrit]" in mended.output
    names = {path.name for path in (tmp_path / "ouvert").iterdir()}
    assert names == {"arbres-urbains.csv", "rejets.csv", "journal.csv"}


def test_the_schema_must_be_told(raw: Path) -> None:
    refused = run("reparer", raw)
    assert isinstance(refused.exception, Refused)
    assert refused.exception.problems[0].code == "schema-a-dire"


def test_a_hand_settled_line_stays_when_the_file_is_matched_again(raw: Path, tmp_path: Path) -> None:
    run("rapprocher", raw, "--schema", "arbres-urbains", "--oui")
    mapping = tmp_path / "brut.toml"
    text = mapping.read_text("utf-8").replace("[colonnes]", '# vu avec le service\n[colonnes]\nmatricule = "numero"')
    mapping.write_text(text.replace('id = "numero"\n', ""), encoding="utf-8")
    run("rapprocher", raw, "--schema", "arbres-urbains", "--oui")
    assert 'matricule = "numero"' in mapping.read_text("utf-8")
    assert "# vu avec le service" in mapping.read_text("utf-8")


def test_when_nothing_conforms_it_is_said_and_only_the_reasons_are_written(raw: Path, tmp_path: Path) -> None:
    refused = run("reparer", raw, "--schema", "arbres-urbains", "--sortie", tmp_path / "ouvert")
    assert isinstance(refused.exception, Refused)
    assert refused.exception.problems[0].code == "rien-de-conforme"
    assert {path.name for path in (tmp_path / "ouvert").iterdir()} == {"rejets.csv", "journal.csv"}
    assert "code_insee" in (tmp_path / "ouvert" / "rejets.csv").read_text("utf-8-sig")
