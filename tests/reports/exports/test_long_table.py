"""`indicateurs.csv` opens in a French spreadsheet, and runs nothing there."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coeurdeville.reports.exports.long_table import COLUMNS, decimal

Rows = list[dict[str, str]]


@pytest.fixture(scope="module")
def rows(files: dict[str, bytes]) -> Rows:
    text = files["indicateurs.csv"].decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


def test_it_starts_with_its_mark(files: dict[str, bytes]) -> None:
    assert files["indicateurs.csv"].startswith(b"\xef\xbb\xbfcommune;code_commune;")


def test_a_figure_is_one_row(rows: Rows) -> None:
    (found,) = (row for row in rows if row["indicateur"] == "Arbres en place" and row["zonage"] == "commune")
    assert tuple(found) == COLUMNS
    assert (found["zone"], found["valeur"], found["part_couverte"], found["confiance"]) == (
        "Bourg-Essai",
        "50",
        "100",
        "A",
    )
    assert (found["licence"], found["date_du_calcul"]) == ("Licence Ouverte 2.0", "2026-11-23")


def test_numbers_have_a_decimal_comma(rows: Rows) -> None:
    (found,) = (
        row for row in rows if row["indicateur"] == "Part de l’espèce la plus plantée" and row["zonage"] == "commune"
    )
    assert found["valeur"] == "61,22449"


def test_breakdowns_and_scenarios_have_their_columns(rows: Rows) -> None:
    town = [row for row in rows if row["zonage"] == "commune"]
    stages = {row["categorie"]: row["valeur"] for row in town if row["indicateur"] == "Arbres par stade"}
    assert stages == {"jeune": "20", "adulte": "30"}
    exposed = {row["modalite"]: row["valeur"] for row in town if row["indicateur"] == "Bâtiments exposés"}
    assert exposed == {"inondation fréquente": "2", "inondation extrême": "3"}


def test_a_value_or_a_reason(rows: Rows) -> None:
    assert not [row for row in rows if bool(row["valeur"]) == bool(row["raison_si_absente"])]


def test_no_cell_is_a_formula(rows: Rows) -> None:
    assert {row["zone"] for row in rows if row["zonage"] == "quartier"} == {"'=1+2 Centre", "Les Prés"}
    assert not [cell for row in rows for cell in row.values() if cell.startswith(("=", "+", "-", "@", "\t"))]


@given(st.floats(-1e12, 1e12))
def test_decimals_are_read_back(value: float) -> None:
    text = decimal(value)
    assert set(text) <= set("0123456789,-")
    assert text != "-0"
    assert float(text.replace(",", ".")) == pytest.approx(value, rel=3e-16, abs=5.1e-7)


def test_no_number_is_an_empty_cell() -> None:
    assert decimal(None) == ""
