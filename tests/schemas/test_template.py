"""The workbook to fill, read back by another library."""

import io
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from coeurdeville.core.problems import Refused
from coeurdeville.schemas.catalogue import own_schemas, schema
from coeurdeville.schemas.descriptor import load_schema, read_schema
from coeurdeville.schemas.model import TableSchema
from coeurdeville.schemas.template import template


def made(*fields: dict[str, Any]) -> TableSchema:
    return read_schema({"name": "essai", "title": "Essai", "fields": list(fields)}).schema


def opened(table: TableSchema) -> Any:
    return openpyxl.load_workbook(io.BytesIO(template(table)))


def rule(table: TableSchema, column: str) -> Any:
    """The validation of the first cell under a header."""
    found = [one for one in opened(table)["Données"].data_validations.dataValidation if f"{column}2" in one.sqref]
    return found[0] if found else None


@pytest.mark.parametrize("name", list(own_schemas()))
def test_header_is_that_of_the_schema_and_nothing_else_is_written(name: str) -> None:
    table = schema(name).schema
    rows = list(opened(table)["Données"].iter_rows(values_only=True))
    assert rows == [table.names]


def test_required_columns_are_marked_in_words_and_in_colour() -> None:
    sheet = opened(made({"name": "a", "constraints": {"required": True}}, {"name": "b"}))["Données"]
    assert "OBLIGATOIRE" in sheet["A1"].comment.text
    assert "Facultatif" in sheet["B1"].comment.text
    assert sheet["A1"].fill.fgColor.rgb != sheet["B1"].fill.fgColor.rgb


def test_note_says_title_description_and_example() -> None:
    one = {
        "name": "haut",
        "title": "Hauteur (m)",
        "description": "Du sol à la cime.",
        "example": 12.5,
        "type": "number",
    }
    said = opened(made(one))["Données"]["A1"].comment.text
    assert all(text in said for text in ("Hauteur (m)", "Du sol à la cime.", "12.5", "un nombre"))


def test_short_list_is_chosen_from_the_cell() -> None:
    found = rule(made({"name": "a", "constraints": {"enum": ["jeune", "adulte"]}}), "A")
    assert (found.type, found.formula1) == ("list", '"jeune,adulte"')


@pytest.mark.parametrize("values", [[f"valeur numéro {rank}" for rank in range(40)], ["parc, jardin", "bois"]])
def test_long_list_or_one_with_commas_stands_in_a_sheet(values: list[str]) -> None:
    table = made({"name": "x"}, {"name": "a", "constraints": {"enum": values}})
    book = opened(table)
    assert [row[1] for row in book["Listes"].iter_rows(values_only=True)] == ["a", *values]
    assert rule(table, "B").formula1 == f"Listes!$B$2:$B${len(values) + 1}"


def test_yes_and_no_are_the_words_of_the_field() -> None:
    found = rule(made({"name": "a", "type": "boolean", "trueValues": ["oui", "o"], "falseValues": ["non"]}), "A")
    assert found.formula1 == '"oui,non"'


@pytest.mark.parametrize(
    ("field", "kind", "bounds"),
    [
        ({"type": "number", "constraints": {"minimum": 0, "maximum": 70}}, "decimal", ("0", "70")),
        ({"type": "integer", "constraints": {"minimum": 1, "maximum": 9}}, "whole", ("1", "9")),
        ({"type": "year"}, "whole", ("0", "9999")),
        ({"type": "string", "constraints": {"maxLength": 5}}, "textLength", ("0", "5")),
    ],
)
def test_bounds_are_checked_while_typing(field: dict[str, Any], kind: str, bounds: tuple[str, str]) -> None:
    found = rule(made({"name": "a", **field}), "A")
    assert (found.type, found.formula1, found.formula2) == (kind, *bounds)


def test_days_are_checked_as_days() -> None:
    found = rule(made({"name": "a", "type": "date", "constraints": {"minimum": "2020-01-01"}}), "A")
    assert (found.type, found.formula1) == ("date", str((date(2020, 1, 1) - date(1899, 12, 30)).days))


def test_text_of_any_kind_is_not_checked_and_stays_text() -> None:
    table = made({"name": "a"})
    assert rule(table, "A") is None
    assert opened(table)["Données"].column_dimensions["A"].number_format == "@"


def test_text_of_a_schema_is_never_a_formula() -> None:
    hostile = "=cmd|' /C calc'!A0"
    book = opened(made({"name": hostile, "title": hostile, "description": hostile, "example": hostile}))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert hostile in [cell.value for cell in cells]
    assert not [cell for cell in cells if cell.data_type == "f"]


def test_guide_explains_every_column() -> None:
    table = schema("arbres-urbains").schema
    said = [cell for row in opened(table)["Mode d’emploi"].iter_rows(values_only=True) for cell in row if cell]
    assert not set(table.names) - set(said)
    assert any("Laisser vide ce qui n’est pas connu" in text for text in said)


def test_the_same_schema_makes_the_same_bytes() -> None:
    table = schema("espaces-verts").schema
    assert template(table) == template(table)


@pytest.mark.real
def test_every_national_schema_makes_a_workbook(mirror: Path) -> None:
    count = 0
    for path in sorted((mirror / "schemas" / "latest").rglob("*.json")):
        try:
            table = load_schema(path).schema
        except Refused:
            continue
        header = next(opened(table)["Données"].iter_rows(values_only=True, max_row=1), ())
        assert header == table.names or not table.names, path.parts[-4:]
        count += 1
    assert count >= 50
