"""Schemas from the command line: listed, shown, given as an example or as a workbook."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from coeurdeville.schemas.catalogue import own_schemas

RECORDED = Path(__file__).parents[1] / "schemas" / "recorded" / "schema_data_gouv"


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where answers are kept, empty."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "coeurdeville" / "schemas"


@pytest.fixture
def asked(cache: Path) -> None:
    """The national catalogue and a schema were asked for before."""
    shutil.copytree(RECORDED, cache)


def test_list_names_every_schema_of_the_project(coeurdeville: Callable[..., Any]) -> None:
    told = coeurdeville("schema", "liste")
    assert told.status == 0
    assert all(name in told.out for name in own_schemas())
    assert "--en-ligne" in told.out


def test_show_says_columns_types_and_rules(coeurdeville: Callable[..., Any]) -> None:
    told = coeurdeville("schema", "montrer", "Arbres-Urbains")
    assert told.status == 0
    assert "Arbres urbains 1.0.0" in told.out
    assert "hauteur  Hauteur totale (m)\n    Un nombre ; facultatif ; de 0 à 70\n" in told.out
    assert "id *  " in told.out


def test_show_lets_no_schema_act_on_the_terminal(coeurdeville: Callable[..., Any], tmp_path: Path) -> None:
    hostile = {"title": "a\x1b[2J", "fields": [{"name": "b\x07", "description": "c\x1b"}]}
    (tmp_path / "s.json").write_text(json.dumps(hostile))
    told = coeurdeville("schema", "montrer", tmp_path / "s.json")
    assert told.status == 0
    assert not {"\x1b", "\x07"} & set(told.out)


def test_faults_of_a_schema_are_said_and_the_rest_is_shown(coeurdeville: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "s.json").write_text('{"fields": [{"name": "a", "type": "entier"}]}')
    told = coeurdeville("schema", "montrer", tmp_path / "s.json")
    assert told.status == 0
    assert "schema-champ-fautif" in told.err
    assert "a" in told.out


@pytest.mark.parametrize("command", ["montrer", "exemple", "gabarit"])
def test_unknown_schema_is_refused_with_the_nearest(coeurdeville: Callable[..., Any], command: str) -> None:
    told = coeurdeville("schema", command, "lieu-frais")
    assert told.status == 1
    assert "lieux-frais" in told.err


def test_national_schema_offline_is_refused_with_the_option(coeurdeville: Callable[..., Any], cache: Path) -> None:
    told = coeurdeville("schema", "montrer", "valombre/schema-bancs")
    assert told.status == 1
    assert "--en-ligne" in told.err
    assert not cache.exists()


@pytest.mark.usefixtures("asked")
def test_national_schema_asked_before_is_shown_offline_with_its_version(coeurdeville: Callable[..., Any]) -> None:
    told = coeurdeville("schema", "montrer", "valombre/schema-bancs")
    assert told.status == 0
    assert "Bancs publics" in told.out
    assert "valombre/schema-bancs@0.10.0" in told.err


def test_example_is_shown_or_written(coeurdeville: Callable[..., Any], tmp_path: Path) -> None:
    shown = coeurdeville("schema", "exemple", "lieux-frais")
    written = coeurdeville("schema", "exemple", "lieux-frais", "--sortie", tmp_path / "x" / "e.csv")
    assert (shown.status, written.status) == (0, 0)
    assert shown.out.startswith("id,nom,type")
    assert (tmp_path / "x" / "e.csv").read_text("utf-8") == (
        own_schemas()["lieux-frais"] / "exemple-valide.csv"
    ).read_text("utf-8")


def test_workbook_is_written_once(coeurdeville: Callable[..., Any], tmp_path: Path) -> None:
    path = tmp_path / "g.xlsx"
    assert coeurdeville("schema", "gabarit", "espaces-verts", "--sortie", path).status == 0
    assert openpyxl.load_workbook(path).sheetnames == ["Données", "Mode d’emploi"]
    before = path.read_bytes()
    again = coeurdeville("schema", "gabarit", "espaces-verts", "--sortie", path)
    assert again.status == 1
    assert "gabarit-deja-la" in again.err
    assert path.read_bytes() == before


def test_workbook_takes_the_name_of_its_schema(
    coeurdeville: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert coeurdeville("schema", "gabarit", "lieux-frais").status == 0
    assert (tmp_path / "lieux-frais.xlsx").is_file()
