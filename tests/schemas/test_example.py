"""Examples made from a schema conform to it."""

import csv
import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from coeurdeville.core.problems import Refused
from coeurdeville.schemas.catalogue import own_schemas, schema
from coeurdeville.schemas.cells.text import read_text
from coeurdeville.schemas.checking.check import check
from coeurdeville.schemas.descriptor import load_schema, read_schema
from coeurdeville.schemas.example import example
from coeurdeville.schemas.model import TableSchema


def made(*fields: dict[str, Any], **more: Any) -> TableSchema:
    return read_schema({"name": "essai", "fields": list(fields), **more}).schema


def rows(table: TableSchema) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(example(table))))


def conforms(table: TableSchema, folder: Path) -> bool:
    (folder / "exemple.csv").write_text(example(table), encoding="utf-8")
    return check(read_text(folder / "exemple.csv", delimiter=",", header_row=1), table).valid


@pytest.mark.parametrize("name", list(own_schemas()))
def test_a_schema_of_the_project_gives_the_example_it_ships(name: str) -> None:
    assert example(schema(name).schema) == (own_schemas()[name] / "exemple-valide.csv").read_text("utf-8")


def test_another_schema_of_the_same_name_gives_its_own() -> None:
    table = read_schema({"name": "arbres-urbains", "fields": [{"name": "a", "example": "x"}]}).schema
    assert example(table).startswith("a\nx\n")


@pytest.mark.parametrize(
    "field",
    [
        {"type": "string", "constraints": {"minLength": 12}},
        {"type": "string", "constraints": {"maxLength": 2}},
        {"type": "string", "format": "email"},
        {"type": "string", "format": "uri"},
        {"type": "string", "format": "uuid"},
        {"type": "string", "constraints": {"pattern": "[0-9]{5}"}},
        {"type": "string", "constraints": {"enum": ["a", "b"]}},
        {"type": "integer", "constraints": {"minimum": 7, "maximum": 7}},
        {"type": "number", "constraints": {"minimum": -0.5, "maximum": -0.25}},
        {"type": "number", "decimalChar": ",", "constraints": {"minimum": "0,5", "maximum": "0,75"}},
        {"type": "boolean", "trueValues": ["vrai"], "falseValues": ["faux"]},
        {"type": "date", "format": "%d/%m/%Y"},
        {"type": "date", "constraints": {"maximum": "1999-12-31"}},
        {"type": "datetime"},
        {"type": "time"},
        {"type": "year"},
        {"type": "yearmonth"},
        {"type": "duration"},
        {"type": "geopoint", "format": "object"},
        {"type": "geojson"},
        {"type": "object"},
        {"type": "array"},
        {"type": "list", "itemType": "integer"},
        {"type": "any"},
    ],
    ids=str,
)
def test_every_type_and_constraint_has_an_example(field: dict[str, Any], tmp_path: Path) -> None:
    constraints = {**field.get("constraints", {}), "required": True}
    table = made({"name": "a", **field, "constraints": constraints})
    assert rows(table)[0]["a"]
    assert conforms(table, tmp_path)


def test_values_that_must_differ_are_counted_up() -> None:
    table = made({"name": "id", "example": "A-09", "constraints": {"required": True, "unique": True}})
    assert [row["id"] for row in rows(table)][:3] == ["A-09", "A-10", "A-11"]


def test_key_of_one_possible_value_gives_one_row() -> None:
    table = made({"name": "id", "constraints": {"enum": ["seul"]}}, primaryKey="id")
    assert [row["id"] for row in rows(table)] == ["seul"]


def test_last_row_has_the_required_columns_only() -> None:
    table = made({"name": "a", "constraints": {"required": True}}, {"name": "b"})
    assert [bool(row["b"]) for row in rows(table)] == [True, True, True, False]


def test_text_that_a_spreadsheet_would_run_is_not_written() -> None:
    assert "=1+1" not in example(made({"name": "a", "example": "=1+1"}))


def test_number_below_zero_is_written() -> None:
    assert rows(made({"name": "a", "type": "number", "example": "-4.5"}))[0]["a"] == "-4.5"


def test_what_a_rule_of_the_schema_refuses_is_replaced(tmp_path: Path) -> None:
    field = {"name": "siren", "example": "123456789", "constraints": {"required": True}}
    table = made(field, custom_checks=[{"name": "french-siren-value", "params": {"column": "siren"}}])
    assert conforms(table, tmp_path)


def test_required_column_of_which_nothing_is_known_is_named() -> None:
    field = {"name": "code", "constraints": {"required": True, "pattern": "[Q]{9}-.+"}}
    with pytest.raises(Refused) as caught:
        example(made(field))
    (problem,) = caught.value.problems
    assert problem.code == "exemple-impossible"
    assert "code" in problem.message


@pytest.mark.real
def test_examples_made_for_national_schemas_conform(mirror: Path, tmp_path: Path) -> None:
    """But for those whose rules tie several columns, or ask for a code of which they give no right example."""
    wrong, count = [], 0
    for path in sorted((mirror / "schemas" / "latest").rglob("*.json")):
        try:
            table = replace(load_schema(path).schema, name="autre")
            count += 1
            if not conforms(table, tmp_path):
                wrong.append(path.parts[-3])
        except Refused:
            continue
    assert count >= 50
    assert set(wrong) <= {"schema-stationnement", "deliberations"}
