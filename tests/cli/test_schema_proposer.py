"""A schema proposed from the command line."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Tree = Callable[[Path], dict[str, str]]


@pytest.fixture
def towns(tmp_path: Path) -> list[Path]:
    """Two towns, two formats."""
    folder = tmp_path / "villes"
    folder.mkdir()
    (folder / "a.csv").write_text("Nom;Surface_m2;agent\nParc A;12,5;Martin\nParc B;30;Martin\n", encoding="utf-8")
    point = {"type": "Point", "coordinates": [3.28, 49.84]}
    park = {"type": "Feature", "properties": {"libelle": "Parc C", "surf": 20}, "geometry": point}
    (folder / "b.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": [park]}))
    return [folder / "a.csv", folder / "b.geojson"]


def test_proposal_is_written_and_said(coeurdeville: Callable[..., Any], towns: list[Path], tmp_path: Path) -> None:
    told = coeurdeville("schema", "proposer", *towns, "--nom", "Espaces verts", "--sortie", tmp_path / "p")
    assert told.status == 0
    assert "« nom » et « surface »" in told.out
    assert "Données personnelles probables, laissées de côté : 1 colonne." in told.out
    assert "verifications.md" in told.out
    assert "admission-adresse-a-donner" in told.err
    assert (tmp_path / "p" / "schema.json").is_file()


def test_files_of_towns_are_not_touched(
    coeurdeville: Callable[..., Any], towns: list[Path], tmp_path: Path, state: Tree
) -> None:
    before = state(towns[0].parent)
    coeurdeville("schema", "proposer", *towns, "--nom", "x", "--sortie", tmp_path / "p")
    assert state(towns[0].parent) == before


def test_folder_that_holds_something_is_refused(
    coeurdeville: Callable[..., Any], towns: list[Path], state: Tree
) -> None:
    before = state(towns[0].parent)
    told = coeurdeville("schema", "proposer", *towns, "--nom", "x", "--sortie", towns[0].parent)
    assert told.status == 1
    assert "proposition-deja-la" in told.err
    assert state(towns[0].parent) == before


def test_unreadable_files_are_all_said_and_nothing_is_written(coeurdeville: Callable[..., Any], tmp_path: Path) -> None:
    told = coeurdeville("schema", "proposer", tmp_path / "a.csv", tmp_path / "b.csv", "--nom", "x", "--sortie",
                        tmp_path / "p")  # fmt: skip
    assert told.status == 1
    assert told.err.count("Erreur") == 2
    assert not (tmp_path / "p").exists()


def test_options_are_asked_for(coeurdeville: Callable[..., Any], towns: list[Path]) -> None:
    assert coeurdeville("schema", "proposer", *towns).status == 2
    assert coeurdeville("schema", "proposer", "--nom", "x", "--sortie", "p").status == 2


def test_proposed_schema_checks_a_file(coeurdeville: Callable[..., Any], towns: list[Path], tmp_path: Path) -> None:
    coeurdeville("schema", "proposer", *towns, "--nom", "x", "--sortie", tmp_path / "p")
    schema = tmp_path / "p" / "schema.json"
    for kind, status in (("valide", 0), ("invalide", 1)):
        told = coeurdeville("schema", "valider", tmp_path / "p" / f"exemple-{kind}.csv", "--schema", schema)
        assert told.status == status
