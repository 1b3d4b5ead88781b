"""Workbooks: sheets, headers, types."""

import zipfile
from datetime import date, datetime
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
import xlsxwriter

from coeurdeville.core.problems import Refused
from coeurdeville.readers.features import Features
from coeurdeville.readers.formats import Format
from coeurdeville.readers.read import read

ROWS = [["insee", "nom", "haut", "planté"], ["02691", "Chêne", 12.5, date(2015, 3, 12)], ["02691", "Tilleul", 8, None]]


def workbook(path: Path, **sheets: list[list[Any]]) -> Path:
    with xlsxwriter.Workbook(path, {"default_date_format": "dd/mm/yyyy"}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for rank, row in enumerate(rows):
                for column, cell in enumerate(row):
                    sheet.write(rank, column, cell)
    return path


def open_document(path: Path, rows: list[list[str]]) -> Path:
    """The smallest spreadsheet that LibreOffice would write."""
    cells = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>' for cell in row
        )
        + "</table:table-row>"
        for row in rows
    )
    content = (
        '<?xml version="1.0" encoding="UTF-8"?><office:document-content office:version="1.2"'
        ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
        ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
        ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
        f'<office:body><office:spreadsheet><table:table table:name="Arbres">{cells}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = (
        '<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        "</manifest:manifest>"
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", manifest)
        archive.writestr("content.xml", content)
    return path


def codes(features: Features) -> list[str]:
    return [note.code for note in features.notes]


def test_types_of_columns_are_kept(tmp_path: Path) -> None:
    features = read(workbook(tmp_path / "arbres.xlsx", Arbres=ROWS))
    frame = features.frame
    assert features.format is Format.XLSX
    assert frame["insee"].tolist() == ["02691", "02691"]
    assert frame["haut"].tolist() == [12.5, 8.0]
    assert frame["planté"].tolist()[0] == datetime(2015, 3, 12)
    assert frame["planté"].isna().tolist() == [False, True]
    assert features.row_numbers.tolist() == [2, 3]
    assert features.notes == ()


def test_mixed_column_becomes_text_without_losing_codes(tmp_path: Path) -> None:
    rows = [["id", "code"], [1, 80000], [2, "2A004"], [3, date(2020, 1, 2)], [4, True]]
    frame = read(workbook(tmp_path / "a.xlsx", Feuil1=rows)).frame
    assert frame["code"].tolist() == ["80000", "2A004", "2020-01-02", "vrai"]
    assert isinstance(frame["code"].dtype, pd.StringDtype)


def test_first_sheet_with_a_table_is_read_and_the_others_named(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", LisezMoi=[["Inventaire des arbres"]], Arbres=ROWS, Bancs=ROWS)
    features = read(path)
    assert len(features) == 2
    (note,) = features.notes
    assert note.code == "parties-multiples"
    assert "Arbres" in note.message
    assert "Bancs" in note.message
    assert read(path, part="Bancs").notes == ()


def test_missing_sheet_is_refused_with_the_names_there_are(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        read(workbook(tmp_path / "a.xlsx", Arbres=ROWS), part="Haies")
    (problem,) = refused.value.problems
    assert problem.code == "partie-absente"
    assert "Arbres" in problem.cure


def test_title_and_blank_rows_are_passed(tmp_path: Path) -> None:
    rows = [["Inventaire 2024"], [], *ROWS, [], ["02691", "Érable", 4, date(2020, 1, 1)]]
    features = read(workbook(tmp_path / "a.xlsx", Arbres=rows))
    assert features.frame["nom"].tolist() == ["Chêne", "Tilleul", "Érable"]
    assert features.row_numbers.tolist() == [4, 5, 7]
    assert codes(features) == ["lignes-de-titre", "lignes-vides"]


def test_header_on_two_rows_joins_merged_names(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Arbres")
        sheet.merge_range(0, 0, 1, 0, "nom")
        sheet.merge_range(0, 1, 0, 2, "dimensions")
        sheet.write_row(1, 1, ["haut", "tronc"])
        sheet.write_row(2, 0, ["Chêne", 12, 40])
    features = read(path)
    assert list(features.frame.columns) == ["nom", "dimensions haut", "dimensions tronc"]
    assert features.frame.to_numpy().tolist() == [["Chêne", 12.0, 40.0]]
    assert features.row_numbers.tolist() == [3]


def test_merged_title_is_not_a_header(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Arbres")
        sheet.merge_range(0, 0, 0, 1, "Arbres de la ville")
        sheet.write_row(1, 0, ["nom", "haut"])
        sheet.write_row(2, 0, ["Chêne", 12])
    features = read(path)
    assert list(features.frame.columns) == ["nom", "haut"]
    assert len(features) == 1


def test_open_document_is_read(tmp_path: Path) -> None:
    features = read(open_document(tmp_path / "a.ods", [["nom", "haut"], ["Chêne", "12"]]))
    assert features.format is Format.ODS
    assert features.frame.to_numpy().tolist() == [["Chêne", "12"]]


def test_workbook_named_csv_is_read_and_said(tmp_path: Path) -> None:
    features = read(workbook(tmp_path / "a.xlsx", Arbres=ROWS).rename(tmp_path / "a.csv"))
    assert codes(features) == ["extension-trompeuse"]
    assert ".xlsx" in features.notes[0].message


def test_empty_workbook_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        read(workbook(tmp_path / "a.xlsx", Arbres=[]))
    assert refused.value.problems[0].code == "fichier-vide"


def test_header_alone_has_no_row(tmp_path: Path) -> None:
    features = read(workbook(tmp_path / "a.xlsx", Arbres=ROWS[:1]))
    assert (len(features), codes(features)) == (0, ["sans-donnees"])
    assert features.row_numbers.dtype == np.int64
