"""What several towns have in common."""

from pathlib import Path

import pytest

from coeurdeville.core.problems import Refused
from coeurdeville.schemas.proposing.proposal import propose


def test_columns_of_both_towns_are_the_fields(towns: list[Path]) -> None:
    found = propose(towns, "Espaces vérts")
    assert found.name == "espaces-verts"
    assert [one.shared.key for one in found.fields] == [
        "id", "nom", "surface", "type", "ouvert", "date_maj", "longitude", "latitude",
    ]  # fmt: skip


def test_persons_are_left_out_with_the_reason(towns: list[Path]) -> None:
    left = {one.column.name: one.why for one in propose(towns, "x").personal}
    assert set(left) == {"nom_agent", "courriel"}
    assert all(left.values())


def test_files_of_one_name_are_told_by_their_folders(towns: list[Path], tmp_path: Path) -> None:
    paths = [tmp_path / town / "parcs.csv" for town in ("valombre", "redon")]
    for path, given in zip(paths, towns, strict=True):
        path.parent.mkdir()
        path.write_bytes(given.read_bytes())
    found = propose([*paths, paths[1]], "x")
    assert found.files == ("valombre/parcs.csv", "redon/parcs.csv", "redon/parcs.csv (2)")
    assert len(found.fields[0].shared.columns) == 3


def test_required_is_what_every_row_of_every_town_has(towns: list[Path]) -> None:
    required = {one.shared.key: one.required for one in propose(towns, "x").fields}
    assert required["nom"]
    assert not required["date_maj"]


def test_identifier_is_unique_when_it_is_in_each_file(towns: list[Path]) -> None:
    assert propose(towns, "x").fields[0].unique
    text = towns[0].read_text("utf-8")
    towns[0].write_text(text + text.splitlines()[-1] + "\n", encoding="utf-8")
    assert not propose(towns, "x").fields[0].unique


def test_column_of_few_towns_is_rare(towns: list[Path]) -> None:
    towns[0].write_text("Nom;seul\na;1\nb;2\n", encoding="utf-8")
    found = propose(towns, "x")
    assert [one.shared.key for one in found.fields] == ["nom"]
    assert "seul" in [one.key for one in found.rare]


def test_one_town_gives_all_its_columns_and_a_warning(towns: list[Path]) -> None:
    found = propose(towns[:1], "x")
    assert len(found.fields) == 8
    assert found.problems[0].code == "une-seule-ville"


def test_towns_with_nothing_in_common_are_refused(tmp_path: Path) -> None:
    for name, text in (("a.csv", "pommes\n1\n2\n"), ("b.csv", "poires\n1\n2\n")):
        (tmp_path / name).write_text(text)
    with pytest.raises(Refused) as caught:
        propose([tmp_path / "a.csv", tmp_path / "b.csv"], "x")
    assert caught.value.problems[0].code == "rien-en-commun"


def test_every_unreadable_file_is_said(tmp_path: Path, towns: list[Path]) -> None:
    with pytest.raises(Refused) as caught:
        propose([tmp_path / "a.csv", *towns, tmp_path / "b.csv"], "x")
    assert len(caught.value.problems) == 2
