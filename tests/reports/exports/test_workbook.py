"""`indicateurs.xlsx` has real numbers, says what is missing, and runs nothing."""

import io
import zipfile
from collections.abc import Sequence
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from coeurdeville.reports.exports.files import exports_of
from coeurdeville.reports.model import Report
from coeurdeville.reports.subject import Chapter, Subject


@pytest.fixture(scope="module")
def sheets(files: dict[str, bytes]) -> dict[str, list[list[Any]]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(files["indicateurs.xlsx"]))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


@pytest.fixture(scope="module")
def parts(files: dict[str, bytes]) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(files["indicateurs.xlsx"])) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def test_sheets_stand_in_reading_order(sheets: dict[str, Any]) -> None:
    assert list(sheets) == ["Lisez-moi", "Indicateurs", "Par quartier", "Répartitions", "Données"]


def test_readme_names_sources_licence_confidence_and_gaps(sheets: dict[str, Any]) -> None:
    said = "\n".join(str(cell) for row in sheets["Lisez-moi"] for cell in row)
    for words in ("Licence Ouverte 2.0", "Inventaire des arbres", "Santamour", "virgule décimale", "cinq ans",
                  "Connaissance des espèces", "«\u00a0Observations d’espèces\u00a0»", "Par quartier"):  # fmt: skip
        assert words in said


def test_town_figures_are_numbers_or_reasons(sheets: dict[str, Any]) -> None:
    header, *rows = sheets["Indicateurs"]
    values = {row[0]: row[1] for row in rows if row[header.index("Paramètre")] == ""}
    assert values["Arbres en place"] == 50.0
    assert values["Part de l’espèce la plus plantée"] == pytest.approx(100 * 30 / 49)
    assert values["Observations"] == "il manque «\u00a0Observations d’espèces\u00a0»"
    assert not [name for name, value in values.items() if value == ""]


def test_zones_have_a_row_and_a_missing_figure_its_reason(sheets: dict[str, Any]) -> None:
    groups, header, *rows = sheets["Par quartier"]
    assert groups[1] == "Patrimoine arboré, confiance A (voir Lisez-moi)"
    by_zone = {row[0]: dict(zip(header, row, strict=True)) for row in rows}
    assert by_zone["=1+2 Centre"]["Part du genre le plus planté (%)"] == 75.0
    assert by_zone["=1+2 Centre"]["Arbres par genre (en tête)"] == "Tilia"
    assert by_zone["Les Prés"]["Part du genre le plus planté (%)"] == "moins de 30\u00a0arbres"
    assert by_zone["=1+2 Centre"]["Bâtiments exposés, inondation extrême (bâtiments)"] == 2.0


def test_parts_of_a_breakdown_add_up(sheets: dict[str, Any]) -> None:
    rows = [row for row in sheets["Répartitions"] if row[0] == "Arbres par espèce" and row[6] == "commune"]
    assert {row[1]: row[2] for row in rows} == {"Tilia cordata": 30.0, "Acer platanoides": 19.0}
    assert sum(row[3] for row in rows) == pytest.approx(100)


def test_data_are_used_present_or_missing(sheets: dict[str, Any]) -> None:
    states = {row[1]: row[2] for row in sheets["Données"][1:]}
    assert states["arbres"] == states["quartiers"] == "utilisée"
    assert states["observations"] == "manquante"


def test_numbers_are_shown_as_french_ones(parts: dict[str, str]) -> None:
    assert 'formatCode="#,##0&quot;\u202f%&quot;"' in parts["xl/styles.xml"]


def test_nothing_is_a_formula_or_a_link(parts: dict[str, str]) -> None:
    sheets = [text for name, text in parts.items() if name.startswith("xl/worksheets/")]
    assert not [text for text in sheets if "<f>" in text or "<hyperlink" in text]


def test_tables_have_filters_and_headers_in_sight(parts: dict[str, str]) -> None:
    tables = [text for name, text in parts.items() if name.startswith("xl/worksheets/sheet") and "sheet1" not in name]
    assert len(tables) == 4
    assert all('state="frozen"' in text and "<autoFilter" in text for text in tables)


def test_the_same_day_makes_the_same_bytes(
    files: dict[str, bytes], subject: Subject, chapters: Sequence[Chapter], report: Report, parts: dict[str, str]
) -> None:
    again = exports_of(subject, chapters, report)
    assert [name for name in files if again[name]() != files[name]] == []
    assert "2026-11-23T00:00:00Z" in parts["docProps/core.xml"]
