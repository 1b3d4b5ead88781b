"""Workbooks as raw cells."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from coeurdeville.core.problems import Refused
from coeurdeville.schemas.cells.opening import open_cells
from coeurdeville.schemas.cells.table import Cells
from coeurdeville.schemas.descriptor import read_schema


def workbook(path: Path, *merged: tuple[int, int, int, int, str], **sheets: list[list[Any]]) -> Path:
    """A workbook; merged ranges are of its first sheet."""
    with xlsxwriter.Workbook(path, {"default_date_format": "dd/mm/yyyy"}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for rank, row in enumerate(rows):
                sheet.write_row(rank, 0, row)
        for one in merged:
            book.worksheets()[0].merge_range(*one)
    return path


def rows_of(cells: Cells) -> list[tuple[int, tuple[str, ...]]]:
    """Rank and cells of each row."""
    return [(int(rank), row) for part in cells.parts for rank, row in zip(part.rows, part.frame.rows(), strict=True)]


def codes(cells: Cells) -> list[str]:
    return [note.code for note in cells.notes]


def test_cells_are_as_one_would_type_them(tmp_path: Path) -> None:
    row = [80000.0, 12.5, 0.1 + 0.2, True, date(2015, 3, 12), datetime(2015, 3, 12, 14, 5), " x ", 1e21]
    path = workbook(tmp_path / "f.xlsx", a=[list("abcdefgh"), row])
    assert rows_of(open_cells(path)) == [
        (2, ("80000", "12.5", "0.3", "true", "2015-03-12", "2015-03-12T14:05:00", " x ", "1" + "0" * 21)),
    ]  # fmt: skip


def test_titles_above_the_header_are_said_and_blank_rows_at_the_end_are_nothing(tmp_path: Path) -> None:
    path = workbook(tmp_path / "f.xlsx", a=[["Inventaire 2024"], [], ["id", "nom"], [1, "a"], [], [2, "b"], ["", ""]])
    cells = open_cells(path)
    assert (cells.labels, cells.header_row, codes(cells)) == (("id", "nom"), 3, ["titres-avant-entete"])
    assert rows_of(cells) == [(4, ("1", "a")), (5, ("", "")), (6, ("2", "b"))]


def test_the_schema_tells_which_of_several_header_rows_is_the_header(tmp_path: Path) -> None:
    path = workbook(tmp_path / "f.xlsx", a=[["Identifiant", "Nom usuel"], ["id", "nom"], ["texte", "texte"], [1, "a"]])
    schema = read_schema({"fields": [{"name": "id"}, {"name": "nom"}]}).schema
    assert open_cells(path, schema=schema).header_row == 2
    assert open_cells(path).header_row == 1


def test_a_header_on_two_rows_is_put_together_and_said(tmp_path: Path) -> None:
    top = (0, 1, 0, 2, "Dimensions")
    path = workbook(tmp_path / "f.xlsx", top, a=[["id", "", ""], ["", "hauteur", "tronc"], [1, 12, 30]])
    cells = open_cells(path)
    assert cells.labels == ("id", "Dimensions hauteur", "Dimensions tronc")
    assert codes(cells) == ["entete-sur-deux-lignes"]
    assert rows_of(cells) == [(3, ("1", "12", "30"))]


def test_merged_cells_are_said_and_not_guessed(tmp_path: Path) -> None:
    path = workbook(tmp_path / "f.xlsx", (1, 1, 2, 1, "Centre"), a=[["id", "quartier"], [1, ""], [2, ""]])
    cells = open_cells(path)
    assert codes(cells) == ["cellules-fusionnees"]
    assert cells.notes[0].examples == ("B2:B3",)
    assert rows_of(cells) == [(2, ("1", "Centre")), (3, ("2", ""))]


def test_two_columns_of_one_name_keep_it(tmp_path: Path) -> None:
    path = workbook(tmp_path / "f.xlsx", a=[["id", "id", ""], [1, 2, 3]])
    assert open_cells(path).labels == ("id", "id", "")


def test_the_sheet_that_is_read_is_said_and_can_be_chosen(tmp_path: Path) -> None:
    path = workbook(tmp_path / "f.xlsx", Notice=[["Lisez-moi"]], Arbres=[["id", "nom"], [1, "a"]])
    assert codes(open_cells(path)) == ["parties-multiples"]
    assert rows_of(open_cells(path, part="Arbres")) == [(2, ("1", "a"))]
    with pytest.raises(Refused, match="partie-absente"):
        open_cells(path, part="Bancs")


def test_a_sheet_that_claims_billions_of_cells_is_refused(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "f.xlsx") as book:
        sheet = book.add_worksheet()
        sheet.write(0, 0, "id")
        sheet.write(1_048_575, 16_383, "loin")
    with pytest.raises(Refused, match="archive-dangereuse"):
        open_cells(tmp_path / "f.xlsx")


def test_a_cut_workbook_is_refused(tmp_path: Path) -> None:
    path = workbook(tmp_path / "f.xlsx", a=[["id"], [1]])
    path.write_bytes(path.read_bytes()[:2000])
    with pytest.raises(Refused, match="fichier-illisible"):
        open_cells(path)
