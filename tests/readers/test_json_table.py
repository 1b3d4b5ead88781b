"""Plain JSON."""

import json
from pathlib import Path
from typing import Any

import pytest

from coeurdeville.core.problems import Refused
from coeurdeville.readers.features import Features
from coeurdeville.readers.read import read


def table(path: Path, content: Any) -> Features:
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    return read(path)


def test_records_are_rows_and_what_is_nested_is_text(tmp_path: Path) -> None:
    geometry = {"type": "Point", "coordinates": [3.2, 49.8]}
    features = table(tmp_path / "a.json", [{"nom": "Chêne", "geom": geometry}, {"nom": "Tilleul", "haut": 3}])
    assert features.frame["nom"].tolist() == ["Chêne", "Tilleul"]
    assert json.loads(features.frame["geom"][0]) == geometry
    assert features.row_numbers.tolist() == [1, 2]
    assert features.notes == ()


def test_the_one_list_of_an_answer_is_its_table(tmp_path: Path) -> None:
    assert len(table(tmp_path / "a.json", {"total": 2, "results": [{"a": 1}, {"a": 2}]})) == 2


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ([], "fichier-vide"),
        ({}, "fichier-vide"),
        ({"a": 1}, "json-sans-tableau"),
        ([1, 2], "json-sans-tableau"),
        ({"a": [{"x": 1}], "b": [{"x": 1}]}, "json-sans-tableau"),
    ],
)
def test_what_is_no_table_is_refused(tmp_path: Path, content: Any, code: str) -> None:
    with pytest.raises(Refused) as refused:
        table(tmp_path / "a.json", content)
    assert refused.value.problems[0].code == code


def test_truncated_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('[{"a": 1}, {"a"')
    with pytest.raises(Refused) as refused:
        read(tmp_path / "a.json")
    assert refused.value.problems[0].code == "fichier-illisible"


def test_table_named_geojson_is_read_and_said(tmp_path: Path) -> None:
    assert [note.code for note in table(tmp_path / "a.geojson", [{"a": 1}]).notes] == ["extension-trompeuse"]
